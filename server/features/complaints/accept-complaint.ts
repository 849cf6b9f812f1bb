import type { AcceptComplaint } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintView } from './complaint-view.ts';
import { moveComplaint } from './move-complaint.ts';
import { decidedToday, owner } from './owner.ts';
import { tellComplainant } from './tell-complainant.ts';

/**
 * The complaint is accepted: the acceptance period is met and the case is to be filed the same day.
 * @law IMP-18-1
 */
export async function acceptComplaint(
  target: { id: string; version: number },
  { note }: AcceptComplaint,
  ctx: Ctx,
): Promise<ComplaintView> {
  const accepted = await moveComplaint(target, 'accept', {}, ctx, (complaint) => ({
    set: { acceptedOn: ctx.today, ...decidedToday(complaint, ctx), ...owner(ctx) },
    ...(note === undefined ? {} : { reason: note }),
    andAlso: (changed) =>
      tellComplainant(changed, 'complaintAccepted', { receiptNumber: changed.receiptNumber }, ctx),
  }));
  return complaintView(accepted, ctx);
}
