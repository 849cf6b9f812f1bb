import { addDays, type PlainDate } from '../../../../server/core/kit/plain-date.ts';
import type { DeadlineView } from '../../../../server/core/contract/deadlines.ts';

/** What one day means to one running period. */
export type ClockDay = 'start' | 'counted' | 'madeUp' | 'holiday' | 'weekend' | 'standing' | 'due';
export interface ClockMark {
  kind: ClockDay;
  name?: string;
}

/** More days than this are never drawn: a limit of two years is a date, not a calendar. */
const LONGEST = 800;

/**
 * Every day of a period with what it counts for, as the server counted it: days it passed over, make-up days, days on
 * which the clock stood. Whatever is left between start and due day was counted.
 */
export function daysOfClock(deadline: DeadlineView): Map<string, ClockMark> {
  const marks = new Map<string, ClockMark>();
  const { startedOn, dueOn, standstills } = deadline;
  const skipped = new Map(deadline.skipped.map((one) => [one.day as string, one]));
  const madeUp = new Map(deadline.madeUp.map((one) => [one.day as string, one]));
  const stands = (day: PlainDate): boolean =>
    standstills.some(({ from, until }) => day >= from && (until === undefined || day < until));
  let day = addDays(startedOn, 1);
  for (let steps = 0; day <= dueOn && steps < LONGEST; day = addDays(day, 1), steps += 1) {
    marks.set(day, markOf(day));
  }
  marks.set(startedOn, { kind: 'start' });
  marks.set(dueOn, { kind: 'due' });
  return marks;

  function markOf(one: PlainDate): ClockMark {
    if (stands(one)) return { kind: 'standing' };
    const off = skipped.get(one);
    if (off)
      return { kind: off.why === 'holiday' ? 'holiday' : 'weekend', ...(off.name && { name: off.name }) };
    const on = madeUp.get(one);
    if (on) return { kind: 'madeUp', ...(on.name && { name: on.name }) };
    return { kind: 'counted' };
  }
}
