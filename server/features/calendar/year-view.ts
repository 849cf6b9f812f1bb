import type { CalendarYearView } from '../../core/contract/areas.ts';
import { addDays, dayFromParts } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { daysOf } from '../../core/law/calendar/calendar.ts';
import { STATUTORY_SINCE, statutoryDays } from '../../core/law/calendar/statutory-days.ts';
import { isWorkingDay } from '../../core/law/day-facts.ts';
import type { LocalHoliday, StoredYear } from './calendar.model.ts';
import { calendarWarnings } from './check-year.ts';

/** Working days from 1 January to 31 December as this calendar counts them. */
export function workingDaysIn(year: number, calendar: Calendar): number {
  let count = 0;
  for (let day = dayFromParts(year, 1, 1); day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/**
 * One year as an area sees it: the list, where it comes from, and what looks odd about it. Without a notice the list is
 * what the law alone says.
 * @law CAL-1
 */
export function yearView(
  year: number,
  calendar: Calendar,
  stored: StoredYear | null,
  local: readonly LocalHoliday[],
): CalendarYearView {
  const known = Object.hasOwn(calendar.years, year) ? calendar.years[year] : undefined;
  const byLaw = year < STATUTORY_SINCE ? [] : statutoryDays(year);
  const off = (known?.off ?? byLaw).flatMap((block) =>
    daysOf(block).map((day) => ({ day, name: block.name })),
  );
  const on = (known?.on ?? []).map(({ day, name }) => ({ day, name }));
  const last = known?.notices.at(-1);
  const workingDays = workingDaysIn(year, calendar);
  return {
    year,
    origin: stored !== null ? 'stored' : known === undefined ? 'none' : 'builtIn',
    ...(last === undefined ? {} : { notice: last.number }),
    ...(last?.link === undefined ? {} : { noticeUrl: last.link }),
    off,
    on,
    localOff: local
      .filter(({ day }) => day.startsWith(`${year}-`))
      .map(({ id, day, name, areaCode, source }) => ({ id, day, name, areaCode, source })),
    workingDays,
    warnings: known === undefined || stored === null ? [] : calendarWarnings({ off }, workingDays),
    version: stored?.version ?? 0,
  };
}
