import type { AcceptComplaint } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintView } from './complaint-view.ts';
import { moveComplaint } from './move-complaint.ts';
import { decidedToday, owner } from './owner.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';
import { noteUntold } from './undelivered.ts';

/**
 * The complaint is accepted: the acceptance period is met and the case is to be filed the same day; a petition is to be
 * finished from now on.
 * @law IMP-18-1
 * @law LED-7
 */
export async function acceptComplaint(
  target: { id: string; version: number },
  { note }: AcceptComplaint,
  ctx: Ctx,
): Promise<ComplaintView> {
  const accepted = await moveComplaint(target, 'accept', {}, ctx, (complaint) => ({
    set: { acceptedOn: ctx.today, ...decidedToday(complaint, ctx), ...owner(ctx) },
    ...(note === undefined ? {} : { reason: note }),
    andAlso: async (changed) => {
      await tellComplainant(changed, 'complaintAccepted', { receiptNumber: changed.receiptNumber }, ctx);
      // Whoever petitions by name is told in writing: where no message goes somebody has to.
      if (changed.channel === 'PETITION' && !changed.anonymous && phoneOf(changed) === undefined)
        await noteUntold(changed, 'complaintAccepted', ctx);
    },
  }));
  return complaintView(accepted, ctx);
}
