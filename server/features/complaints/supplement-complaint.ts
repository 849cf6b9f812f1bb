import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { AnswerSupplement } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { attachFiles } from './attach-files.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget, MoveTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { ownTarget } from './own-phone.ts';

/**
 * What was missing is there: the acceptance period begins anew, from the day the supplement is complete.
 * @law IMP-18-1
 */
async function supplement(
  target: MoveTarget,
  { text, fileIds }: AnswerSupplement,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return moveComplaint(target, 'supplement', { text }, ctx, async (complaint) => {
    const { untold: _, ...asked } = { question: '', askedOn: ctx.today, ...complaint.supplement };
    return {
      set: {
        supplement: { ...asked, answer: text, answeredOn: ctx.today },
        ...(await attachFiles(complaint, fileIds, ctx, target.as !== undefined)),
        unread: target.as !== undefined,
      },
      reason: text,
      fileIds,
    };
  });
}

/** The complainant answers from his own phone. */
export async function supplementOwn(
  receiptNumber: string,
  answer: AnswerSupplement,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return supplement(await ownTarget(receiptNumber, ctx), answer, ctx);
}

/** He said it on the phone or brought it to the counter, and the desk writes it down. */
export async function supplementAtDesk(
  target: DeskTarget,
  answer: AnswerSupplement,
  ctx: Ctx,
): Promise<ComplaintView> {
  return complaintView(await supplement(target, answer, ctx), ctx);
}
