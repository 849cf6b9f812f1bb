import type { RateHandling } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { moveComplaint } from './move-complaint.ts';
import { ownTarget } from './own-phone.ts';

/** The complainant says, once, how it was handled; what he says changes nothing in the matter. */
export async function rateHandling(
  receiptNumber: string,
  { stars, words }: RateHandling,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return moveComplaint(await ownTarget(receiptNumber, ctx), 'rate', { stars }, ctx, () => ({
    set: { rating: { stars, ...(words === undefined ? {} : { words }), on: ctx.today }, unread: true },
    ...(words === undefined ? {} : { reason: words }),
    facts: { stars },
  }));
}
