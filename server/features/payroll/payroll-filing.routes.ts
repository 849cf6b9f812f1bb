import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { payrollLinesTable, payrollsTable } from './export-payrolls.ts';
import { checkTypedEntries, fileTypedPayroll } from './file-typed-payroll.ts';
import { getPayrollLine, listPayrollLines } from './list-payroll-lines.ts';
import { getPayroll, listPayrolls } from './list-payrolls.ts';
import { startPayrollCheck } from './payroll-sheet-kind.ts';
import { PAYROLL_PERMISSIONS } from './payroll.permissions.ts';
import * as shape from './payroll.schemas.ts';
import { payrollTemplate } from './payroll-template.ts';
import { prefillPayroll } from './prefill-payroll.ts';

const { route, raw } = routesFor(PAYROLL_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Checking and filing a month, and reading what was filed. */
export const payrollFilingRoutes: Route[] = [
  route(
    'post /payroll/checks',
    'payroll.file',
    {
      ...{ rate: 'write', body: shape.checkPayrollBody, status: 202, idempotent: true },
      says: ['检查上传的工资表', 'Check an uploaded payroll workbook'],
    },
    ({ body, ctx }) => startPayrollCheck(body, ctx),
  ),
  route(
    'post /payroll/entries/check',
    'payroll.file',
    {
      ...{ rate: 'write', body: shape.filePayrollBody },
      says: ['检查填写的工资行', 'Check payroll rows typed in'],
    },
    ({ body, ctx }) => checkTypedEntries(body, ctx),
  ),
  route(
    'post /payroll/sheets',
    'payroll.file',
    {
      ...{ rate: 'write', body: shape.filePayrollBody, status: 201, idempotent: true },
      says: ['提交填写的工资表', 'File a payroll typed in'],
    },
    ({ body, ctx }) => fileTypedPayroll(body, ctx),
  ),
  raw(
    'get /payroll/template',
    'payroll.file',
    {
      ...{ rate: 'export', query: shape.scopeQuery },
      says: ['预填的工资表模板（xlsx）', 'The payroll workbook to fill in (xlsx)'],
    },
    async ({ query, ctx }, _req, res) => {
      const { name, bytes } = await payrollTemplate(query, ctx);
      res.set({
        'content-type': XLSX,
        'content-disposition': contentDisposition('attachment', name),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  ),
  route(
    'get /payroll/prefill',
    'payroll.file',
    {
      ...{ rate: 'read', query: shape.prefillQuery },
      says: ['预填的工资行', 'The rows a month begins with'],
    },
    ({ query, ctx }) => prefillPayroll(query, ctx),
  ),
  route(
    'get /payroll/sheets',
    'payroll.list',
    { rate: 'read', query: shape.listPayrollsQuery, says: ['工资表列表', 'Payroll sheets'] },
    ({ query, ctx }) => listPayrolls(query, ctx),
  ),
  raw(
    'get /payroll/sheets/export',
    'payroll.export',
    { rate: 'export', query: shape.exportPayrollsQuery, says: ['导出工资表列表', 'Export payroll sheets'] },
    ({ query, ctx }, req, res) => sendTable(res, payrollsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /payroll/sheets/:id',
    'payroll.list',
    { rate: 'read', params: idParams, says: ['工资表详情', 'One payroll sheet'] },
    ({ params, ctx }) => getPayroll(params.id, ctx),
  ),
  route(
    'get /payroll/sheets/:id/lines',
    'payroll.lines',
    {
      ...{ rate: 'read', params: idParams, query: shape.listLinesQuery },
      says: ['工资表明细', 'The lines of a payroll sheet'],
    },
    ({ params, query, ctx }) => listPayrollLines(params.id, query, ctx),
  ),
  raw(
    'get /payroll/sheets/:id/lines/export',
    'payroll.lines',
    {
      ...{ rate: 'export', params: idParams, query: shape.exportLinesQuery },
      says: ['导出工资表明细', 'Export the lines of a payroll sheet'],
    },
    ({ params, query, ctx }, req, res) =>
      sendTable(res, payrollLinesTable(params.id, query, ctx, localeOf(req))),
  ),
  route(
    'get /payroll/lines/:id',
    'payroll.lines',
    { rate: 'read', params: idParams, says: ['一笔工资', 'One payroll line'] },
    ({ params, ctx }) => getPayrollLine(params.id, ctx),
  ),
];
