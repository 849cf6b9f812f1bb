import type { MyComplaint, TrackAnonymously } from '../../core/contract/tracking.ts';
import { AppError } from '../../platform/app-error.ts';
import type { CountRule } from '../../platform/auth/index.ts';
import { countTry, uncountTry } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressKey } from '../../platform/http/limits.ts';
import { getAnonymousReport } from '../complaints/index.ts';
import { myComplaintView } from './my-complaint-view.ts';

/** Five wrong codes for a number from one address, then a quarter of an hour; others go on following theirs. */
const TRIES: CountRule = { points: 5, seconds: 900 };

/**
 * An anonymous report by its number and the code shown once. A number nobody was given counts and is answered like a
 * wrong code, so that nothing tells which numbers there are.
 */
export async function trackAnonymously(
  { receiptNumber, trackingCode }: TrackAnonymously,
  ctx: Ctx,
): Promise<MyComplaint> {
  const key = `tracking:${receiptNumber}:${addressKey(ctx.ip)}`;
  // Counted before the code is compared: parallel tries cannot slip past.
  const wait = await countTry(key, TRIES, ctx.now);
  if (wait > 0) throw new AppError('tooManyRequests', { retryAfter: wait });
  const report = await getAnonymousReport(receiptNumber, trackingCode);
  await uncountTry(key);
  return myComplaintView(report, { phone: null }, ctx);
}
