/** A mark in the store that something is in hand, and until when that is so without another word. */
export interface Lease {
  /** The time the lease is counted in. */
  at: () => Date;
  renew: (until: Date) => Promise<unknown>;
  leaseMs: number;
  /** What never ends is given to another worker as well; unset: it is held for as long as the process lives. */
  longestMs?: number;
}

/** Three heartbeats long: one may be lost without the work being taken for dead. */
const BEATS = 3;

export const leaseEnd = (at: Date, leaseMs: number): Date => new Date(at.getTime() + leaseMs);

/**
 * Keeps what was claimed claimed while the work on it lasts; what takes milliseconds asks the store for nothing more.
 * Whether it is still ours is seen when the end of the work is written.
 */
export async function whileHeld<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  const { at, renew, leaseMs, longestMs = Infinity } = lease;
  const last = at().getTime() + longestMs - leaseMs;
  const beat = setInterval(() => {
    const now = at();
    if (now.getTime() > last) return clearInterval(beat);
    // One that is lost is made up for by the next.
    renew(leaseEnd(now, leaseMs)).catch(() => undefined);
  }, leaseMs / BEATS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
