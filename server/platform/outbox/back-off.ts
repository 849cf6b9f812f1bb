/** Tries in all; with the waits below the last one is made about two hours after the first. */
export const MAX_ATTEMPTS = 8;

const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;

/**
 * Milliseconds to wait after the nth failed try: 30 s, 1, 2, 4 … minutes, an hour at most. The second half of each
 * wait is drawn by lot, so that what failed together does not come back together.
 */
export function backOff(attempts: number, random: () => number): number {
  const full = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return Math.round(full / 2 + (full / 2) * random());
}

/** So long a message waits for a server that is away without a try being counted; then it is counted like any other. */
export const OUTAGE_MS = 3 * 24 * 60 * 60_000;
const LONGEST_OUTAGE_WAIT_MS = 10 * 60_000;

/** The same while the server itself is away: the longer it has been, the later, but never later than ten minutes. */
export function outageWait(waitedMs: number, random: () => number): number {
  const full = Math.min(Math.max(waitedMs / 2, FIRST_MS), LONGEST_OUTAGE_WAIT_MS);
  return Math.round(full / 2 + (full / 2) * random());
}
