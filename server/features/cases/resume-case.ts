import type { CaseView, ResumeCase } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { goneOn, nextDueOn } from './case-clock.ts';
import { moveCase } from './move-case.ts';
import { tellComplainants } from './tell-case.ts';

/** The investigation goes on; what was left of a clock that stood still is counted from today. */
export async function resumeCase(
  id: string,
  version: number,
  { reason }: ResumeCase,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'resume', version, given: { reason } }, ctx, async (record) => {
    const deadlines = await goneOn(record, ctx);
    const dueOn = nextDueOn(deadlines);
    return {
      unset: { suspension: 1 },
      deadlines,
      reason,
      facts: { dueOn },
      andAlso: (changed) => tellComplainants(changed, 'caseResumed', {}, ctx),
    };
  });
}
