import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { findingsTable } from './export-findings.ts';
import * as shape from './findings.schemas.ts';
import { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';
import { getFinding, listFindings } from './list-findings.ts';
import { moveFinding } from './move-finding.ts';
import { recordSiteInspection } from './record-site-inspection.ts';

const { route, raw } = routesFor(INSPECTIONS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const findingsRoutes: Route[] = [
  route(
    'post /site-inspections',
    'siteInspections.create',
    {
      rate: 'write',
      body: shape.siteInspectionBody,
      idempotent: true,
      status: 201,
      says: ['现场七项检查', 'A visit with the seven items'],
    },
    ({ body, ctx }) => recordSiteInspection(body, ctx),
  ),
  route(
    'get /findings',
    'findings.list',
    { rate: 'read', query: shape.listFindingsQuery, says: ['整改事项', 'What has to be put right'] },
    ({ query, ctx }) => listFindings(query, ctx),
  ),
  raw(
    'get /findings/export',
    'findings.export',
    { rate: 'export', query: shape.exportFindingsQuery, says: ['导出整改事项', 'Export the findings'] },
    ({ query, ctx }, req, res) => sendTable(res, findingsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /findings/:id',
    'findings.list',
    { rate: 'read', params: idParams, says: ['一件整改事项', 'One finding'] },
    ({ params, ctx }) => getFinding(params.id, ctx),
  ),
  route(
    'post /findings/:id/moves/:action',
    'findings.move',
    {
      rate: 'write',
      params: shape.moveParams,
      body: shape.moveBody,
      versioned: true,
      says: ['整改事项的一步', 'A step of a finding'],
    },
    ({ params, version, body, ctx }) => moveFinding({ ...params, version }, body, ctx),
  ),
];
