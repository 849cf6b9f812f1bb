import type { DepartmentTaskRow, DepartmentTaskView } from '../../../core/contract/coordination.ts';
import { DEPARTMENT_TASK } from '../../../core/coordination/department-task.ts';
import { DUTIES, isDutyOf } from '../../../core/coordination/duties.ts';
import type { Calendar } from '../../../core/law/calendar/calendar.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import { citationWords, viewOfLife } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { filesOfSteps } from '../../files/index.ts';
import { nextDueOfLife, standingOf } from '../life-rows.ts';
import { TASKS } from './task-kind.ts';
import type { TaskRecord } from './task.model.ts';

type Fields = Omit<DepartmentTaskRow, keyof ReturnType<typeof standingOf>>;

function fieldsOf(record: TaskRecord, calendar: Calendar, ctx: Pick<Ctx, 'today'>): Fields {
  const { areaCode, kind, departmentCode, matter, title, about, sentBy, answeredOn, answeredLate } = record;
  return {
    ...{ areaCode, kind, departmentCode, matter, title },
    ...(about === undefined ? {} : { about }),
    sentBy: { role: sentBy.role, name: sentBy.name },
    dueOn: dayOf(record.facts, 'dueOn') ?? record.nextDueOn,
    ...nextDueOfLife(record, ctx, calendar),
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(answeredLate === undefined ? {} : { answeredLate }),
  };
}

export const taskRow = (
  record: TaskRecord,
  calendar: Calendar,
  ctx: Pick<Ctx, 'today'>,
): DepartmentTaskRow => ({
  ...standingOf(DEPARTMENT_TASK, record),
  ...fieldsOf(record, calendar, ctx),
});

/** One task as this reader may see it; article 7 is cited where it gives the matter to this very department. */
export async function taskView(record: TaskRecord, ctx: Ctx): Promise<DepartmentTaskView> {
  const life = await viewOfLife(TASKS, record, ctx);
  const { matter, departmentCode } = record;
  const citation = isDutyOf(matter, departmentCode) ? citationWords('REG-7-1') : undefined;
  return {
    ...life,
    ...fieldsOf(record, await loadCalendar(record.areaCode), ctx),
    files: await filesOfSteps(record.history),
    duty: DUTIES[matter].name,
    ...(citation === undefined ? {} : { citation }),
  };
}
