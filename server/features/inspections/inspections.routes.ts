import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { editInspection } from './edit-inspection.ts';
import { editOutreach } from './edit-outreach.ts';
import { inspectionsTable, outreachTable } from './export-inspections.ts';
import { findingsRoutes } from './findings.routes.ts';
import { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';
import * as shapes from './inspections.schemas.ts';
import { getInspection, listInspections } from './list-inspections.ts';
import { getOutreach, listOutreach } from './list-outreach.ts';
import { recordInspection } from './record-inspection.ts';
import { recordOutreach } from './record-outreach.ts';

const { route, raw } = routesFor(INSPECTIONS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const inspectionsRoutes: Route[] = [
  ...findingsRoutes,
  route(
    'get /inspections',
    'inspections.list',
    { rate: 'read', query: shapes.listInspectionsQuery, says: ['检查记录', 'Inspections'] },
    ({ query, ctx }) => listInspections(query, ctx),
  ),
  raw(
    'get /inspections/export',
    'inspections.export',
    { rate: 'export', query: shapes.exportInspectionsQuery, says: ['导出检查记录', 'Export inspections'] },
    ({ query, ctx }, req, res) => sendTable(res, inspectionsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /inspections/:id',
    'inspections.read',
    { rate: 'read', params: idParams, says: ['一次检查', 'One inspection'] },
    ({ params, ctx }) => getInspection(params.id, ctx),
  ),
  route(
    'post /inspections',
    'inspections.create',
    {
      rate: 'write',
      body: shapes.inspectionBody,
      idempotent: true,
      status: 201,
      says: ['登记检查', 'Record an inspection'],
    },
    ({ body, ctx }) => recordInspection(body, ctx),
  ),
  route(
    'patch /inspections/:id',
    'inspections.edit',
    {
      rate: 'write',
      params: idParams,
      body: shapes.inspectionBody,
      versioned: true,
      says: ['更正检查记录', 'Correct an inspection'],
    },
    ({ params, body, version, ctx }) => editInspection(params.id, version, body, ctx),
  ),
  route(
    'get /outreach',
    'outreach.list',
    { rate: 'read', query: shapes.listOutreachQuery, says: ['宣传活动', 'Outreach log'] },
    ({ query, ctx }) => listOutreach(query, ctx),
  ),
  raw(
    'get /outreach/export',
    'outreach.export',
    { rate: 'export', query: shapes.exportOutreachQuery, says: ['导出宣传活动', 'Export the outreach log'] },
    ({ query, ctx }, req, res) => sendTable(res, outreachTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /outreach/:id',
    'outreach.read',
    { rate: 'read', params: idParams, says: ['一次宣传活动', 'One entry of the outreach log'] },
    ({ params, ctx }) => getOutreach(params.id, ctx),
  ),
  route(
    'post /outreach',
    'outreach.create',
    {
      rate: 'write',
      body: shapes.outreachBody,
      idempotent: true,
      status: 201,
      says: ['登记宣传活动', 'Record outreach'],
    },
    ({ body, ctx }) => recordOutreach(body, ctx),
  ),
  route(
    'patch /outreach/:id',
    'outreach.edit',
    {
      rate: 'write',
      params: idParams,
      body: shapes.outreachBody,
      versioned: true,
      says: ['更正宣传活动', 'Correct an entry of the outreach log'],
    },
    ({ params, body, version, ctx }) => editOutreach(params.id, version, body, ctx),
  ),
];
