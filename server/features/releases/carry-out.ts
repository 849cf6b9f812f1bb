import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan, LifeStep } from '../../platform/lives/index.ts';
import { closeLedger } from '../funds/index.ts';
import { markReleased } from '../safeguards/index.ts';
import type { ReleaseRecord } from './release.model.ts';

/** The account is closed at the bank, or the bond is back with the contractor: ledger and project say so from now on. */
export function carryOut(
  { _id, kind, projectId, companyName }: ReleaseRecord,
  { given }: LifeStep,
  ctx: Ctx,
): LifePlan<ReleaseRecord> {
  const on = given['carriedOutOn'] as PlainDate; // a day, by the form
  const { bankRef } = given;
  return {
    andAlso: async () => {
      if (kind === 'accountClosure') {
        const number = typeof bankRef === 'string' ? bankRef : `closing-${String(_id)}`;
        await closeLedger(projectId, { on, contractorName: companyName, bankRef: number }, ctx);
      }
      await markReleased(projectId, kind === 'accountClosure' ? 'account' : 'bond', on);
    },
  };
}
