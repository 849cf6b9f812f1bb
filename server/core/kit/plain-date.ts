/** Days and pay months as text of fixed width, counted by arithmetic: no Date, no time zone data. */

declare const plainDateBrand: unique symbol;
declare const payMonthBrand: unique symbol;

/** A day in Asia/Shanghai, 'YYYY-MM-DD'; text order is day order. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** The month wages belong to, 'YYYY-MM'; never a day in disguise. */
export type PayMonth = string & { readonly [payMonthBrand]: true };

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Thrown when a text is not a day or month of the calendar. */
export class PlainDateError extends Error {
  override readonly name = 'PlainDateError';
}

const MILLIS_PER_DAY = 86_400_000;
/** China keeps one fixed offset (+08:00) since 1992; no record here is older than that to the hour. */
const SHANGHAI_OFFSET = 8 * 3_600_000;

/** Leap years have a 29th of February: divisible by 4, except centuries not divisible by 400. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Is this text a day that exists, written 'YYYY-MM-DD'? */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day, or null when the text is not one. */
export function parsePlainDate(text: string): PlainDate | null {
  return isPlainDate(text) ? text : null;
}

/** The day; throws when the text is not one. For constants and values already checked at the door. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new PlainDateError('not a day written YYYY-MM-DD');
  return text;
}

/** Year, month (1–12) and day of a day. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  return { year: numberAt(day, 0) * 100 + numberAt(day, 2), month: numberAt(day, 5), day: numberAt(day, 8) };
}

const ZERO = '0'.charCodeAt(0);

/** Two digits of a text of fixed width; NaN where it ends before. Days are taken apart millions of times a night. */
const numberAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** Builds a day from its parts; throws when there is no such day. */
export function dayFromParts(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Days from 1970 to 2106, as they were asked for: a night asks for some hundred of them by the million. */
const KNOWN_DAYS: PlainDate[] = [];
const MOST_KNOWN = 50_000;

/** Days since 1970-01-01 (days-from-civil: March starts the year, so the leap day is its last). */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that many days after 1970-01-01; the inverse of `dayNumber`. */
export function dayFromNumber(count: number): PlainDate {
  const known = KNOWN_DAYS[count];
  if (known !== undefined) return known;
  const day = civilDay(count);
  if (count >= 0 && count < MOST_KNOWN) KNOWN_DAYS[count] = day;
  return day;
}

function civilDay(count: number): PlainDate {
  if (!Number.isSafeInteger(count)) throw new PlainDateError('days are counted in whole numbers');
  const shifted = count + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return dayFromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dayFromNumber(dayNumber(date) + days);
}

/**
 * The same day of the month so many months later, or that month's last day (Civil Code 202).
 * @example addMonths(plainDate('2024-01-31'), 1) // 2024-02-29
 * @law CAL-6
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayFromParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day so many years later; the 29th of February becomes the 28th where there is none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function diffDays(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Below zero when a is before b, zero when equal, above zero when after: for sorting. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(date: PlainDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday; // 1970-01-01 was a Thursday; result is 1–7
}

/** The day it is in Shanghai at a moment given in milliseconds since the epoch. */
export function toShanghaiDay(epochMillis: number): PlainDate {
  return dayFromNumber(Math.floor((epochMillis + SHANGHAI_OFFSET) / MILLIS_PER_DAY));
}

/** The moment (milliseconds since the epoch) at which a day begins in Shanghai. */
export function startOfShanghaiDay(day: PlainDate): number {
  return dayNumber(day) * MILLIS_PER_DAY - SHANGHAI_OFFSET;
}

/** Is this text a month written 'YYYY-MM'? */
export function isPayMonth(text: unknown): text is PayMonth {
  return typeof text === 'string' && text.length === 7 && isPlainDate(`${text}-01`);
}

/** The month, or null when the text is not one. */
export function parsePayMonth(text: string): PayMonth | null {
  return isPayMonth(text) ? text : null;
}

/** The month; throws when the text is not one. */
export function payMonth(text: string): PayMonth {
  if (!isPayMonth(text)) throw new PlainDateError('not a month written YYYY-MM');
  return text;
}

/** The month a day lies in. */
export function payMonthOf(day: PlainDate): PayMonth {
  return day.slice(0, 7) as PayMonth; // a day that exists lies in a month that exists
}

/** First day of a month. */
export function firstDayOf(month: PayMonth): PlainDate {
  return `${month}-01` as PlainDate; // every month has one
}

/** Last day of a month. */
export function lastDayOf(month: PayMonth): PlainDate {
  const { year, month: number } = partsOf(`${month}-01`);
  return dayFromParts(year, number, daysInMonth(year, number));
}

/** The month so many months later (earlier when negative). */
export function addPayMonths(month: PayMonth, months: number): PayMonth {
  const { year, month: number } = partsOf(month);
  const index = year * 12 + (number - 1) + months;
  return payMonth(`${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`);
}

/** The month after. */
export function nextPayMonth(month: PayMonth): PayMonth {
  return addPayMonths(month, 1);
}

/** The month before. */
export function previousPayMonth(month: PayMonth): PayMonth {
  return addPayMonths(month, -1);
}
