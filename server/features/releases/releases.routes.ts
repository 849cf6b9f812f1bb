import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { releasesTable } from './export-releases.ts';
import { getRelease } from './get-release.ts';
import { listPublicReleases } from './list-public-releases.ts';
import { listReleases } from './list-releases.ts';
import { moveRelease } from './move-release.ts';
import { openRelease } from './open-release.ts';
import { printRelease } from './print-release.ts';
import { RELEASES_PERMISSIONS } from './releases.permissions.ts';
import * as shape from './releases.schemas.ts';
import { releasesOfProject } from './releases-of-project.ts';

const { route, raw } = routesFor(RELEASES_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const releasesRoutes: Route[] = [
  route(
    'get /releases',
    'releases.list',
    { rate: 'read', query: shape.listQuery, says: ['销户与返还列表', 'Account closings and bond returns'] },
    ({ query, ctx }) => listReleases(query, ctx),
  ),
  raw(
    'get /releases/export',
    'releases.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出销户与返还', 'Export closings and returns'] },
    ({ query, ctx }, req, res) => sendTable(res, releasesTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /releases/:id',
    'releases.list',
    { rate: 'read', params: idParams, says: ['销户或返还详情', 'One closing or return'] },
    ({ params, ctx }) => getRelease(params.id, ctx),
  ),
  raw(
    'get /releases/:id/paper.pdf',
    'releases.list',
    {
      rate: 'export',
      params: idParams,
      says: ['确认书或者不予确认告知书', 'The confirmation, or the written refusal'],
    },
    async ({ params, ctx }, _req, res) => {
      const { bytes, name } = await printRelease(params.id, ctx);
      res
        .set({
          'content-type': 'application/pdf',
          'content-disposition': contentDisposition('inline', name),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(bytes);
    },
  ),
  route(
    'get /projects/:id/releases',
    'releases.list',
    { rate: 'read', params: idParams, says: ['项目的销户与返还', 'Closings and returns of a project'] },
    ({ params, ctx }) => releasesOfProject(params.id, ctx),
  ),
  route(
    'post /releases',
    'releases.open',
    {
      rate: 'write',
      body: shape.openBody,
      status: 201,
      idempotent: true,
      says: ['申请销户或返还保证金', 'Begin a closing or a return'],
    },
    ({ body, ctx }) => openRelease(body, ctx),
  ),
  route(
    'post /releases/:id/moves/:action',
    'releases.move',
    {
      rate: 'write',
      params: shape.moveParams,
      body: shape.moveBody,
      versioned: true,
      idempotent: true,
      says: ['办理销户或返还', 'Move a closing or a return'],
    },
    ({ params, version, body, ctx }) => moveRelease({ ...params, version, ...body }, ctx),
  ),
  route(
    'get /public/releases',
    'releases.public',
    { rate: 'read', query: shape.publicQuery, says: ['正在公示的销户与返还', 'Notices that run'] },
    ({ query, ctx }) => listPublicReleases(query, ctx),
  ),
];
