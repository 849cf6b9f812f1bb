import type { Response } from 'express';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { DOCUMENTS_PERMISSIONS } from './documents.permissions.ts';
import * as shape from './documents.schemas.ts';
import { listTemplates, templateFile } from './list-templates.ts';
import { previewTemplate } from './preview-template.ts';
import { putTemplate, resetTemplate } from './put-template.ts';

const { route, raw } = routesFor(DOCUMENTS_PERMISSIONS);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function send(res: Response, type: string, disposition: string, bytes: Buffer): void {
  res
    .set({ 'content-type': type, 'content-disposition': disposition, 'cache-control': 'private, no-store' })
    .send(bytes);
}

export const templatesRoutes: Route[] = [
  route(
    'get /document-templates',
    'documentTemplates.edit',
    { rate: 'read', query: shape.templateQuery, says: ['文书模板', 'Templates of papers'] },
    ({ query, ctx }) => listTemplates(query.areaCode, ctx),
  ),
  raw(
    'get /document-templates/:kind/docx',
    'documentTemplates.edit',
    {
      rate: 'export',
      params: shape.templateParams,
      query: shape.templateQuery,
      says: ['下载模板', 'Download a template'],
    },
    async ({ params, query, ctx }, _req, res) => {
      const bytes = await templateFile(params.kind, query.areaCode, ctx);
      const name = `${DOCUMENT_KIND_ROWS[params.kind].name.zh}（模板）.docx`;
      send(res, WORD, contentDisposition('attachment', name), bytes);
    },
  ),
  route(
    'post /document-templates/:kind',
    'documentTemplates.edit',
    {
      rate: 'write',
      params: shape.templateParams,
      body: shape.putTemplateBody,
      status: 201,
      idempotent: true,
      says: ['上传本地区模板', 'Put an area’s template'],
    },
    ({ params, body, ctx }) => putTemplate(params.kind, body, ctx),
  ),
  raw(
    'post /document-templates/:kind/preview',
    'documentTemplates.edit',
    {
      rate: 'export',
      params: shape.templateParams,
      body: shape.previewBody,
      says: ['用示例内容预览模板', 'A template with invented contents'],
    },
    async ({ params, body, ctx }, _req, res) =>
      send(res, 'application/pdf', 'inline', await previewTemplate(params.kind, body, ctx)),
  ),
  route(
    'post /document-templates/:kind/reset',
    'documentTemplates.edit',
    {
      rate: 'write',
      params: shape.templateParams,
      body: shape.templateQuery,
      says: ['恢复上级或默认模板', 'Back to the wider area’s template'],
    },
    ({ params, body, ctx }) => resetTemplate(params.kind, body.areaCode, ctx),
  ),
];
