import type { PlainDate } from '../kit/plain-date.ts';
import { dayFromParts, daysInMonth, partsOf } from '../kit/plain-date.ts';

const QUARTER = 3;
const HALF_YEAR = 6;
const PROVINCE = '0000';

/** Is this the office of a province? It publishes by half-years, those below by quarters. @law PUB-5 */
export const publishesByHalfYear = (officeCode: string): boolean =>
  officeCode.length === 2 || officeCode.endsWith(PROVINCE);

/**
 * The last day of the quarter or half-year that runs: by then what was approved in it stands in the list.
 * @example listDueOn('2026-05-08', '532601') // 2026-06-30
 * @law PUB-5
 */
export function listDueOn(day: PlainDate, officeCode: string): PlainDate {
  const { year, month } = partsOf(day);
  const length = publishesByHalfYear(officeCode) ? HALF_YEAR : QUARTER;
  const last = Math.ceil(month / length) * length;
  return dayFromParts(year, last, daysInMonth(year, last));
}
