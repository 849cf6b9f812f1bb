import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { IncidentForm } from '../../core/contract/incidents.ts';
import { INCIDENT } from '../../core/incidents/incident-table.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { moveBody, moveParams } from '../inspections/index.ts';
import { incidentsTable } from './export-incidents.ts';
import { INCIDENTS_PERMISSIONS } from './incidents.permissions.ts';
import * as shape from './incidents.schemas.ts';
import { getIncident, incidentCounts, listIncidents } from './list-incidents.ts';
import { moveIncident } from './move-incident.ts';
import { reportIncident } from './report-incident.ts';

const { route, raw } = routesFor(INCIDENTS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

function incidentForm(): Promise<IncidentForm> {
  const { name = INCIDENT.name, fields = [] } = INCIDENT.actions['open'] ?? {};
  return Promise.resolve({ open: { name, fields: [...fields] } });
}

export const incidentsRoutes: Route[] = [
  route(
    'get /incidents',
    'incidents.list',
    { rate: 'read', query: shape.listIncidentsQuery, says: ['集体讨薪', 'Group incidents'] },
    ({ query, ctx }) => listIncidents(query, ctx),
  ),
  raw(
    'get /incidents/export',
    'incidents.export',
    { rate: 'export', query: shape.exportIncidentsQuery, says: ['导出集体讨薪', 'Export incidents'] },
    ({ query, ctx }, req, res) => sendTable(res, incidentsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /incidents/counts',
    'incidents.count',
    { rate: 'read', query: shape.countIncidentsQuery, says: ['集体讨薪件数和规模', 'Counts by size'] },
    ({ query, ctx }) => incidentCounts(query, ctx),
  ),
  route(
    'get /incidents/form',
    'incidents.report',
    { rate: 'read', says: ['上报集体讨薪的表单', 'What a report asks for'] },
    incidentForm,
  ),
  route(
    'get /incidents/:id',
    'incidents.list',
    { rate: 'read', params: idParams, says: ['一件集体讨薪', 'One incident'] },
    ({ params, ctx }) => getIncident(params.id, ctx),
  ),
  route(
    'post /incidents',
    'incidents.report',
    {
      rate: 'write',
      body: shape.incidentBody,
      idempotent: true,
      status: 201,
      says: ['上报集体讨薪', 'Report a incident'],
    },
    ({ body, ctx }) => reportIncident(body, ctx),
  ),
  route(
    'post /incidents/:id/moves/:action',
    'incidents.move',
    {
      rate: 'write',
      params: moveParams,
      body: moveBody,
      versioned: true,
      says: ['集体讨薪的一步', 'A step of a incident'],
    },
    ({ params, version, body, ctx }) => moveIncident({ ...params, version }, body, ctx),
  ),
];
