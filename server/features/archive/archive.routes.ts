import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { archiveCase, retryFile } from './archive-case.ts';
import { ARCHIVE_PERMISSIONS } from './archive.permissions.ts';
import * as shape from './archive.schemas.ts';
import { caseArchive, getCaseFile } from './case-file-view.ts';
import { caseFilesTable } from './export-case-files.ts';
import { listCaseFiles } from './list-case-files.ts';
import { sendVolume } from './send-volume.ts';

const { route, raw } = routesFor(ARCHIVE_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const archiveRoutes: Route[] = [
  route(
    'get /archive',
    'archive.list',
    { rate: 'read', query: shape.listQuery, says: ['案卷列表', 'The archive'] },
    ({ query, ctx }) => listCaseFiles(query, ctx),
  ),
  raw(
    'get /archive/export',
    'archive.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出案卷列表', 'Export the archive'] },
    ({ query, ctx }, req, res) => sendTable(res, caseFilesTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /archive/:id',
    'archive.read',
    { rate: 'read', params: idParams, says: ['一份案卷', 'One case file'] },
    ({ params, ctx }) => getCaseFile(params.id, ctx),
  ),
  raw(
    'get /archive/:id/pdf',
    'archive.read',
    {
      rate: 'export',
      params: idParams,
      query: shape.volumeQuery,
      says: ['下载案卷', 'Download a case file'],
    },
    ({ params, query, ctx }, req, res) => sendVolume(params.id, query.volume ?? 'main', ctx, req, res),
  ),
  route(
    'post /archive/:id/retry',
    'archive.make',
    {
      rate: 'write',
      params: idParams,
      body: shape.emptyBody,
      status: 202,
      says: ['重新制作案卷', 'Make a case file anew'],
    },
    ({ params, ctx }) => retryFile(params.id, ctx),
  ),
  route(
    'get /cases/:id/archive',
    'archive.read',
    { rate: 'read', params: idParams, says: ['案件的案卷', 'The files of a case'] },
    ({ params, ctx }) => caseArchive(params.id, ctx),
  ),
  route(
    'post /cases/:id/archive',
    'archive.make',
    {
      rate: 'write',
      params: idParams,
      body: shape.archiveBody,
      versioned: true,
      status: 202,
      idempotent: true,
      says: ['案件归档', 'Put a case into the archive'],
    },
    ({ params, version, body, ctx }) => archiveCase(params.id, version, body, ctx),
  ),
];
