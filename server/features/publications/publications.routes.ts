import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { publicationsTable } from './export-publications.ts';
import { getPublication } from './get-publication.ts';
import { listPublications } from './list-publications.ts';
import { listViolations } from './list-violations.ts';
import { movePublication } from './move-publication.ts';
import { proposePublication } from './propose-publication.ts';
import { PUBLICATIONS_PERMISSIONS } from './publications.permissions.ts';
import * as shape from './publications.schemas.ts';
import { publicationsOfCase } from './publications-of-case.ts';

const { route, raw } = routesFor(PUBLICATIONS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const publicationsRoutes: Route[] = [
  route(
    'get /publications',
    'publications.list',
    { rate: 'read', query: shape.listQuery, says: ['重大违法公布列表', 'Publications'] },
    ({ query, ctx }) => listPublications(query, ctx),
  ),
  raw(
    'get /publications/export',
    'publications.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出重大违法公布', 'Export publications'] },
    ({ query, ctx }, req, res) => sendTable(res, publicationsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /publications/:id',
    'publications.list',
    { rate: 'read', params: idParams, says: ['重大违法公布详情', 'One publication'] },
    ({ params, ctx }) => getPublication(params.id, ctx),
  ),
  route(
    'get /cases/:id/publications',
    'publications.list',
    { rate: 'read', params: idParams, says: ['案件的重大违法公布', 'Publications of a case'] },
    ({ params, ctx }) => publicationsOfCase(params.id, ctx),
  ),
  route(
    'post /publications',
    'publications.propose',
    {
      rate: 'write',
      body: shape.proposeBody,
      status: 201,
      idempotent: true,
      says: ['提请公布重大违法', 'Propose a publication'],
    },
    ({ body, ctx }) => proposePublication(body, ctx),
  ),
  route(
    'post /publications/:id/moves/:action',
    'publications.move',
    {
      rate: 'write',
      params: shape.moveParams,
      body: shape.moveBody,
      versioned: true,
      idempotent: true,
      says: ['办理重大违法公布', 'Move a publication'],
    },
    ({ params, version, body, ctx }) => movePublication({ ...params, version, ...body }, ctx),
  ),
  route(
    'get /public/violations',
    'publications.public',
    { rate: 'read', query: shape.violationsQuery, says: ['公布的重大违法', 'Published violations'] },
    ({ query, ctx }) => listViolations(query, ctx),
  ),
];
