import { nextDueView } from '../../core/law/deadline-view.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { NextDue } from '../../core/contract/deadlines.ts';
import type { Standing } from '../../core/contract/coordination.ts';
import type { LifeTable } from '../../core/lives/life-table.ts';
import { dueRange } from '../../core/law/due-range.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';

/** What every row of a list shows of a life. */
export function standingOf<Now extends { state: string }>(
  table: Pick<LifeTable<never>, 'states' | 'name'> | Pick<LifeTable, 'states' | 'name'>,
  record: LifeRecord & Partial<Now>,
): Standing {
  const { _id, version, state, isOpen, openedOn, closedOn } = record;
  return {
    ...{ id: String(_id), version, state, isOpen, openedOn },
    stateName: table.states[state] ?? table.name,
    ...(closedOn === undefined ? {} : { closedOn }),
  };
}

export const nextDueOfLife = (
  { deadlines }: Pick<LifeRecord, 'deadlines'>,
  ctx: Pick<Ctx, 'today'>,
  calendar: Calendar,
): { nextDue?: NextDue } => {
  const nextDue = nextDueView(deadlines, ctx.today, calendar);
  return nextDue === undefined ? {} : { nextDue };
};

/** The calendar of each area of a page, each read once. */
export async function calendarsOf(
  records: readonly Pick<LifeRecord, 'areaCode'>[],
): Promise<(areaCode: string) => Calendar> {
  const calendars = new Map<string, Calendar>();
  for (const { areaCode } of records)
    if (!calendars.has(areaCode)) calendars.set(areaCode, await loadCalendar(areaCode));
  return (areaCode) => {
    const calendar = calendars.get(areaCode);
    if (calendar === undefined) throw new Error(`no calendar of ${areaCode}`);
    return calendar;
  };
}

/** The last days that a due filter means, by the calendar of the reader's own area. */
export async function dueFilter(
  due: 'overdue' | 'today' | 'within3' | undefined,
  ctx: Ctx,
): Promise<Record<string, unknown>> {
  if (due === undefined) return {};
  const { from, to } = dueRange(due, ctx.today, await loadCalendar(ctx.grants[0]?.areaCode ?? ''));
  return {
    nextDueOn: {
      ...(from === undefined ? {} : { $gte: from }),
      ...(to === undefined ? {} : { $lte: to }),
    },
  };
}
