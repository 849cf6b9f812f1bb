import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { complaintMovesRoutes } from './complaint-moves.routes.ts';
import * as moves from './complaint-moves.schemas.ts';
import { listMessages, writeMessage } from './complaint-messages.ts';
import { COMPLAINTS_PERMISSIONS } from './complaints.permissions.ts';
import * as shape from './complaints.schemas.ts';
import { complaintsTable } from './export-complaints.ts';
import { fileAnonymousReport } from './file-anonymous-report.ts';
import { fileComplaint } from './file-complaint.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getComplaint } from './get-complaint.ts';
import { listComplaints } from './list-complaints.ts';
import { registerComplaint } from './register-complaint.ts';
import { revealComplainant } from './reveal-complainant.ts';

const { route, raw } = routesFor(COMPLAINTS_PERMISSIONS);

const intake: Route[] = [
  route(
    'post /my/complaints',
    'complaints.file',
    {
      rate: 'submit',
      body: shape.fileComplaintBody,
      status: 201,
      idempotent: 'inGroups',
      says: ['提交投诉或举报', 'File a complaint or a report'],
    },
    ({ body, ctx }) => fileComplaint(body, ctx, true),
  ),
  route(
    'post /public/reports',
    'complaints.report',
    {
      rate: 'submit',
      body: shape.fileReportBody,
      status: 201,
      idempotent: 'inGroups',
      says: ['匿名举报', 'Report anonymously'],
    },
    ({ body, ctx }) => fileAnonymousReport(body, ctx, true),
  ),
  route(
    'post /complaints',
    'complaints.register',
    {
      rate: 'write',
      body: shape.registerBody,
      status: 201,
      idempotent: true,
      says: ['登记来访、来电和转来的线索', 'Register a walk-in or a lead of another channel'],
    },
    ({ body, ctx }) => registerComplaint(body, ctx),
  ),
];

const queue: Route[] = [
  route(
    'get /complaints',
    'complaints.list',
    { rate: 'read', query: shape.listQuery, says: ['投诉队列', 'The queue of complaints'] },
    ({ query, ctx }) => listComplaints(query, ctx),
  ),
  raw(
    'get /complaints/export',
    'complaints.export',
    { rate: 'export', query: shape.exportQuery, says: ['导出投诉', 'Export complaints'] },
    ({ query, ctx }, req, res) =>
      sendTable(
        res,
        complaintsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN'),
      ),
  ),
  route(
    'get /complaints/:id',
    'complaints.view',
    { rate: 'read', params: idParams, says: ['投诉详情', 'One complaint'] },
    ({ params, ctx }) => getComplaint(params.id, ctx),
  ),
];

const beside: Route[] = [
  route(
    'get /complaints/:id/duplicates',
    'complaints.duplicates',
    { rate: 'read', params: idParams, says: ['疑似重复', 'Likely duplicates'] },
    ({ params, ctx }) => findDuplicates(params.id, ctx),
  ),
  route(
    'get /complaints/:id/messages',
    'complaints.readMessages',
    { rate: 'read', params: idParams, says: ['与投诉人的往来消息', 'Messages with the complainant'] },
    ({ params, ctx }) => listMessages(params.id, ctx),
  ),
  route(
    'post /complaints/:id/messages',
    'complaints.writeMessage',
    {
      rate: 'write',
      params: idParams,
      body: moves.writeMessageBody,
      status: 201,
      idempotent: true,
      says: ['给投诉人留言', 'Write to the complainant'],
    },
    ({ params, body, ctx }) => writeMessage(params.id, body, ctx),
  ),
  route(
    'post /complaints/:id/reveal',
    'complaints.reveal',
    {
      rate: 'write',
      params: idParams,
      body: moves.revealBody,
      says: ['查看投诉人的完整信息', 'See a value of the complainant in full'],
    },
    ({ params, body, ctx }) => revealComplainant(params.id, body, ctx),
  ),
];

export const complaintsRoutes: Route[] = [...intake, ...queue, ...beside, ...complaintMovesRoutes];
