import type { CalendarYearSummary, CalendarYearView } from '../../core/contract/areas.ts';
import type { Page } from '../../core/contract/page.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaChain } from '../areas/index.ts';
import { findLocalHolidays, findStoredYear, findStoredYears } from './calendar.model.ts';
import { loadCalendar } from './load-calendar.ts';
import { yearView } from './year-view.ts';

/** Which days of this year are worked in this area, by which notice? A year without one says so. */
export async function getCalendarYear(
  year: number,
  query: { areaCode?: string },
  ctx: Ctx,
): Promise<CalendarYearView> {
  const areaCode = query.areaCode ?? ctx.grants[0]?.areaCode ?? '';
  const [calendar, stored, local] = await Promise.all([
    loadCalendar(areaCode),
    findStoredYear(year),
    findLocalHolidays(areaChain(areaCode)),
  ]);
  return yearView(year, calendar, stored, local);
}

/** Every year with a notice and, with or without one, this year and the next. */
export async function listCalendarYears(ctx: Ctx): Promise<Page<CalendarYearSummary>> {
  const [calendar, stored] = await Promise.all([
    loadCalendar(ctx.grants[0]?.areaCode ?? ''),
    findStoredYears(),
  ]);
  const thisYear = partsOf(ctx.today).year;
  const years = [...new Set([...Object.keys(calendar.years).map(Number), thisYear, thisYear + 1])].sort(
    (a, b) => b - a,
  );
  const items = years.map((year) => {
    const view = yearView(year, calendar, stored.find((one) => one.year === year) ?? null, []);
    const { origin, notice, workingDays, version } = view;
    return { year, origin, ...(notice === undefined ? {} : { notice }), workingDays, version };
  });
  return { items, nextCursor: null, total: items.length };
}
