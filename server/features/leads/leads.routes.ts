import { Buffer } from 'node:buffer';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { leadsTable } from './export-leads.ts';
import { leadChanges } from './lead-changes.ts';
import { startLeadsCheck } from './leads-sheet.ts';
import { leadsTemplate } from './leads-template.ts';
import { LEADS_PERMISSIONS } from './leads.permissions.ts';
import * as shape from './leads.schemas.ts';
import { listLeads } from './list-leads.ts';
import { takeLeads } from './take-leads.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { route, raw } = routesFor(LEADS_PERMISSIONS);

const programs: Route[] = [
  route(
    'post /machine/leads',
    'leads.send',
    {
      ...{ rate: 'write', machine: 'leads', body: shape.leadsBody },
      says: ['其他平台推送线索（签名）', 'Leads of another platform (signed)'],
    },
    ({ body, ctx }) => takeLeads(body, ctx),
  ),
  route(
    'get /machine/leads',
    'leads.follow',
    {
      ...{ rate: 'read', machine: 'leads', query: shape.changesQuery },
      says: ['其他平台取回线索的办理状态（签名）', 'What became of a platform’s leads (signed)'],
    },
    ({ query, ctx }) => leadChanges(query, ctx),
  ),
];

export const leadsRoutes: Route[] = [
  route(
    'get /leads',
    'leads.list',
    { rate: 'read', query: shape.listLeadsQuery, says: ['线索接入记录', 'Leads of other platforms'] },
    ({ query, ctx }) => listLeads(query, ctx),
  ),
  raw(
    'get /leads/export',
    'leads.export',
    {
      ...{ rate: 'export', query: shape.exportLeadsQuery },
      says: ['导出线索办理反馈', 'Export leads and their state'],
    },
    ({ query, ctx }, req, res) =>
      sendTable(res, leadsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  raw(
    'get /leads/template',
    'leads.takeIn',
    { rate: 'export', says: ['线索导入模板（xlsx）', 'The workbook of leads to fill in (xlsx)'] },
    async (_input, _req, res) => {
      const { name, bytes } = await leadsTemplate();
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
    'post /leads/checks',
    'leads.takeIn',
    {
      ...{ rate: 'write', body: shape.checkLeadsBody, status: 202, idempotent: true },
      says: ['检查上传的线索表', 'Check an uploaded workbook of leads'],
    },
    ({ body, ctx }) => startLeadsCheck(body, ctx),
  ),
  ...programs,
];
