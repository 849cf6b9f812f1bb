import type { RequestSupplement } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { sendsTexts } from '../../platform/outbox/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { owner } from './owner.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';

/**
 * Something is missing: the complainant is asked for it, and the acceptance period that ran is met by asking. Asked is who
 * has heard it: where no text message goes to his phone, the office says how it told him, or nothing is met.
 * @law IMP-19-1
 */
export async function requestSupplement(
  target: DeskTarget,
  { question, toldHow }: RequestSupplement,
  ctx: Ctx,
): Promise<ComplaintView> {
  const asked = await moveComplaint(target, 'requestSupplement', { question }, ctx, (complaint) => {
    if (phoneOf(complaint) !== undefined && !sendsTexts() && toldHow === undefined) throw untold();
    const told = toldHow === undefined ? {} : { toldHow };
    return {
      set: { supplement: { question, askedOn: ctx.today, ...told }, ...owner(ctx) },
      reason: question,
      andAlso: (changed) =>
        tellComplainant(changed, 'complaintSupplementAsked', { receiptNumber: changed.receiptNumber }, ctx),
    };
  });
  return complaintView(asked, ctx);
}

const untold = (): AppError =>
  wrongField(
    'toldHow',
    '本系统不发短信：请先打电话或当面告诉投诉人，再写明谁在哪天怎样告知的',
    'No text messages are sent here: tell the complainant by phone or in person first, then say how',
  );
