import type { CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { extended, nextDueOn } from './case-clock.ts';
import { moveCase } from './move-case.ts';
import { tellComplainants, tellInspectors } from './tell-case.ts';

/**
 * The head grants the extension: thirty working days are counted on from the sixtieth.
 * @law INS-17-1
 */
export async function approveExtension(
  id: string,
  version: number,
  { note }: { note?: string },
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'approveExtension', version }, ctx, async (record) => {
    const deadlines = await extended(record);
    const dueOn = nextDueOn(deadlines);
    const words = note === undefined ? {} : { words: note };
    return {
      set: { extension: { ...record.extension, outcome: 'approved', decidedOn: ctx.today, ...words } },
      unset: { pending: 1 },
      deadlines,
      ...(note === undefined ? {} : { reason: note }),
      facts: { dueFrom: nextDueOn(record.deadlines), dueOn },
      andAlso: async (changed) => {
        await tellComplainants(changed, 'caseExtended', { dueOn }, ctx);
        await tellInspectors(changed, 'caseExtensionApproved', ctx);
      },
    };
  });
}
