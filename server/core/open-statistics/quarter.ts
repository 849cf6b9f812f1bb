import type { PlainDate } from '../kit/plain-date.ts';
import { dayFromParts, daysInMonth, partsOf } from '../kit/plain-date.ts';

/** A quarter of a calendar year, '2026-Q3'. */
export type Quarter = string & { readonly quarter: true };

const MONTHS = 3;
const IN_A_YEAR = 4;
const quarter = (year: number, number: number): Quarter =>
  `${String(year).padStart(4, '0')}-Q${number}` as Quarter; // made of its two parts

/**
 * The quarters that are over on a day, the latest first. A quarter that runs is not published: from one day to the next
 * its numbers would tell of the single record that came in between.
 * @example finishedQuarters('2026-11-22', 2) // 2026-Q3, 2026-Q2
 */
export function finishedQuarters(today: PlainDate, count: number): Quarter[] {
  const { year, month } = partsOf(today);
  const running = year * IN_A_YEAR + Math.ceil(month / MONTHS) - 1;
  return Array.from({ length: count }, (_, back) => {
    const one = running - 1 - back;
    return quarter(Math.floor(one / IN_A_YEAR), (one % IN_A_YEAR) + 1);
  });
}

/** Its first and last day. */
export function daysOfQuarter(one: Quarter): { from: PlainDate; to: PlainDate } {
  const year = Number(one.slice(0, 4));
  const last = Number(one.slice(-1)) * MONTHS;
  return {
    from: dayFromParts(year, last - MONTHS + 1, 1),
    to: dayFromParts(year, last, daysInMonth(year, last)),
  };
}
