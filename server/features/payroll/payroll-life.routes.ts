import { routesFor } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { lineEvidence } from './line-evidence.ts';
import * as shape from './payroll-life.schemas.ts';
import { PAYROLL_PERMISSIONS } from './payroll.permissions.ts';
import { payrollView } from './payroll-view.ts';
import { approvePayroll, deliverSlips, returnPayroll } from './review-payroll.ts';

const { route } = routesFor(PAYROLL_PERMISSIONS);

const move = { rate: 'write', params: idParams, versioned: true } as const;

/** What happens to a sheet after it was filed; pay files are the feature's that keeps them. */
export const payrollLifeRoutes: Route[] = [
  route(
    'post /payroll/sheets/:id/approve',
    'payroll.review',
    { ...move, says: ['审核通过工资表', 'Approve a payroll sheet'] },
    async ({ params, version, ctx }) => payrollView(await approvePayroll({ ...params, version }, ctx), ctx),
  ),
  route(
    'post /payroll/sheets/:id/return',
    'payroll.review',
    { ...move, body: shape.returnBody, says: ['退回工资表', 'Return a payroll sheet'] },
    async ({ params, body, version, ctx }) =>
      payrollView(await returnPayroll({ ...params, version }, body, ctx), ctx),
  ),
  route(
    'post /payroll/sheets/:id/deliver-slips',
    'payroll.review',
    { ...move, says: ['发放工资条', 'Deliver the pay slips'] },
    async ({ params, version, ctx }) => payrollView(await deliverSlips({ ...params, version }, ctx), ctx),
  ),
  route(
    'get /payroll/lines/:id/evidence',
    'payroll.evidence',
    { rate: 'read', params: idParams, says: ['一笔工资的佐证', 'What a payroll line rests on'] },
    ({ params, ctx }) => lineEvidence(params.id, ctx),
  ),
];
