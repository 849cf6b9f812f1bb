import type { CaseReason, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveCase } from './move-case.ts';
import { tellInspectors } from './tell-case.ts';

/** The head sends the case back to work with his reason. */
export async function declineClosure(
  id: string,
  version: number,
  { reason }: CaseReason,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'declineClosure', version, given: { reason } }, ctx, (record) => ({
    set: { closure: { ...record.closure, outcome: 'declined', decidedOn: ctx.today, words: reason } },
    unset: { pending: 1 },
    reason,
    andAlso: (changed) => tellInspectors(changed, 'caseClosureDeclined', ctx),
  }));
}
