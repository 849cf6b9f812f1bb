import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { CERTIFICATES_PERMISSIONS } from './certificates.permissions.ts';
import * as shape from './certificates.schemas.ts';
import { checkCertificate } from './check-certificate.ts';
import { certificatesTable } from './export-certificates.ts';
import { certificateBytes, getCertificate } from './get-certificate.ts';
import { listCertificates } from './list-certificates.ts';
import { moveCertificate } from './move-certificate.ts';
import { certificateForm, requestCertificate } from './request-certificate.ts';

const { route, raw } = routesFor(CERTIFICATES_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const certificatesRoutes: Route[] = [
  route(
    'get /certificates',
    'certificates.list',
    { rate: 'read', query: shape.listQuery, says: ['信用记录证明列表', 'Credit certificates'] },
    ({ query, ctx }) => listCertificates(query, ctx),
  ),
  raw(
    'get /certificates/export',
    'certificates.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出信用记录证明', 'Export certificates'] },
    ({ query, ctx }, req, res) => sendTable(res, certificatesTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /certificates/form',
    'certificates.request',
    { rate: 'read', says: ['信用记录证明申请表', 'The form of a request'] },
    ({ ctx }) => certificateForm(ctx),
  ),
  route(
    'get /certificates/:id',
    'certificates.list',
    { rate: 'read', params: idParams, says: ['信用记录证明详情', 'One certificate'] },
    ({ params, ctx }) => getCertificate(params.id, ctx),
  ),
  raw(
    'get /certificates/:id/pdf',
    'certificates.list',
    { rate: 'export', params: idParams, says: ['下载信用记录证明', 'The certificate as PDF'] },
    async ({ params, ctx }, _req, res) => {
      const { bytes, name } = await certificateBytes(params.id, ctx);
      res
        .set({
          'content-type': 'application/pdf',
          'content-disposition': contentDisposition('attachment', name),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(bytes);
    },
  ),
  route(
    'post /certificates',
    'certificates.request',
    {
      rate: 'write',
      body: shape.requestBody,
      status: 201,
      idempotent: true,
      says: ['申请信用记录证明', 'Ask for a certificate'],
    },
    ({ body, ctx }) => requestCertificate(body, ctx),
  ),
  route(
    'post /certificates/:id/moves/:action',
    'certificates.move',
    {
      rate: 'write',
      params: shape.moveParams,
      body: shape.moveBody,
      versioned: true,
      idempotent: true,
      says: ['办理信用记录证明', 'Move a certificate'],
    },
    ({ params, version, body, ctx }) => moveCertificate({ ...params, version, ...body }, ctx),
  ),
  route(
    'get /public/certificates/:checkCode',
    'certificates.check',
    { rate: 'submit', params: shape.checkParams, says: ['核验信用记录证明', 'Check a certificate'] },
    ({ params, ctx }) => checkCertificate(params.checkCode, ctx),
  ),
];
