/**
 * How long the oldest event waits to be sealed, in milliseconds: since it happened, but not since before there was anybody
 * to seal it. What a first start lays is dated years back and was written minutes ago.
 */
export function waitingForSeal(
  oldest: { at: Date } | null,
  { now, upSince }: { now: Date; upSince: Date },
): number {
  if (oldest === null) return 0;
  return Math.max(0, now.getTime() - Math.max(oldest.at.getTime(), upSince.getTime()));
}
