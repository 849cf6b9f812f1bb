import type { AttendanceMonthView, AttendancePerson } from '../../core/contract/attendance.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addDays, firstDayOf, lastDayOf } from '../../core/kit/plain-date.ts';
import { dayFacts } from '../../core/law/day-facts.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { loadCalendar } from '../calendar/index.ts';
import { lengthOf } from './attendance-marks.ts';
import { attendanceOf } from './attendance-of.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';
import { employerLimit, namedPositionOn } from './roster-reach.ts';
import { teamNamesOf } from './team.model.ts';

export interface AskAttendanceMonth extends Pick<PageQuery, 'cursor' | 'limit'> {
  month: PayMonth;
  teamId?: string;
}

/** The month of everybody who was on site in it, by name, a page at a time; a day nobody recorded is left out. */
export async function getAttendanceMonth(
  projectId: string,
  { month, teamId, ...query }: AskAttendanceMonth,
  ctx: Ctx,
): Promise<AttendanceMonthView> {
  const position = await namedPositionOn(projectId, ctx);
  const { id, areaCode } = position.project;
  const limits = {
    projectId: id,
    ...employerLimit(position),
    ...(teamId === undefined ? {} : { teamId }),
    enteredOn: { $lte: lastDayOf(month) },
    leftOn: { $not: { $lt: firstDayOf(month) } },
  };
  const page = await keysetPage<EnrolmentRecord>(Enrolments, {
    sorts: { name: 'name' },
    fallback: 'name',
    limits,
    query,
  });
  return {
    projectId: id,
    month,
    days: await daysOf(month, areaCode),
    people: await peopleOf(page.items, month),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}

async function daysOf(month: PayMonth, areaCode: string): Promise<AttendanceMonthView['days']> {
  const calendar = await loadCalendar(areaCode);
  const first = firstDayOf(month);
  return Array.from({ length: lengthOf(month) }, (_none, at) => {
    const day = addDays(first, at);
    const { working, why } = dayFacts(day, calendar);
    return { day, kind: working ? 'workingDay' : why === 'holiday' ? 'holiday' : 'restDay' };
  });
}

/** The rows of the grid, in the order of the records. */
export async function peopleOf(
  records: readonly EnrolmentRecord[],
  month: PayMonth,
): Promise<AttendancePerson[]> {
  const attended = await attendanceOf(
    records.map(({ _id }) => String(_id)),
    month,
  );
  const names = await teamNamesOf([...new Set(records.map(({ teamId }) => String(teamId)))]);
  return records.map(({ _id, name, teamId }) => {
    const known = attended.get(String(_id)) ?? { marks: [], daysHundredths: 0, hoursHundredths: 0 };
    return {
      enrolmentId: String(_id),
      workerName: name,
      teamId: String(teamId),
      teamName: names.get(String(teamId)) ?? '',
      ...known,
    };
  });
}
