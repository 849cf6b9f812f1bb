import type { CaseView, SuspendCase } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { stopped, suspensionStopsClock } from './case-clock.ts';
import { GROUND_WORDS } from './case-words.ts';
import { moveCase } from './move-case.ts';
import { tellComplainants } from './tell-case.ts';

/**
 * The investigation is suspended on a ground. Whether its clock stands still is for the area to say: the rule known
 * (INS-17-2) is another province's, so where nothing is set the suspension is recorded and the clock runs on.
 */
export async function suspendCase(
  id: string,
  version: number,
  { ground, reason }: SuspendCase,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'suspend', version, given: { ground, reason } }, ctx, async (record) => {
    const clockStops = await suspensionStopsClock(record.officeCode, ctx.today);
    return {
      set: { suspension: { ground, reason, from: ctx.today, clockStops } },
      ...(clockStops ? { deadlines: await stopped(record, ctx) } : {}),
      reason,
      facts: { ground, clockStops },
      andAlso: (changed) =>
        tellComplainants(changed, 'caseSuspended', { ground: GROUND_WORDS[ground]['zh-CN'] }, ctx),
    };
  });
}
