import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { HazardForm } from '../../core/contract/hazards.ts';
import { HAZARD } from '../../core/hazards/hazard-table.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { moveBody, moveParams } from '../inspections/index.ts';
import { hazardsTable } from './export-hazards.ts';
import { HAZARDS_PERMISSIONS } from './hazards.permissions.ts';
import * as shape from './hazards.schemas.ts';
import { getHazard, hazardCounts, listHazards } from './list-hazards.ts';
import { moveHazard } from './move-hazard.ts';
import { reportHazard } from './report-hazard.ts';

const { route, raw } = routesFor(HAZARDS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

function hazardForm(): Promise<HazardForm> {
  const { name = HAZARD.name, fields = [] } = HAZARD.actions['open'] ?? {};
  return Promise.resolve({ open: { name, fields: [...fields] } });
}

export const hazardsRoutes: Route[] = [
  route(
    'get /hazards',
    'hazards.list',
    { rate: 'read', query: shape.listHazardsQuery, says: ['隐患和小额纠纷', 'Hazards and small matters'] },
    ({ query, ctx }) => listHazards(query, ctx),
  ),
  raw(
    'get /hazards/export',
    'hazards.export',
    { rate: 'export', query: shape.exportHazardsQuery, says: ['导出隐患', 'Export hazards'] },
    ({ query, ctx }, req, res) => sendTable(res, hazardsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /hazards/counts',
    'hazards.list',
    { rate: 'read', query: shape.countHazardsQuery, says: ['各网格隐患数', 'Hazards per grid'] },
    ({ query, ctx }) => hazardCounts(query, ctx),
  ),
  route(
    'get /hazards/form',
    'hazards.report',
    { rate: 'read', says: ['上报隐患的表单', 'What a report asks for'] },
    hazardForm,
  ),
  route(
    'get /hazards/:id',
    'hazards.list',
    { rate: 'read', params: idParams, says: ['一件隐患', 'One hazard'] },
    ({ params, ctx }) => getHazard(params.id, ctx),
  ),
  route(
    'post /hazards',
    'hazards.report',
    {
      rate: 'write',
      body: shape.hazardBody,
      idempotent: true,
      status: 201,
      says: ['上报隐患', 'Report a hazard'],
    },
    ({ body, ctx }) => reportHazard(body, ctx),
  ),
  route(
    'post /hazards/:id/moves/:action',
    'hazards.move',
    {
      rate: 'write',
      params: moveParams,
      body: moveBody,
      versioned: true,
      says: ['隐患的一步', 'A step of a hazard'],
    },
    ({ params, version, body, ctx }) => moveHazard({ ...params, version }, body, ctx),
  ),
];
