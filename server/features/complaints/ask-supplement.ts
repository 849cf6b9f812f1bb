import type { RequestSupplement } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { owner } from './owner.ts';
import { tellComplainant } from './tell-complainant.ts';

/**
 * Something is missing: the complainant is asked for it, and the acceptance period that ran is met by asking.
 * @law IMP-19-1
 */
export async function requestSupplement(
  target: DeskTarget,
  { question }: RequestSupplement,
  ctx: Ctx,
): Promise<ComplaintView> {
  const asked = await moveComplaint(target, 'requestSupplement', { question }, ctx, () => ({
    set: { supplement: { question, askedOn: ctx.today }, ...owner(ctx) },
    reason: question,
    andAlso: (changed) =>
      tellComplainant(changed, 'complaintSupplementAsked', { receiptNumber: changed.receiptNumber }, ctx),
  }));
  return complaintView(asked, ctx);
}
