import { Buffer } from 'node:buffer';
import type { Response } from 'express';
import { cleanFileName, contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import type { Workbook } from './bank-templates.ts';
import { resultsTemplate, transactionsTemplate } from './bank-templates.ts';
import { FUNDS_PERMISSIONS } from './funds.permissions.ts';
import * as shape from './funds.schemas.ts';
import { checkResultsSheet } from './results-sheet.ts';
import { checkTransactionsSheet } from './transactions-sheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { route, raw } = routesFor(FUNDS_PERMISSIONS);

function send(res: Response, { name, bytes }: Workbook): void {
  res.set({
    'content-type': XLSX,
    'content-disposition': contentDisposition('attachment', cleanFileName(name, { extensions: ['xlsx'] })),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** What a bank fills in and sends back. */
export const bankWorkbookRoutes: Route[] = [
  raw(
    'get /wage-accounts/:projectId/transactions/template',
    'wageAccounts.post',
    {
      rate: 'export',
      params: shape.accountParams,
      says: ['账户流水模板（xlsx）', 'The workbook of movements to fill in (xlsx)'],
    },
    async ({ params, ctx }, _req, res) => send(res, await transactionsTemplate(params.projectId, ctx)),
  ),
  route(
    'post /wage-accounts/:projectId/transactions/checks',
    'wageAccounts.post',
    {
      rate: 'write',
      params: shape.accountParams,
      body: shape.checkTransactionsBody,
      status: 202,
      idempotent: true,
      says: ['检查流水工作簿', 'Check a workbook of movements'],
    },
    ({ params, body, ctx }) => checkTransactionsSheet(params.projectId, body.fileId, ctx),
  ),
  raw(
    'get /pay-files/:id/results/template',
    'payFiles.answer',
    {
      rate: 'export',
      params: idParams,
      says: ['预填的代发结果模板（xlsx）', 'The workbook of results to fill in (xlsx)'],
    },
    async ({ params, ctx }, _req, res) => send(res, await resultsTemplate(params.id, ctx)),
  ),
  route(
    'post /bank-results/checks',
    'payFiles.answer',
    {
      rate: 'write',
      body: shape.checkResultsBody,
      status: 202,
      idempotent: true,
      says: ['检查代发结果工作簿', 'Check a workbook of results'],
    },
    ({ body, ctx }) => checkResultsSheet(body, ctx),
  ),
];
