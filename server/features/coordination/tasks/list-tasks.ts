import type {
  AskReplies,
  DepartmentReplies,
  DepartmentTaskRow,
  DepartmentTaskView,
  ListDepartmentTasks,
} from '../../../core/contract/coordination.ts';
import type { Page } from '../../../core/contract/page.ts';
import { countReplies } from '../../../core/coordination/replies.ts';
import { areaRange, inArea } from '../../../platform/area-limit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { keysetPage } from '../../../platform/keyset-page.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { coordinationLimit } from '../coordination-reach.ts';
import { calendarsOf, dueFilter } from '../life-rows.ts';
import { TASKS } from './task-kind.ts';
import type { TaskRecord } from './task.model.ts';
import { DepartmentTasks, findCounted } from './task.model.ts';
import { taskRow, taskView } from './task-view.ts';

export const TASK_SORTS = { nextDueOn: 'nextDueOn', openedOn: 'openedOn' } as const;

/** The tasks this reader may see, what is due next first: an office those of its area, a liaison his department's. */
export async function listTasks(query: ListDepartmentTasks, ctx: Ctx): Promise<Page<DepartmentTaskRow>> {
  return tasksWith(await dueFilter(query.due, ctx), query, ctx);
}

/** The same of those to which this applies as well: for lists that ask for other days than a screen does. */
export async function tasksWith(
  filter: Record<string, unknown>,
  query: ListDepartmentTasks,
  ctx: Ctx,
): Promise<Page<DepartmentTaskRow>> {
  const { areaCode, departmentCode, kind, state, open, aboutId } = query;
  const plain = Object.entries({ departmentCode, kind, state, isOpen: open, 'about.id': aboutId });
  const page = await keysetPage<TaskRecord>(DepartmentTasks, {
    sorts: TASK_SORTS,
    fallback: 'nextDueOn',
    limits: {
      $and: [
        coordinationLimit(ctx),
        ...(areaCode === undefined ? [] : [inArea(areaCode)]),
        Object.fromEntries(plain.filter(([, value]) => value !== undefined)),
        filter,
      ],
    },
    query,
  });
  const calendar = await calendarsOf(page.items);
  return { ...page, items: page.items.map((one) => taskRow(one, calendar(one.areaCode), ctx)) };
}

/** One task; that of another department or area is not there. */
export async function getTask(id: string, ctx: Ctx): Promise<DepartmentTaskView> {
  return taskView(await getLife(TASKS, id, coordinationLimit(ctx)), ctx);
}

/** How the departments answered what was sent to them in these days; a liaison sees his own line. */
export async function listReplies(
  { areaCode, from, to }: AskReplies,
  ctx: Ctx,
): Promise<{ items: DepartmentReplies[] }> {
  const days = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  const found = await findCounted({
    $and: [
      coordinationLimit(ctx),
      ...(areaCode === undefined ? [] : [{ areaCode: areaRange(areaCode) }]),
      ...(Object.keys(days).length === 0 ? [] : [{ openedOn: days }]),
    ],
  });
  return { items: countReplies(found, ctx.today) };
}
