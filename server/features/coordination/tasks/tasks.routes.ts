import type { Request } from 'express';
import type { Locale } from '../../../core/contract/accounts.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { sendTable } from '../../../platform/tables/index.ts';
import { COORDINATION_PERMISSIONS } from '../coordination.permissions.ts';
import { moveBody, stepParams } from '../coordination-shapes.ts';
import { repliesTable, tasksTable } from './export-tasks.ts';
import { getTask, listReplies, listTasks } from './list-tasks.ts';
import { moveTask } from './move-task.ts';
import { openTask } from './open-task.ts';
import * as shape from './tasks.schemas.ts';

const { route, raw } = routesFor(COORDINATION_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const tasksRoutes: Route[] = [
  route(
    'get /department-tasks',
    'departmentTasks.list',
    { rate: 'read', query: shape.listTasksQuery, says: ['部门任务', 'Department tasks'] },
    ({ query, ctx }) => listTasks(query, ctx),
  ),
  raw(
    'get /department-tasks/export',
    'departmentTasks.export',
    { rate: 'export', query: shape.exportTasksQuery, says: ['导出部门任务', 'Export department tasks'] },
    ({ query, ctx }, req, res) => sendTable(res, tasksTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /department-tasks/replies',
    'departmentTasks.replies',
    { rate: 'read', query: shape.repliesQuery, says: ['部门答复情况', 'Replies of the departments'] },
    ({ query, ctx }) => listReplies(query, ctx),
  ),
  raw(
    'get /department-tasks/replies/export',
    'departmentTasks.replies',
    { rate: 'export', query: shape.exportRepliesQuery, says: ['导出部门答复情况', 'Export the replies'] },
    ({ query, ctx }, req, res) => sendTable(res, repliesTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /department-tasks/:id',
    'departmentTasks.list',
    { rate: 'read', params: idParams, says: ['一项部门任务', 'One department task'] },
    ({ params, ctx }) => getTask(params.id, ctx),
  ),
  route(
    'post /department-tasks',
    'departmentTasks.open',
    {
      ...{ rate: 'write', body: shape.openTaskBody, idempotent: true, status: 201 },
      says: ['发出部门任务', 'Send a department task'],
    },
    ({ body, ctx }) => openTask(body, ctx),
  ),
  route(
    'post /department-tasks/:id/moves/:action',
    'departmentTasks.move',
    {
      ...{ rate: 'write', params: stepParams, body: moveBody, versioned: true, idempotent: true },
      says: ['部门任务的一步', 'A step of a department task'],
    },
    ({ params, body, version, ctx }) => moveTask({ ...params, version, given: body.given }, ctx),
  ),
];
