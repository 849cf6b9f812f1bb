import {
  addDays,
  firstDayOf,
  lastDayOf,
  nextPayMonth,
  type PayMonth,
  type PlainDate,
} from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countPeriod, type SkippedDay } from './count-period.ts';

/** Which month the agreed day lies in: the month worked, or the one after. */
export type PayDayIn = 'current' | 'next';

/** The day wages must be paid, with the days it was moved over. */
export type PayDate = {
  readonly agreed: PlainDate;
  readonly payOn: PlainDate;
  readonly skipped: readonly SkippedDay[];
  readonly provisional: boolean;
};

/**
 * The agreed pay day of a month's wages before any holiday is looked at: a day number past the month's end
 * is its last day.
 * @law REG-14-1
 */
export function agreedPayDay(month: PayMonth, dayOfMonth: number, payDayIn: PayDayIn): PlainDate {
  const paidIn = payDayIn === 'current' ? month : nextPayMonth(month);
  if (!Number.isSafeInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > 31) {
    throw new RangeError('a pay day is a day of the month from 1 to 31');
  }
  const day = addDays(firstDayOf(paidIn), dayOfMonth - 1);
  const last = lastDayOf(paidIn);
  return day > last ? last : day;
}

/**
 * When must wages agreed for this day be paid? On the day, or on the last working day before it when it is a
 * day off: never later, the opposite of procedural limits.
 * @example agreed 2026-02-20 (Spring Festival) → 2026-02-14, a make-up Saturday
 * @law REG-14-2
 */
export function payDateOn(agreed: PlainDate, calendar: Calendar): PayDate {
  const count = countPeriod({ from: agreed, length: { sameDay: true }, roll: 'back', calendar });
  return { agreed, payOn: count.dueOn, skipped: count.skipped, provisional: count.provisional };
}
