import type { DepartmentReplies, TaskState } from '../contract/coordination.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** What of a task is counted. */
export interface CountedTask {
  readonly departmentCode: string;
  readonly state: string;
  readonly nextDueOn: PlainDate;
  readonly answeredOn?: PlainDate;
  readonly answeredLate?: boolean;
  readonly returned?: number;
  readonly sentBack?: number;
}

const NONE: Omit<DepartmentReplies, 'departmentCode'> = {
  ...{ sent: 0, waiting: 0, inWork: 0, overdue: 0, returned: 0 },
  ...{ answered: 0, answeredLate: 0, sentBack: 0, closed: 0 },
};

/**
 * How each department answered: a task that was withdrawn does not count; one that was given back or sent back counts
 * once however often; late is an answer after the last day that held when it came.
 */
export function countReplies(tasks: readonly CountedTask[], today: PlainDate): DepartmentReplies[] {
  const rows = new Map<string, DepartmentReplies>();
  for (const task of tasks) {
    if (task.state === ('withdrawn' satisfies TaskState)) continue;
    const { departmentCode } = task;
    const row = rows.get(departmentCode) ?? { departmentCode, ...NONE };
    const isWaiting = task.state === 'sent';
    const isInWork = task.state === 'accepted';
    rows.set(departmentCode, {
      departmentCode,
      sent: row.sent + 1,
      waiting: row.waiting + (isWaiting ? 1 : 0),
      inWork: row.inWork + (isInWork ? 1 : 0),
      overdue: row.overdue + ((isWaiting || isInWork) && task.nextDueOn < today ? 1 : 0),
      returned: row.returned + ((task.returned ?? 0) > 0 ? 1 : 0),
      answered: row.answered + (task.answeredOn === undefined ? 0 : 1),
      answeredLate: row.answeredLate + (task.answeredLate === true ? 1 : 0),
      sentBack: row.sentBack + ((task.sentBack ?? 0) > 0 ? 1 : 0),
      closed: row.closed + (task.state === 'closed' ? 1 : 0),
    });
  }
  return [...rows.values()].sort((a, b) => b.overdue - a.overdue || b.sent - a.sent);
}
