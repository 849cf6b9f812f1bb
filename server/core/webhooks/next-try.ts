const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const FIRST_WAIT = 30 * SECOND;
const LONGEST_WAIT = 3 * HOUR;
const GIVEN_UP_AFTER = 24 * HOUR;

/**
 * When is a delivery tried again after its nth failure? After half a minute, one, two, four … minutes, three hours at
 * most; the second half of each wait is drawn by lot, so that what failed together does not come back together. Null
 * once the next try would lie more than a day after the first: then it is parked.
 */
export function nextTry(
  { firstAt, attempts }: { firstAt: number; attempts: number },
  now: number,
  random: () => number,
): number | null {
  const wait = Math.min(FIRST_WAIT * 2 ** Math.min(attempts - 1, 20), LONGEST_WAIT);
  const at = now + Math.round(wait / 2 + (wait / 2) * random());
  return at - firstAt > GIVEN_UP_AFTER ? null : at;
}
