import { routesFor } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { answerOwnPayment } from '../cases/index.ts';
import {
  addOwnEvidence,
  askOwnWithdrawal,
  rateHandling,
  supplementOwn,
  writeOwnMessage,
} from '../complaints/index.ts';
import { andShow } from './and-show.ts';
import { checkReceipt } from './check-receipt.ts';
import { getMyComplaint } from './get-my-complaint.ts';
import { listMyComplaints } from './list-my-complaints.ts';
import { trackAnonymously } from './track-anonymously.ts';
import { TRACKING_PERMISSIONS } from './tracking.permissions.ts';
import * as shape from './tracking.schemas.ts';

const { route } = routesFor(TRACKING_PERMISSIONS);

const reading: Route[] = [
  route(
    'get /my/complaints',
    'tracking.own',
    { rate: 'read', says: ['我的投诉和举报', 'Own complaints and reports'] },
    ({ ctx }) => listMyComplaints(ctx),
  ),
  route(
    'get /my/complaints/:receiptNumber',
    'tracking.own',
    { rate: 'read', params: shape.receiptParams, says: ['查询办理进度', 'Progress of an own complaint'] },
    ({ params, ctx }) => getMyComplaint(params.receiptNumber, ctx),
  ),
];

/** What the complainant sends about his own complaint; each answers the complaint as it stands afterwards. */
const send = { rate: 'submit', params: shape.receiptParams, idempotent: true } as const;
const answering: Route[] = [
  route(
    'post /my/complaints/:receiptNumber/supplement',
    'tracking.act',
    { ...send, body: shape.supplementBody, says: ['补充情况', 'Answer what was asked'] },
    ({ params, body, ctx }) => andShow(supplementOwn, params, body, ctx),
  ),
  route(
    'post /my/complaints/:receiptNumber/messages',
    'tracking.act',
    { ...send, body: shape.messageBody, says: ['给工作人员留言', 'Write to the office'] },
    ({ params, body, ctx }) => andShow(writeOwnMessage, params, body, ctx),
  ),
  route(
    'post /my/complaints/:receiptNumber/evidence',
    'tracking.act',
    { ...send, body: shape.evidenceBody, says: ['补充证据', 'Add evidence'] },
    ({ params, body, ctx }) => andShow(addOwnEvidence, params, body, ctx),
  ),
  route(
    'post /my/complaints/:receiptNumber/rating',
    'tracking.act',
    { ...send, body: shape.ratingBody, says: ['评价办理情况', 'Rate the handling'] },
    ({ params, body, ctx }) => andShow(rateHandling, params, body, ctx),
  ),
  route(
    'post /my/complaints/:receiptNumber/withdrawal',
    'tracking.act',
    { ...send, body: shape.withdrawalBody, says: ['申请撤回', 'Ask to withdraw'] },
    ({ params, body, ctx }) => andShow(askOwnWithdrawal, params, body, ctx),
  ),
];

const payments: Route[] = [
  route(
    'post /my/payments/:id/answer',
    'tracking.answerPayment',
    {
      rate: 'submit',
      params: idParams,
      body: shape.answerPaymentBody,
      idempotent: true,
      says: ['确认是否收到钱', 'Did the money arrive?'],
    },
    ({ params, body, ctx }) => answerOwnPayment(params.id, body, ctx),
  ),
];

const forAnybody: Route[] = [
  route(
    'post /public/tracking',
    'tracking.anonymous',
    {
      rate: 'code',
      body: shape.trackingBody,
      says: ['凭回执号和查询码查询匿名举报', 'Follow an anonymous report'],
    },
    ({ body, ctx }) => trackAnonymously(body, ctx),
  ),
  route(
    'get /public/receipts/:receiptNumber',
    'tracking.receipt',
    {
      rate: 'read',
      params: shape.anyReceiptParams,
      query: shape.receiptQuery,
      says: ['核对回执真伪', 'Is this receipt genuine?'],
    },
    ({ params, query, ctx }) => checkReceipt({ ...params, ...query }, ctx),
  ),
];

export const trackingRoutes: Route[] = [...reading, ...answering, ...payments, ...forAnybody];
