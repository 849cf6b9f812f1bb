import type { CalendarYearView, SetCalendarYear } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { duplicateKeyFields, inTransaction } from '../../platform/db.ts';
import { requireReach } from '../areas/index.ts';
import { markCalendarChanged, writeYear } from './calendar.model.ts';
import { servedRegion } from './calendar.settings.ts';
import { yearProblems } from './check-year.ts';
import { getCalendarYear } from './get-calendar-year.ts';

/**
 * Enters or replaces a year's list from the State Council notice; the hourly recount moves every open period that counts with it. It
 * moves due days everywhere, so only an administrator of the whole region may do it.
 */
export async function setCalendarYear(
  year: number,
  version: number,
  input: SetCalendarYear,
  ctx: Ctx,
): Promise<CalendarYearView> {
  requireReach(servedRegion(), ctx);
  const problems = yearProblems(year, input);
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
  const byDay = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? -1 : 1);
  const list = { off: [...input.off].sort(byDay), on: [...input.on].sort(byDay) };
  return inTransaction(async () => {
    const { notice, noticeUrl } = input;
    const stored = {
      year,
      notice,
      ...(noticeUrl === undefined ? {} : { noticeUrl }),
      issuedOn: input.issuedOn ?? ctx.today,
      ...list,
      setBy: actorRef(ctx.actor),
      setAt: ctx.now,
    };
    const written = await writeYear(stored, version).catch((error: unknown) => {
      if (duplicateKeyFields(error) !== null) return false;
      throw error;
    });
    if (!written) throw new AppError('staleVersion');
    await markCalendarChanged();
    const facts = { year, notice, off: list.off.map(({ day }) => day), on: list.on.map(({ day }) => day) };
    const areaCode = ctx.grants[0]?.areaCode ?? '53';
    await appendEvent({ subject: `calendar:${year}`, areaCode, action: 'calendar.yearSet', facts }, ctx);
    return getCalendarYear(year, {}, ctx);
  });
}
