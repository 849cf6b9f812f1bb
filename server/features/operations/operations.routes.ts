import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { getHealth } from './get-health.ts';
import { listJobRuns, listJobs } from './list-jobs.ts';
import { OPERATIONS_PERMISSIONS } from './operations.permissions.ts';
import * as shapes from './operations.schemas.ts';
import { runJob } from './run-job.ts';

const { route } = routesFor(OPERATIONS_PERMISSIONS);

export const operationsRoutes: Route[] = [
  route('get /jobs', 'jobs.list', { rate: 'read', says: ['定时任务', 'Scheduled jobs'] }, ({ ctx }) =>
    listJobs(ctx),
  ),
  route(
    'get /jobs/:name/runs',
    'jobs.runs',
    {
      rate: 'read',
      params: shapes.jobParams,
      query: shapes.listRunsQuery,
      says: ['任务运行记录', 'Runs of a job'],
    },
    ({ params, query }) => listJobRuns(params.name, query),
  ),
  route(
    'post /jobs/:name/run',
    'jobs.run',
    {
      rate: 'write',
      params: shapes.jobParams,
      body: shapes.runJobBody,
      idempotent: true,
      status: 202,
      says: ['立即为某日运行任务', 'Run a job now for a day'],
    },
    ({ params, body, ctx }) => runJob(params.name, body, ctx),
  ),
  route(
    'get /health',
    'health.read',
    { rate: 'read', says: ['系统健康', 'Health of the system'] },
    ({ ctx }) => getHealth(ctx),
  ),
];
