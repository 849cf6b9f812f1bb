import { DEPARTMENT_TASK } from '../../../core/coordination/department-task.ts';
import type { TaskRole, TaskSituation } from '../../../core/coordination/department-task.ts';
import type { LifeKind } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { findParameters } from '../../parameters/index.ts';
import { holdStepFiles } from '../coordination-files.ts';
import { isLiaisonOf, officeRolesIn } from '../coordination-reach.ts';
import type { TaskRecord } from './task.model.ts';
import { DepartmentTasks } from './task.model.ts';

/** Where a department task is stored, and as what its readers act on it. */
export const TASKS: LifeKind<TaskRecord, TaskSituation> = {
  table: DEPARTMENT_TASK,
  model: DepartmentTasks,
  subject: 'departmentTask',
  ground: async ({ areaCode }, { today }) => {
    const calendar = await loadCalendar(areaCode);
    const { taskReturnDays } = await findParameters(['taskReturnDays'], areaCode, today);
    return {
      ...{ today, calendar, area: {} },
      ...(typeof taskReturnDays === 'number' ? { returnDays: taskReturnDays } : {}),
    };
  },
  roles: (record, reader) => {
    const roles: TaskRole[] = [];
    if (officeRolesIn(record.areaCode, reader).includes(record.sentBy.role)) roles.push('sender');
    if (isLiaisonOf(record, reader)) roles.push('liaison');
    return roles;
  },
  hold: holdStepFiles,
};
