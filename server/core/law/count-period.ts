import { addDays, addMonths, addYears, diffDays, weekday, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { dayFacts, hasNotice, listedChange } from './day-facts.ts';

/** A length counted in days, months or years. */
export type CountedLength =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly months: number }
  | { readonly years: number }
  | { readonly sameDay: true };

/** Where a last day goes that is not worked: to the working day after, the one before, or nowhere. */
export type Roll = 'forward' | 'back' | 'none';

/** A day that was passed over, and why. */
export type SkippedDay = {
  readonly day: PlainDate;
  readonly why: 'weekend' | 'holiday';
  readonly name?: string;
};

/** A Saturday or Sunday that was counted because the notice makes it a working day. */
export type CountedMakeUpDay = { readonly day: PlainDate; readonly name?: string };

/** The due day together with everything needed to explain it. */
export type PeriodCount = {
  readonly dueOn: PlainDate;
  /** How many days were counted: working days for working-day lengths, calendar days for the others. */
  readonly counted: number;
  readonly skipped: readonly SkippedDay[];
  readonly madeUp: readonly CountedMakeUpDay[];
  /** True when a day was judged by its weekday alone because its year's notice is missing. */
  readonly provisional: boolean;
  readonly missingYears: readonly number[];
};

/** Longest lengths counted: nothing in law comes near, and it keeps a typing slip from running away. */
export const LONGEST_LENGTH = {
  workingDays: 25_000,
  calendarDays: 36_600,
  months: 1_200,
  years: 100,
} as const;

/** Thrown for a length no period can have. */
export class PeriodLengthError extends Error {
  override readonly name = 'PeriodLengthError';
}

type Trail = { skipped: SkippedDay[]; madeUp: CountedMakeUpDay[]; missing: Set<number> };

/** Looks at one day, remembers what it was and whether its year is known; true when it is worked. */
function look(day: PlainDate, calendar: Calendar, trail: Trail): boolean {
  const { working, why, name } = dayFacts(day, calendar);
  const listed = why === 'holiday' || why === 'makeUp'; // the next year's notice may list days of this one
  if (!listed && !hasNotice(day, calendar)) trail.missing.add(Number(day.slice(0, 4)));
  const named = name === undefined ? {} : { name };
  if (why === 'makeUp') trail.madeUp.push({ day, ...named });
  if (!working) trail.skipped.push({ day, why: why === 'holiday' ? 'holiday' : 'weekend', ...named });
  return working;
}

function stepWorkingDays(
  from: PlainDate,
  count: number,
  step: 1 | -1,
  calendar: Calendar,
  trail: Trail,
): PlainDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, step);
    if (look(day, calendar, trail)) left -= 1;
  }
  return day;
}

function rollDay(day: PlainDate, roll: Roll, calendar: Calendar, trail: Trail): PlainDate {
  if (roll === 'none') return day;
  let landed = day;
  while (!look(landed, calendar, trail)) landed = addDays(landed, roll === 'forward' ? 1 : -1);
  trail.madeUp.length = 0; // landing on a make-up day is no counted make-up day
  return landed;
}

function finish(dueOn: PlainDate, counted: number, trail: Trail): PeriodCount {
  const missingYears = [...trail.missing].sort((a, b) => a - b);
  const skipped = [...trail.skipped].sort((a, b) => (a.day < b.day ? -1 : 1));
  const madeUp = [...trail.madeUp].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { dueOn, counted, skipped, madeUp, provisional: missingYears.length > 0, missingYears };
}

/** The number in a length; refuses fractions, negatives and lengths no law knows. */
export function lengthAmount(length: CountedLength): number {
  if ('sameDay' in length) return 0;
  const [unit, amount] =
    'workingDays' in length
      ? (['workingDays', length.workingDays] as const)
      : 'calendarDays' in length
        ? (['calendarDays', length.calendarDays] as const)
        : 'months' in length
          ? (['months', length.months] as const)
          : (['years', length.years] as const);
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > LONGEST_LENGTH[unit]) {
    throw new PeriodLengthError(`${unit}: a whole number from 0 to ${LONGEST_LENGTH[unit]}`);
  }
  return amount;
}

function nominalEnd(from: PlainDate, length: Exclude<CountedLength, { workingDays: number }>): PlainDate {
  const amount = lengthAmount(length);
  if ('calendarDays' in length) return addDays(from, amount);
  if ('months' in length) return addMonths(from, amount);
  return 'years' in length ? addYears(from, amount) : from;
}

/**
 * On which day does a period end? The first day is not counted. Working days skip weekends and days off and
 * count make-up days; months and years end on the same day number or the month's last; a last day that is
 * not worked rolls forward (limits for acting) or back (pay dates), or stays.
 * @example from 2026-02-13, 5 working days: 14 Feb (make-up), skip 15–23 Feb, 24, 25, 26, 27 → 2026-02-27
 * @example from 2026-01-16, 30 calendar days, forward: 2026-02-15 is Spring Festival → 2026-02-24
 * @law CAL-6
 * @law CAL-7
 * @law CAL-8
 */
export function countPeriod(input: {
  readonly from: PlainDate;
  readonly length: CountedLength;
  readonly roll: Roll;
  readonly calendar: Calendar;
}): PeriodCount {
  const { from, length, roll, calendar } = input;
  const trail: Trail = { skipped: [], madeUp: [], missing: new Set() };
  if ('workingDays' in length) {
    const count = lengthAmount(length);
    const dueOn = stepWorkingDays(from, count, 1, calendar, trail);
    return finish(count === 0 ? rollDay(dueOn, roll, calendar, trail) : dueOn, count, trail);
  }
  const end = nominalEnd(from, length);
  return finish(rollDay(end, roll, calendar, trail), diffDays(from, end), trail);
}

/**
 * The last day on which something may still be done "so long before" a day: the day itself is not counted
 * and the answer is the n-th working day (or the same day n months) before it. With 7 working days before a
 * hearing, notice on the answered day is in time and notice one working day later is not.
 * @law PRO-9
 */
export function countBack(input: {
  readonly before: PlainDate;
  readonly length: CountedLength;
  readonly roll: Roll;
  readonly calendar: Calendar;
}): PeriodCount {
  const { before, length, roll, calendar } = input;
  const trail: Trail = { skipped: [], madeUp: [], missing: new Set() };
  const amount = lengthAmount(length);
  if ('workingDays' in length) {
    return finish(stepWorkingDays(before, amount, -1, calendar, trail), amount, trail);
  }
  const end =
    'calendarDays' in length
      ? addDays(before, -amount)
      : 'months' in length
        ? addMonths(before, -amount)
        : 'years' in length
          ? addYears(before, -amount)
          : before;
  return finish(rollDay(end, roll, calendar, trail), diffDays(end, before), trail);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier.
 * @example Friday to the Monday after: 1
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const days = diffDays(from, to);
  const rest = days % 7;
  const first = weekday(from);
  let count = 5 * ((days - rest) / 7);
  for (let after = 1; after <= rest; after++) if ((first + after - 1) % 7 < 5) count += 1;
  return count + listedChange(to, calendar) - listedChange(from, calendar);
}
