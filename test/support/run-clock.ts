import { addDays, startOfShanghaiDay, toShanghaiDay } from '../../server/core/kit/plain-date.ts';

/** Longer than a whole run takes. */
const A_RUN_MS = 20 * 60_000;
const PRELOAD = new URL('./shifted-clock.js', import.meta.url).href;

/**
 * By how many milliseconds the clocks of a run are set ahead. TEST_AT is the moment it is to begin at, for trying month
 * ends, holidays and year turns; only later than now, since a browser throws away cookies that ended by its own clock.
 * (The disk keeps its own time: days ahead, the tests of what is removed by its age on disk fail.)
 * Without it a run that midnight in Shanghai would fall into takes place after it: a form filled in today and sent
 * tomorrow is refused, as it should be.
 */
export function shiftOf(now: number, testAt: string | undefined): number {
  if (testAt !== undefined) {
    const shift = Date.parse(testAt) - now;
    if (!(shift >= 0))
      throw new Error(`TEST_AT must be a moment later than now, as 2027-01-01T10:00+08:00: ${testAt}`);
    return shift;
  }
  const untilMidnight = startOfShanghaiDay(addDays(toShanghaiDay(now), 1)) - now;
  return untilMidnight < A_RUN_MS ? untilMidnight + 1000 : 0;
}

/** What a process of the run is started with, so that it and all it starts have that clock. */
export const clockEnv = (shiftMs: number): Record<string, string> =>
  shiftMs === 0
    ? {}
    : {
        CLOCK_SHIFT_MS: String(shiftMs),
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${PRELOAD}`.trim(),
      };
