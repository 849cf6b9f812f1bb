import type { DepartmentTaskView } from '../../../core/contract/coordination.ts';
import { currentDue } from '../../../core/law/deadline.ts';
import type { Ctx } from '../../../platform/context.ts';
import { moveLife } from '../../../platform/lives/index.ts';
import { coordinationLimit } from '../coordination-reach.ts';
import { TASKS } from './task-kind.ts';
import type { TaskRecord } from './task.model.ts';
import { taskView } from './task-view.ts';
import { tellOfTask } from './tell-task.ts';

/** One step of a task by whoever's it is: the department's to take, give back or answer, the sender's to close or send back. */
export async function moveTask(
  asked: { id: string; action: string; version: number; given: unknown },
  ctx: Ctx,
): Promise<DepartmentTaskView> {
  const { action } = asked;
  const moved = await moveLife(TASKS, asked, coordinationLimit(ctx), ctx, (record) => ({
    set: countedBy(record, action, ctx),
    facts: { departmentCode: record.departmentCode },
    andAlso: (changed) => tellOfTask(changed, action, ctx),
  }));
  return taskView(moved, ctx);
}

/** What the replies of a department are counted from. */
function countedBy(record: TaskRecord, action: string, { today }: Ctx): Partial<TaskRecord> {
  if (action === 'return') return { returned: (record.returned ?? 0) + 1 };
  if (action === 'sendBack') return { sentBack: (record.sentBack ?? 0) + 1 };
  if (action !== 'answer') return {};
  const due = record.deadlines.findLast(({ period }) => period === 'departmentTask');
  return { answeredOn: today, answeredLate: due !== undefined && currentDue(due) < today };
}
