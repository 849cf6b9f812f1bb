import type { WithReason } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import { currentDue } from '../../core/law/deadline.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { withPetitionExtended } from './petition-periods.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';
import { noteUntold } from './undelivered.ts';

/**
 * The head grants a petition thirty days more, once; the petitioner is told until when, and finds the reason where he
 * follows it.
 * @law LED-7
 */
export async function extendPetition(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  const extended = await moveComplaint(target, 'extendPetition', { reason }, ctx, async (complaint) => {
    const deadlines = withPetitionExtended(complaint.deadlines, await loadCalendar(complaint.areaCode));
    const finish = deadlines.findLast(({ period }) => period === 'petitionFinish');
    if (finish === undefined) throw new AppError('conflict', { state: complaint.state });
    const dueOn = currentDue(finish);
    return {
      deadlines,
      reason,
      facts: { dueOn },
      andAlso: async (changed) => {
        const { receiptNumber } = changed;
        await tellComplainant(changed, 'complaintPetitionExtended', { receiptNumber, dueOn }, ctx);
        if (!changed.anonymous && phoneOf(changed) === undefined)
          await noteUntold(changed, 'complaintPetitionExtended', ctx);
      },
    };
  });
  return complaintView(extended, ctx);
}
