import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { mergeIntoBody } from '../companies/index.ts';
import { createWorker } from './create-worker.ts';
import { editWorker } from './edit-worker.ts';
import { workersTable } from './export-workers.ts';
import { getWorker } from './get-worker.ts';
import { listWorkers } from './list-workers.ts';
import { mergeWorker } from './merge-worker.ts';
import { revealWorker } from './reveal-worker.ts';
import { WORKERS_PERMISSIONS } from './workers.permissions.ts';
import * as shape from './workers.schemas.ts';

const { route, raw } = routesFor(WORKERS_PERMISSIONS);
const one = { rate: 'write', params: idParams, versioned: true } as const;

export const workersRoutes: Route[] = [
  route(
    'get /workers',
    'workers.list',
    { rate: 'read', query: shape.listWorkersQuery, says: ['农民工列表', 'Workers'] },
    ({ query, ctx }) => listWorkers(query, ctx),
  ),
  raw(
    'get /workers/export',
    'workers.export',
    { rate: 'export', query: shape.exportWorkersQuery, says: ['导出农民工列表', 'Export workers'] },
    ({ query, ctx }, req, res) =>
      sendTable(res, workersTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  route(
    'get /workers/:id',
    'workers.list',
    { rate: 'read', params: idParams, says: ['农民工详情', 'One worker'] },
    ({ params, ctx }) => getWorker(params.id, ctx),
  ),
  route(
    'post /workers',
    'workers.create',
    {
      rate: 'write',
      body: shape.writeWorkerBody,
      status: 201,
      idempotent: true,
      says: ['登记农民工', 'Put a worker on record'],
    },
    ({ body, ctx }) => createWorker(body, ctx),
  ),
  route(
    'patch /workers/:id',
    'workers.edit',
    { ...one, body: shape.writeWorkerBody, says: ['修改农民工信息', 'Correct a worker'] },
    ({ params, body, version, ctx }) => editWorker(params.id, version, body, ctx),
  ),
  route(
    'post /workers/:id/merge',
    'workers.merge',
    { ...one, body: mergeIntoBody, says: ['合并重复人员', 'Merge a duplicate into another worker'] },
    ({ params, body, version, ctx }) => mergeWorker(params.id, version, body, ctx),
  ),
  route(
    'post /workers/:id/reveal',
    'workers.reveal',
    {
      rate: 'write',
      params: idParams,
      body: shape.revealWorkerBody,
      says: ['查看完整号码（记入日志）', 'See a full number (goes on record)'],
    },
    ({ params, body, ctx }) => revealWorker(params.id, body, ctx),
  ),
];
