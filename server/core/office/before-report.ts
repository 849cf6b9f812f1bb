import { addDays, addPayMonths, daysInMonth, partsOf, payMonthOf, plainDate } from '../kit/plain-date.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/** Days before the day on which a month's report goes out, both included. */
export interface ReportWindow {
  readonly reportOn: PlainDate;
  readonly from: PlainDate;
  /** The month the report tells of: the one that ends with it, or the one before where it goes out early in a month. */
  readonly month: PayMonth;
}

/**
 * The days before the next report day, whichever month is written. A report of the first half of a month tells of the
 * month before; one of the second half of its own month. A report day a month does not have is its last one.
 * @example windowBefore({ reportDay: 25, calendarDays: 3 }, '2026-11-20') // from 11-22 to 11-25, of 2026-11
 */
export function windowBefore(
  { reportDay, calendarDays }: { reportDay: number; calendarDays: number },
  today: PlainDate,
): ReportWindow {
  const ofThis = dayIn(payMonthOf(today), reportDay);
  const reportOn = today <= ofThis ? ofThis : dayIn(addPayMonths(payMonthOf(today), 1), reportDay);
  const own = payMonthOf(reportOn);
  const { year, month, day } = partsOf(reportOn);
  const isEarly = day * 2 <= daysInMonth(year, month);
  return {
    reportOn,
    from: addDays(reportOn, -calendarDays),
    month: isEarly ? addPayMonths(own, -1) : own,
  };
}

function dayIn(payMonth: PayMonth, day: number): PlainDate {
  const { year, month } = partsOf(`${payMonth}-01`);
  return plainDate(`${payMonth}-${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}`);
}
