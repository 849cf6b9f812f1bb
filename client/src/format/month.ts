import {
  addDays,
  dayFromParts,
  daysInMonth,
  weekday,
  type PlainDate,
} from '../../../server/core/kit/plain-date.ts';

/** The weeks of a month, Monday first, as calendars hang on walls here; null outside of the month. */
export function weeksOf(year: number, month: number): (PlainDate | null)[][] {
  const first = dayFromParts(year, month, 1);
  const blanks = weekday(first) - 1;
  const count = daysInMonth(year, month);
  const cells: (PlainDate | null)[] = Array.from({ length: Math.ceil((blanks + count) / 7) * 7 }, (_, at) =>
    at < blanks || at >= blanks + count ? null : addDays(first, at - blanks),
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Every month touched from one day to another, e.g. for the days a period runs over. */
export function monthsBetween(from: PlainDate, to: PlainDate): { year: number; month: number }[] {
  const months: { year: number; month: number }[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  while (`${year}-${String(month).padStart(2, '0')}` <= to.slice(0, 7)) {
    months.push({ year, month });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

/** A number of a day or a month as the language writes it: the Chinese way as it is, 2026-01 with two figures. */
export const dayPart = (part: number, locale: string): string =>
  locale === 'en' ? String(part).padStart(2, '0') : String(part);

export const isWeekend = (day: PlainDate): boolean => weekday(day) >= 6;
