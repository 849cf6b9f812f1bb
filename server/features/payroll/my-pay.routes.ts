import { routesFor } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { answerMyCard, answerMyPayLine } from './answer-my-pay-line.ts';
import { getMyPayLine, listMyPayLines } from './list-my-pay-lines.ts';
import { listIdentityUses } from './list-identity-uses.ts';
import { listMyEnrolments, myAttendance } from './my-enrolments.ts';
import { answerCardLink, answerPayLink, openPayLink, seePayLink } from './open-pay-link.ts';
import * as shape from './payroll-life.schemas.ts';
import { PAYROLL_PERMISSIONS } from './payroll.permissions.ts';
import { sendPdf } from './send-pdf.ts';
import { ownSlip } from './wage-slip.ts';

const { route, raw } = routesFor(PAYROLL_PERMISSIONS);

const own: Route[] = [
  route(
    'get /my/pay-lines',
    'payroll.own',
    { rate: 'read', query: shape.myListQuery, says: ['我的工资', 'Own months on payroll'] },
    ({ query, ctx }) => listMyPayLines(query, ctx),
  ),
  route(
    'get /my/pay-lines/:id',
    'payroll.own',
    { rate: 'read', params: idParams, says: ['我的一个月工资', 'One own month on payroll'] },
    ({ params, ctx }) => getMyPayLine(params.id, ctx),
  ),
  route(
    'post /my/pay-lines/:id/answer',
    'payroll.answer',
    {
      rate: 'submit',
      params: idParams,
      body: shape.answerBody,
      idempotent: true,
      says: ['核对工资：对、少了、没收到、不是我', 'Answer: right, less, nothing, not me'],
    },
    ({ params, body, ctx }) => answerMyPayLine(params.id, body, ctx),
  ),
  route(
    'post /my/pay-lines/:id/card',
    'payroll.answer',
    {
      rate: 'submit',
      params: idParams,
      body: shape.cardBody,
      idempotent: true,
      says: ['银行卡在不在自己手里', 'Is the bank card in your own hand?'],
    },
    ({ params, body, ctx }) => answerMyCard(params.id, body, ctx),
  ),
  raw(
    'get /my/pay-lines/:id/slip.pdf',
    'payroll.own',
    { rate: 'export', params: idParams, says: ['工资条', 'Own pay slip'] },
    async ({ params, ctx }, _req, res) => {
      const { pdf, name } = await ownSlip(params.id, ctx);
      sendPdf(res, name, pdf);
    },
  ),
  route(
    'get /my/enrolments',
    'payroll.own',
    { rate: 'read', says: ['我的用工登记', 'Own enrolments'] },
    ({ ctx }) => listMyEnrolments(ctx),
  ),
  route(
    'get /my/attendance',
    'payroll.own',
    { rate: 'read', query: shape.attendanceQuery, says: ['我的考勤', 'Own attendance of a month'] },
    ({ query, ctx }) => myAttendance(query, ctx),
  ),
  route(
    'get /my/identity-uses',
    'payroll.own',
    { rate: 'read', says: ['我的身份用在哪里', 'Where the own identity is used'] },
    ({ ctx }) => listIdentityUses(ctx),
  ),
];

/** From a text message, without signing in; counted like sign-ins, because a whole site may share an address. */
const link = { rate: 'signIn', params: shape.tokenParams } as const;
const byLink: Route[] = [
  route(
    'get /public/pay-links/:token',
    'payroll.link',
    { ...link, rate: 'read', says: ['短信核对工资的链接', 'Link of a text message'] },
    () => seePayLink(),
  ),
  route(
    'post /public/pay-links/:token/open',
    'payroll.link',
    { ...link, body: shape.openBody, says: ['凭短信验证码查看工资', 'See the pay line with the code'] },
    ({ params, body, ctx }) => openPayLink(params.token, body, ctx),
  ),
  route(
    'post /public/pay-links/:token/answer',
    'payroll.link',
    {
      ...link,
      body: shape.answerLinkBody,
      idempotent: true,
      says: ['凭短信验证码核对工资', 'Answer the pay line with the code'],
    },
    ({ params, body, ctx }) => answerPayLink(params.token, body, ctx),
  ),
  route(
    'post /public/pay-links/:token/card',
    'payroll.link',
    {
      ...link,
      body: shape.cardLinkBody,
      idempotent: true,
      says: ['凭短信验证码回答银行卡在不在自己手里', 'Say with the code where the bank card is'],
    },
    ({ params, body, ctx }) => answerCardLink(params.token, body, ctx),
  ),
];

export const myPayRoutes: Route[] = [...own, ...byLink];
