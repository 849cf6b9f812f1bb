import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { mattersTable } from './export-matters.ts';
import { getMatter, getServedPaper } from './get-matter.ts';
import { listMatters } from './list-matters.ts';
import { listProofs } from './list-proofs.ts';
import { RESPONDENT_PERMISSIONS } from './respondent.permissions.ts';
import * as shape from './respondent.schemas.ts';
import { sendProof } from './send-proof.ts';

const { route, raw } = routesFor(RESPONDENT_PERMISSIONS);

export const respondentRoutes: Route[] = [
  route(
    'get /company/matters',
    'matters.list',
    { rate: 'read', query: shape.listQuery, says: ['本单位的涉案事项', 'Cases in which we were served'] },
    ({ query, ctx }) => listMatters(query, ctx),
  ),
  raw(
    'get /company/matters/export',
    'matters.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出涉案事项', 'Export the cases'] },
    ({ query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      return sendTable(res, mattersTable(query, ctx, locale));
    },
  ),
  route(
    'get /company/matters/:id',
    'matters.list',
    { rate: 'read', params: idParams, says: ['一件涉案事项', 'What was served in one case'] },
    ({ params, ctx }) => getMatter(params.id, ctx),
  ),
  raw(
    'get /company/matters/:id/papers/:paperId/pdf',
    'matters.list',
    { rate: 'export', params: shape.paperParams, says: ['送达的文书 PDF', 'A served paper as PDF'] },
    async ({ params, ctx }, _req, res) => {
      const { bytes, name } = await getServedPaper(params.id, params.paperId, ctx);
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
    'post /company/matters/:id/proofs',
    'matters.answer',
    {
      rate: 'write',
      params: idParams,
      body: shape.sendBody,
      idempotent: true,
      status: 201,
      says: ['提交要求提供的资料', 'Send a document that was demanded'],
    },
    ({ params, body, ctx }) => sendProof(params.id, body, ctx),
  ),
  route(
    'get /cases/:id/proofs',
    'proofs.read',
    { rate: 'read', params: idParams, says: ['单位提供了哪些资料', 'What the company produced'] },
    ({ params, ctx }) => listProofs(params.id, ctx),
  ),
];
