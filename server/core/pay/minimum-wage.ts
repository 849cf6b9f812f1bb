import type { Fen } from '../kit/money.ts';
import { fen, fractionOf } from '../kit/money.ts';
import { lastDayOf } from '../kit/plain-date.ts';
import { thresholdOn } from '../law/thresholds.ts';
import type { MonthFacts, PayrollRow } from './payroll-row.ts';

type Worked = Pick<PayrollRow, 'daysHundredths' | 'hoursHundredths'>;
type Standards = Pick<MonthFacts, 'payMonth' | 'minimumMonthlyFen' | 'minimumHourlyFen'>;

/**
 * The least wage for the time somebody worked: the area's monthly standard ÷ 21.75 for each day, never more than the whole
 * standard; hours count where they make fewer days (÷ 8). Where only the hourly standard is set, hours × that. Rounded
 * down, so that nobody is accused over part of a fen. Null where the standard is not set or no time is known.
 * @example standard 1,800.00, 10 days → 82,758 fen (827.58); 26 days → 180,000 fen
 * @law WAG-1 WAG-6
 */
export function minimumFor({ daysHundredths, hoursHundredths }: Worked, month: Standards): Fen | null {
  const { minimumMonthlyFen, minimumHourlyFen, payMonth } = month;
  const days = worked(daysHundredths, hoursHundredths, month);
  const payDays = thresholdOn('payDaysPerMonth', lastDayOf(payMonth));
  if (minimumMonthlyFen !== null && payDays !== null && days !== null) {
    return fractionOf(minimumMonthlyFen, Math.min(days, payDays), payDays, 'down');
  }
  if (minimumHourlyFen === null || (hoursHundredths ?? 0) <= 0) return null;
  return fractionOf(minimumHourlyFen, hoursHundredths ?? 0, 100, 'down');
}

/** Hundredths of a day; fewer than claimed where the hours say so. */
function worked(
  days: number | null,
  hours: number | null,
  { payMonth }: Pick<Standards, 'payMonth'>,
): number | null {
  const perDay = thresholdOn('payHoursPerDay', lastDayOf(payMonth));
  const byHours = hours !== null && hours > 0 && perDay !== null ? Math.floor((hours * 100) / perDay) : null;
  if (days === null || days <= 0) return byHours;
  return byHours === null ? days : Math.min(days, byHours);
}

/**
 * The wage that is held against the minimum: overtime pay and what is paid for other months do not count into it.
 * @law WAG-6
 */
export function wageOfMonth(row: Pick<PayrollRow, 'overtimeFen' | 'backPayFen'>, grossFen: number): Fen {
  return fen(grossFen - row.overtimeFen - row.backPayFen);
}
