import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { getCreditFile, getOwnCreditFiles } from './credit-file.ts';
import { CREDIT_PERMISSIONS } from './credit.permissions.ts';
import * as shape from './credit.schemas.ts';
import { ratingsTable } from './export-ratings.ts';
import { listCreditFiles } from './list-credit-files.ts';
import { listRatings } from './list-ratings.ts';
import { moveRating } from './move-rating.ts';
import { openRating } from './open-rating.ts';
import { computeYear } from './propose-grades.ts';
import { getRating } from './rating-view.ts';

const { route, raw } = routesFor(CREDIT_PERMISSIONS);

export const creditRoutes: Route[] = [
  route(
    'get /companies/:id/credit',
    'credit.read',
    {
      rate: 'read',
      params: idParams,
      query: shape.fileQuery,
      says: ['企业信用档案', 'Credit file of a company'],
    },
    ({ params, query, ctx }) => getCreditFile(params.id, query.day, ctx),
  ),
  route(
    'get /credit-files/own',
    'credit.own',
    { rate: 'read', says: ['本单位信用档案', 'The reader’s own credit files'] },
    ({ ctx }) => getOwnCreditFiles(ctx),
  ),
  route(
    'get /credit-files',
    'credit.list',
    { rate: 'read', query: shape.filesQuery, says: ['信用档案列表', 'Credit files'] },
    ({ query, ctx }) => listCreditFiles(query, ctx),
  ),
  route(
    'get /ratings',
    'ratings.list',
    { rate: 'read', query: shape.ratingsQuery, says: ['年度守法诚信等级', 'Yearly grades'] },
    ({ query, ctx }) => listRatings(query, ctx),
  ),
  raw(
    'get /ratings/export',
    'ratings.export',
    { rate: 'export', query: shape.exportQuery, says: ['导出年度等级', 'Export yearly grades'] },
    ({ query, ctx }, req, res) =>
      sendTable(res, ratingsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  route(
    'get /ratings/:id',
    'ratings.list',
    { rate: 'read', params: idParams, says: ['一家企业的年度等级', 'One yearly grade'] },
    ({ params, ctx }) => getRating(params.id, ctx),
  ),
  route(
    'post /ratings',
    'ratings.open',
    {
      ...{ rate: 'write', body: shape.openBody, status: 201, idempotent: true },
      says: ['提出年度等级', 'Propose a yearly grade'],
    },
    ({ body, ctx }) => openRating(body, ctx),
  ),
  route(
    'post /ratings/compute',
    'ratings.open',
    {
      ...{ rate: 'write', body: shape.computeBody },
      says: ['计算一个年度的等级', 'Propose the grades of a year'],
    },
    ({ body, ctx }) => computeYear(body, ctx),
  ),
  route(
    'post /ratings/:id/moves/:action',
    'ratings.move',
    {
      ...{ rate: 'write', params: shape.moveParams, body: shape.moveBody, versioned: true, idempotent: true },
      says: ['办理年度等级', 'Take a step of a yearly grade'],
    },
    ({ params, body, version, ctx }) => moveRating({ ...params, ...body, version }, ctx),
  ),
];
