import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { assignVisits } from './assign-visits.ts';
import { getPlan } from './get-plan.ts';
import { getScreening } from './get-screening.ts';
import { INSPECTION_PLAN_PERMISSIONS } from './inspection-plan.permissions.ts';
import * as shape from './inspection-plan.schemas.ts';
import { reportNoHazard } from './report-no-hazard.ts';

const { route } = routesFor(INSPECTION_PLAN_PERMISSIONS);
const create = { rate: 'write', idempotent: true, status: 201 } as const;

export const inspectionPlanRoutes: Route[] = [
  route(
    'get /inspection-plan',
    'inspectionPlan.read',
    { rate: 'read', query: shape.planQuery, says: ['按风险安排的巡查计划', 'Inspections planned by risk'] },
    ({ query, ctx }) => getPlan(query, ctx),
  ),
  route(
    'post /inspection-plan',
    'inspectionPlan.assign',
    { ...create, body: shape.assignBody, says: ['安排巡查人员', 'Give visits to an inspector'] },
    ({ body, ctx }) => assignVisits(body, ctx),
  ),
  route(
    'get /screening',
    'screening.list',
    {
      rate: 'read',
      query: shape.screeningQuery,
      says: ['政府投资项目排查', 'Screening of government projects'],
    },
    ({ query, ctx }) => getScreening(query, ctx),
  ),
  route(
    'post /screening',
    'screening.report',
    { ...create, body: shape.noHazardBody, says: ['登记排查无隐患', 'Report that nothing was found'] },
    ({ body, ctx }) => reportNoHazard(body, ctx),
  ),
];
