import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { CASES_PERMISSIONS } from '../cases.permissions.ts';
import { inspectorsQuery, reasonBody } from '../cases.schemas.ts';
import { approveRecusal, declineRecusal } from './answer-recusal.ts';
import { askRecusal } from './ask-recusal.ts';
import { beforeReport } from './before-report.ts';
import { caseLoad } from './case-load.ts';
import { listOutward } from './list-outward.ts';
import { reassignCases } from './reassign-cases.ts';
import * as shape from './office.schemas.ts';

const { route } = routesFor(CASES_PERMISSIONS);
const move = { rate: 'write', params: idParams, versioned: true } as const;

const inOffice = { rate: 'read', query: inspectorsQuery } as const;

/** Who of the office works on what: staying away, standing in, handing over. */
export const officeRoutes: Route[] = [
  route(
    'post /cases/:id/ask-recusal',
    'cases.askRecusal',
    { ...move, body: shape.askRecusalBody, says: ['申请回避', 'Ask that an inspector stays away'] },
    ({ params, version, body, ctx }) => askRecusal(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/approve-recusal',
    'cases.approve',
    { ...move, body: shape.approveRecusalBody, says: ['批准回避', 'Approve the recusal'] },
    ({ params, version, body, ctx }) => approveRecusal(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/decline-recusal',
    'cases.approve',
    { ...move, body: reasonBody, says: ['不批准回避', 'Decline the recusal'] },
    ({ params, version, body, ctx }) => declineRecusal(params.id, version, body, ctx),
  ),
  route(
    'get /cases/load',
    'cases.load',
    { ...inOffice, says: ['承办人工作量', 'Who has how many cases'] },
    ({ query, ctx }) => caseLoad(query.officeCode, ctx),
  ),
  route(
    'get /cases/before-report',
    'cases.beforeReport',
    { rate: 'read', says: ['报表日前的结案和撤诉', 'Closures and withdrawals before the report day'] },
    ({ ctx }) => beforeReport(ctx),
  ),
  route(
    'post /cases/reassign',
    'cases.reassign',
    { rate: 'write', body: shape.reassignBody, says: ['批量更换承办人', 'Give several cases to others'] },
    ({ body, ctx }) => reassignCases(body, ctx),
  ),
  route(
    'get /cases/:id/outward',
    'cases.outward',
    { rate: 'read', params: idParams, says: ['本案对外发出的消息', 'Messages that left the office'] },
    ({ params, ctx }) => listOutward(params.id, ctx),
  ),
];
