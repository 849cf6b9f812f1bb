import type { DepartmentTaskView, OpenDepartmentTask } from '../../../core/contract/coordination.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { openLife } from '../../../platform/lives/index.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { listDepartments } from '../../areas/index.ts';
import { knownAbout } from '../about.ts';
import { sentBy } from '../coordination-reach.ts';
import { liaisonsOf } from '../tell.ts';
import { TASKS } from './task-kind.ts';
import type { TaskRecord } from './task.model.ts';
import { taskView } from './task-view.ts';
import { tellOfTask } from './tell-task.ts';

/**
 * Sends a task or refers a matter to a member department: to one that has somebody in the area who reads it, so that
 * nothing is sent to nobody.
 * @law REG-7-1
 */
export async function openTask(input: OpenDepartmentTask, ctx: Ctx): Promise<DepartmentTaskView> {
  return taskView(await sendTask(input, ctx), ctx);
}

/** The same for other use cases; `decision` names the decision of a meeting that it carries out. */
export async function sendTask(
  { given, about, ...input }: OpenDepartmentTask,
  ctx: Ctx,
  decision?: string,
): Promise<TaskRecord> {
  const from = sentBy(input.areaCode, ctx);
  if (from === undefined) throw new AppError('forbidden');
  await requireReceiver(input, ctx);
  const fresh = {
    ...input,
    ...(await knownAbout(about, ctx)),
    sentBy: from,
    ...(decision === undefined ? {} : { decision }),
  };
  return openLife(TASKS, fresh, given, ctx, () => ({
    facts: { departmentCode: input.departmentCode, kind: input.kind, matter: input.matter },
    andAlso: (made) => tellOfTask(made, 'open', ctx),
  }));
}

/** Is there such a department, and somebody of it in the area who would read what is sent? */
export async function requireReceiver(
  to: { areaCode: string; departmentCode: string },
  ctx: Ctx,
): Promise<void> {
  const { items } = await listDepartments({});
  if (!items.some(({ code }) => code === to.departmentCode))
    throw wrongField('departmentCode', '没有这个部门', 'There is no such department');
  if ((await liaisonsOf(to, ctx)).length === 0)
    throw wrongField(
      'departmentCode',
      '该部门在这个区域还没有联络员账号，任务没有人接收。请先由管理员开通',
      'The department has no liaison in this area who would receive it; an administrator opens the account first',
    );
}
