import type { Request, Response } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { checkDocument } from './check-document.ts';
import { approveDocument, returnDocument, submitDocument, voidDocument } from './decide-document.ts';
import { DOCUMENTS_PERMISSIONS } from './documents.permissions.ts';
import * as shape from './documents.schemas.ts';
import { draftDocument } from './draft-document.ts';
import { editDocument } from './edit-document.ts';
import { documentsTable } from './export-documents.ts';
import { documentBytes, getDocument } from './get-document.ts';
import type { DocumentBytes } from './get-document.ts';
import { issueDocument } from './issue-document.ts';
import { listDocuments } from './list-documents.ts';
import { listKinds } from './list-kinds.ts';
import { previewText } from './preview-text.ts';
import { confirmService, serveDocument } from './serve-document.ts';
import { templatesRoutes } from './templates.routes.ts';

const { route, raw } = routesFor(DOCUMENTS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

const MIME = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A paper is shown in a frame of our own pages and nowhere else; it can run nothing. */
function sendPaper(res: Response, as: keyof typeof MIME, { bytes, name }: DocumentBytes): void {
  res
    .set({
      'content-type': MIME[as],
      'content-disposition': contentDisposition(as === 'pdf' ? 'inline' : 'attachment', name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(bytes);
}

const reading: Route[] = [
  route(
    'get /documents/kinds',
    'documents.draft',
    { rate: 'read', query: shape.kindsQuery, says: ['可制作的文书及缺项', 'Papers that can be drafted'] },
    ({ query, ctx }) => listKinds(query, ctx),
  ),
  route(
    'get /documents',
    'documents.list',
    { rate: 'read', query: shape.listQuery, says: ['文书列表', 'Papers'] },
    ({ query, ctx }) => listDocuments(query, ctx),
  ),
  raw(
    'get /documents/export',
    'documents.list',
    { rate: 'export', query: shape.exportQuery, says: ['导出文书列表', 'Export papers'] },
    ({ query, ctx }, req, res) => sendTable(res, documentsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /documents/:id',
    'documents.read',
    { rate: 'read', params: idParams, says: ['文书详情', 'One paper'] },
    ({ params, ctx }) => getDocument(params.id, ctx),
  ),
  route(
    'get /documents/:id/preview',
    'documents.read',
    { rate: 'read', params: idParams, says: ['文书正文预览', 'The text of a paper'] },
    ({ params, ctx }) => previewText(params.id, ctx),
  ),
  raw(
    'get /documents/:id/pdf',
    'documents.read',
    { rate: 'export', params: idParams, says: ['文书 PDF（未签发为草稿）', 'The paper as PDF'] },
    async ({ params, ctx }, _req, res) => sendPaper(res, 'pdf', await documentBytes(params.id, 'pdf', ctx)),
  ),
  raw(
    'get /documents/:id/docx',
    'documents.read',
    { rate: 'export', params: idParams, says: ['文书 Word（未签发为草稿）', 'The paper in Word'] },
    async ({ params, ctx }, _req, res) => sendPaper(res, 'docx', await documentBytes(params.id, 'docx', ctx)),
  ),
  route(
    'get /public/documents/:checkCode',
    'documents.check',
    { rate: 'submit', params: shape.checkParams, says: ['核验文书真伪', 'Check a paper'] },
    ({ params, ctx }) => checkDocument(params.checkCode, ctx),
  ),
];

const move = { rate: 'write', params: idParams, versioned: true } as const;

const moves: Route[] = [
  route(
    'post /documents',
    'documents.draft',
    {
      rate: 'write',
      body: shape.draftBody,
      status: 201,
      idempotent: true,
      says: ['制作文书草稿', 'Draft a paper'],
    },
    ({ body, ctx }) => draftDocument(body, ctx),
  ),
  route(
    'post /documents/:id/edit',
    'documents.draft',
    { ...move, body: shape.editBody, bodyKb: 512, says: ['填写文书', 'Fill in a paper'] },
    ({ params, version, body, ctx }) => editDocument(params.id, version, body, ctx),
  ),
  route(
    'post /documents/:id/submit',
    'documents.draft',
    { ...move, body: shape.emptyBody, says: ['送审', 'Ask the head'] },
    ({ params, version, ctx }) => submitDocument(params.id, version, ctx),
  ),
  route(
    'post /documents/:id/approve',
    'documents.approve',
    { ...move, body: shape.noteBody, says: ['批准', 'Approve'] },
    ({ params, version, body, ctx }) => approveDocument(params.id, version, body, ctx),
  ),
  route(
    'post /documents/:id/return-draft',
    'documents.approve',
    { ...move, body: shape.reasonBody, says: ['退回修改', 'Return the draft'] },
    ({ params, version, body, ctx }) => returnDocument(params.id, version, body, ctx),
  ),
  route(
    'post /documents/:id/issue',
    'documents.issue',
    { ...move, body: shape.emptyBody, says: ['签发', 'Issue'] },
    ({ params, version, ctx }) => issueDocument(params.id, version, ctx),
  ),
  route(
    'post /documents/:id/serve',
    'documents.serve',
    { ...move, body: shape.serveBody, says: ['登记送达', 'Record a service'] },
    ({ params, version, body, ctx }) => serveDocument(params.id, version, body, ctx),
  ),
  route(
    'post /documents/:id/confirm-service',
    'documents.serve',
    { ...move, body: shape.confirmBody, says: ['登记邮寄结果', 'What came back of a posted paper'] },
    ({ params, version, body, ctx }) => confirmService(params.id, version, body, ctx),
  ),
  route(
    'post /documents/:id/void',
    'documents.void',
    { ...move, body: shape.reasonBody, says: ['作废', 'Make void'] },
    ({ params, version, body, ctx }) => voidDocument(params.id, version, body, ctx),
  ),
];

export const documentsRoutes: Route[] = [...reading, ...moves, ...templatesRoutes];
