import { pipeline } from 'node:stream/promises';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { bankWorkbookRoutes } from './bank-workbooks.routes.ts';
import { FUNDS_PERMISSIONS } from './funds.permissions.ts';
import * as shape from './funds.schemas.ts';
import { issuePayFile, listRepay } from './issue-pay-file.ts';
import { getAccount, listAccounts } from './list-accounts.ts';
import { getPayFile, listPayFileLines, listPayFiles } from './list-pay-files.ts';
import { listRefusedOutflows } from './list-refused-outflows.ts';
import { listTransactions, transactionsTable } from './list-transactions.ts';
import { postBatch } from './post-batch.ts';
import { postTransaction } from './post-transaction.ts';
import { recordResults, recordResultsByNumber } from './record-results.ts';
import { takeBackPayments, takeBackPaymentsByNumber } from './take-back-credits.ts';
import { takePayFile } from './take-pay-file.ts';

const { route, raw } = routesFor(FUNDS_PERMISSIONS);

export const fundsRoutes: Route[] = [
  route(
    'get /wage-accounts',
    'wageAccounts.list',
    { rate: 'read', query: shape.listAccountsQuery, says: ['工资专用账户列表', 'Wage accounts'] },
    ({ query, ctx }) => listAccounts(query, ctx),
  ),
  route(
    'get /wage-accounts/:projectId',
    'wageAccounts.list',
    { rate: 'read', params: shape.accountParams, says: ['一个工资专用账户', 'One wage account'] },
    ({ params, ctx }) => getAccount(params.projectId, ctx),
  ),
  route(
    'get /wage-accounts/:projectId/transactions',
    'wageAccounts.transactions',
    {
      rate: 'read',
      params: shape.accountParams,
      query: shape.listTransactionsQuery,
      says: ['专用账户流水', 'What moved on a wage account'],
    },
    ({ params, query, ctx }) => listTransactions(params.projectId, query, ctx),
  ),
  raw(
    'get /wage-accounts/:projectId/transactions/export',
    'wageAccounts.transactions',
    {
      rate: 'export',
      params: shape.accountParams,
      query: shape.exportTransactionsQuery,
      says: ['导出专用账户流水', 'Export what moved on a wage account'],
    },
    async ({ params, query, ctx }, req, res) => {
      await getAccount(params.projectId, ctx);
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, transactionsTable(params.projectId, query, ctx, locale));
    },
  ),
  route(
    // Not idempotent by key: a refusal answers 422 and is kept all the same. The bank's own number says what is the same.
    'post /wage-accounts/:projectId/transactions',
    'wageAccounts.post',
    {
      rate: 'write',
      params: shape.accountParams,
      body: shape.transactionBody,
      status: 201,
      says: ['登记专用账户流水', 'Post a movement of a wage account'],
    },
    ({ params, body, ctx }) => postTransaction(params.projectId, body, ctx),
  ),
  route(
    'get /refused-outflows',
    'refusedOutflows.list',
    { rate: 'read', query: shape.listRefusedQuery, says: ['被拒绝的支出', 'Refused outflows'] },
    ({ query, ctx }) => listRefusedOutflows(query, ctx),
  ),
  route(
    'post /payroll/pay-files',
    'payFiles.issue',
    {
      rate: 'write',
      body: shape.issueBody,
      status: 201,
      idempotent: true,
      says: ['生成工资代发文件', 'Issue a pay file'],
    },
    ({ body, ctx }) => issuePayFile(body, ctx),
  ),
  route(
    'get /pay-files',
    'payFiles.list',
    { rate: 'read', query: shape.listPayFilesQuery, says: ['代发文件列表', 'Pay files'] },
    ({ query, ctx }) => listPayFiles(query, ctx),
  ),
  route(
    'get /pay-files/repay',
    'payFiles.issue',
    { rate: 'read', query: shape.repayQuery, says: ['待重发的工资', 'Wages to be sent again'] },
    ({ query, ctx }) => listRepay(query.projectId, ctx),
  ),
  route(
    'get /pay-files/:id',
    'payFiles.list',
    { rate: 'read', params: idParams, says: ['一个代发文件', 'One pay file'] },
    ({ params, ctx }) => getPayFile(params.id, ctx),
  ),
  route(
    'get /pay-files/:id/lines',
    'payFiles.list',
    {
      rate: 'read',
      params: idParams,
      query: shape.listPayFileLinesQuery,
      says: ['代发文件的明细', 'Lines of a pay file'],
    },
    ({ params, query, ctx }) => listPayFileLines(params.id, query, ctx),
  ),
  raw(
    'get /pay-files/:id/file',
    'payFiles.take',
    {
      rate: 'export',
      params: idParams,
      query: shape.takeQuery,
      says: ['领取代发文件（含完整卡号）', 'Take a pay file, with full card numbers'],
    },
    async ({ params, query, ctx }, _req, res) => {
      const { name, contentType, stream } = await takePayFile(params.id, query.format, ctx);
      res.set({
        'content-type': contentType,
        'content-disposition': contentDisposition('attachment', name),
        'cache-control': 'no-store, no-transform',
        'x-content-type-options': 'nosniff',
      });
      await pipeline(stream, res);
    },
  ),
  route(
    'post /pay-files/:id/results',
    'payFiles.answer',
    {
      rate: 'write',
      params: idParams,
      body: shape.resultsBody,
      idempotent: true,
      says: ['登记代发结果', 'Answer a pay file line by line'],
    },
    ({ params, body, ctx }) => recordResults(params.id, body, ctx),
  ),
  route(
    'post /pay-files/:id/take-backs',
    'payFiles.takeBack',
    {
      rate: 'write',
      params: idParams,
      body: shape.takeBackBody,
      idempotent: true,
      says: ['更正登记错的到账', 'Take back credits that proved wrong'],
    },
    ({ params, body, ctx }) => takeBackPayments(params.id, body, ctx),
  ),
  route(
    'post /machine/pay-results',
    'machine.payResults',
    {
      rate: 'write',
      machine: 'bankResults',
      body: shape.machineResultsBody,
      says: ['银行系统回复代发结果（签名）', 'A bank’s program answers a pay file (signed)'],
    },
    ({ body: { fileNumber, results }, ctx }) => recordResultsByNumber(fileNumber, { results }, ctx),
  ),
  route(
    'post /machine/pay-take-backs',
    'machine.takeBacks',
    {
      rate: 'write',
      machine: 'bankResults',
      body: shape.machineTakeBackBody,
      says: ['银行系统更正登记错的到账（签名）', 'A bank’s program takes back credits (signed)'],
    },
    ({ body, ctx }) => takeBackPaymentsByNumber(body, ctx),
  ),
  route(
    'post /machine/transactions',
    'machine.transactions',
    {
      rate: 'write',
      machine: 'transactions',
      body: shape.machineTransactionsBody,
      says: ['银行系统登记账户流水（签名）', 'A bank’s program posts movements (signed)'],
    },
    ({ body, ctx }) => postBatch(body, ctx),
  ),
  ...bankWorkbookRoutes,
];
