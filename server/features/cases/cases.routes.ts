import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { addCaseEvidence } from './add-case-evidence.ts';
import { approveClosure } from './approve-closure.ts';
import { approveExtension } from './approve-extension.ts';
import { askClosure } from './ask-closure.ts';
import { askExtension } from './ask-extension.ts';
import { assignCase } from './assign-case.ts';
import { CASES_PERMISSIONS } from './cases.permissions.ts';
import * as shape from './cases.schemas.ts';
import { claimsRoutes } from './claims.routes.ts';
import { declineClosure } from './decline-closure.ts';
import { declineExtension } from './decline-extension.ts';
import { editCase } from './edit-case.ts';
import { endInvestigation } from './end-investigation.ts';
import { casesTable } from './export-cases.ts';
import { fileCase } from './file-case.ts';
import { getCase } from './get-case.ts';
import { glanceCases } from './glance-cases.ts';
import { investigateCase } from './investigate-case.ts';
import { joinComplaint } from './join-complaint.ts';
import { linkRecord } from './link-record.ts';
import { listCases } from './list-cases.ts';
import { listInspectors } from './list-inspectors.ts';
import { officeRoutes } from './office/office.routes.ts';
import { orderRectification } from './order-rectification.ts';
import { proceedingsRoutes } from './proceedings/proceedings.routes.ts';
import { reopenCase } from './reopen-case.ts';
import { resumeCase } from './resume-case.ts';
import { suspendCase } from './suspend-case.ts';

const { route, raw } = routesFor(CASES_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

const reading: Route[] = [
  route(
    'get /cases/glance',
    'cases.glance',
    { rate: 'read', says: ['当前要紧的事', 'What wants attention now'] },
    ({ ctx }) => glanceCases(ctx),
  ),
  route(
    'get /cases/inspectors',
    'cases.inspectors',
    { rate: 'read', query: shape.inspectorsQuery, says: ['可承办的监察员', 'Inspectors of an office'] },
    ({ query, ctx }) => listInspectors(query.officeCode, ctx),
  ),
  route(
    'get /cases',
    'cases.list',
    { rate: 'read', query: shape.listCasesQuery, says: ['案件列表', 'Cases'] },
    ({ query, ctx }) => listCases(query, ctx),
  ),
  raw(
    'get /cases/export',
    'cases.export',
    { rate: 'export', query: shape.exportCasesQuery, says: ['导出案件列表', 'Export cases'] },
    ({ query, ctx }, req, res) => sendTable(res, casesTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /cases/:id',
    'cases.view',
    { rate: 'read', params: idParams, says: ['案件详情', 'One case'] },
    ({ params, ctx }) => getCase(params.id, ctx),
  ),
];

const filing: Route[] = [
  route(
    'post /cases',
    'cases.file',
    {
      rate: 'write',
      body: shape.fileCaseBody,
      status: 201,
      idempotent: true,
      says: ['立案', 'File a case'],
    },
    ({ body, ctx }) => fileCase(body, ctx),
  ),
];

const move = { rate: 'write', params: idParams, versioned: true } as const;

const moves: Route[] = [
  route(
    'post /cases/:id/assign',
    'cases.assign',
    { ...move, body: shape.assignBody, says: ['更换承办人', 'Give it to other inspectors'] },
    ({ params, version, body, ctx }) => assignCase(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/edit',
    'cases.work',
    { ...move, body: shape.editCaseBody, says: ['修改案由和责任主体', 'Edit title and parties'] },
    ({ params, version, body, ctx }) => editCase(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/link',
    'cases.work',
    { ...move, body: shape.linkBody, says: ['关联登记的单位或项目', 'Link to what is on record'] },
    ({ params, version, body, ctx }) => linkRecord(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/join-complaint',
    'cases.work',
    { ...move, body: shape.joinBody, says: ['并入一件投诉', 'Join a complaint'] },
    ({ params, version, body, ctx }) => joinComplaint(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/investigate',
    'cases.work',
    { ...move, body: shape.noteBody, says: ['开始调查', 'Begin the investigation'] },
    ({ params, version, body, ctx }) => investigateCase(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/ask-extension',
    'cases.work',
    { ...move, body: shape.reasonBody, says: ['申请延期', 'Ask for an extension'] },
    ({ params, version, body, ctx }) => askExtension(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/approve-extension',
    'cases.approve',
    { ...move, body: shape.noteBody, says: ['批准延期', 'Approve the extension'] },
    ({ params, version, body, ctx }) => approveExtension(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/decline-extension',
    'cases.approve',
    { ...move, body: shape.reasonBody, says: ['不批准延期', 'Decline the extension'] },
    ({ params, version, body, ctx }) => declineExtension(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/suspend',
    'cases.work',
    { ...move, body: shape.suspendBody, says: ['中止调查', 'Suspend the investigation'] },
    ({ params, version, body, ctx }) => suspendCase(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/resume',
    'cases.work',
    { ...move, body: shape.reasonBody, says: ['恢复调查', 'Resume the investigation'] },
    ({ params, version, body, ctx }) => resumeCase(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/end-investigation',
    'cases.work',
    { ...move, body: shape.noteBody, says: ['调查终结', 'End the investigation'] },
    ({ params, version, body, ctx }) => endInvestigation(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/order',
    'cases.work',
    { ...move, body: shape.orderBody, says: ['责令限期改正', 'Order rectification'] },
    ({ params, version, body, ctx }) => orderRectification(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/add-evidence',
    'cases.addEvidence',
    { ...move, body: shape.evidenceBody, says: ['添加证据', 'Add evidence'] },
    ({ params, version, body, ctx }) => addCaseEvidence(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/ask-closure',
    'cases.work',
    { ...move, body: shape.askClosureBody, says: ['申请结案', 'Ask to close'] },
    ({ params, version, body, ctx }) => askClosure(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/approve-closure',
    'cases.approve',
    { ...move, body: shape.noteBody, says: ['批准结案', 'Approve the closure'] },
    ({ params, version, body, ctx }) => approveClosure(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/decline-closure',
    'cases.approve',
    { ...move, body: shape.reasonBody, says: ['退回结案申请', 'Decline the closure'] },
    ({ params, version, body, ctx }) => declineClosure(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/reopen',
    'cases.approve',
    { ...move, body: shape.reasonBody, says: ['重新启动', 'Reopen'] },
    ({ params, version, body, ctx }) => reopenCase(params.id, version, body, ctx),
  ),
];

export const casesRoutes: Route[] = [
  ...officeRoutes,
  ...reading,
  ...filing,
  ...moves,
  ...proceedingsRoutes,
  ...claimsRoutes,
];
