import type { AddLocalHoliday, CalendarYearView } from '../../core/contract/areas.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { duplicateKeyFields, inTransaction } from '../../platform/db.ts';
import { requireReach } from '../areas/index.ts';
import {
  markCalendarChanged,
  deleteLocalHoliday,
  findLocalHoliday,
  insertLocalHoliday,
} from './calendar.model.ts';
import { getCalendarYear } from './get-calendar-year.ts';

/** A day off that the government of an ethnic area sets for its people (放假办法 4), with the paper that says so. */
export async function addLocalHoliday(input: AddLocalHoliday, ctx: Ctx): Promise<CalendarYearView> {
  requireReach(input.areaCode, ctx);
  const { areaCode, day, name, source } = input;
  const { year } = partsOf(day);
  return inTransaction(async () => {
    await insertLocalHoliday({
      areaCode,
      day,
      name,
      source,
      setBy: actorRef(ctx.actor),
      setAt: ctx.now,
    }).catch((error: unknown) => {
      if (duplicateKeyFields(error) !== null) throw new AppError('alreadyExists', { what: '地方节假日' });
      throw error;
    });
    await markCalendarChanged();
    await appendEvent(
      { subject: `calendar:${year}`, areaCode, action: 'calendar.localAdded', facts: { day, name, source } },
      ctx,
    );
    return getCalendarYear(year, { areaCode }, ctx);
  });
}

/** Takes a local holiday back; the event keeps what it was. */
export async function removeLocalHoliday(id: string, ctx: Ctx): Promise<undefined> {
  return inTransaction(async () => {
    const holiday = await findLocalHoliday(id);
    if (holiday === null) throw new AppError('notFound');
    requireReach(holiday.areaCode, ctx);
    const { areaCode, day, name } = holiday;
    const { year } = partsOf(day);
    if (!(await deleteLocalHoliday(id))) throw new AppError('notFound');
    await markCalendarChanged();
    await appendEvent(
      { subject: `calendar:${year}`, areaCode, action: 'calendar.localRemoved', facts: { day, name } },
      ctx,
    );
    return undefined;
  });
}
