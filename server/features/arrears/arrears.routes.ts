import type { Buffer } from 'node:buffer';
import type { Response } from 'express';
import { cleanFileName, contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { exportQuery, sendTable } from '../../platform/tables/index.ts';
import { decideLiability } from '../cases/index.ts';
import { ARREARS_PERMISSIONS } from './arrears.permissions.ts';
import * as shape from './arrears.schemas.ts';
import { buildSheet } from './build-sheet.ts';
import { editLine } from './edit-line.ts';
import { linesTable } from './export-lines.ts';
import { getLiability } from './get-liability.ts';
import { getSheetOfCase } from './get-sheet.ts';
import { listLines } from './list-lines.ts';
import { listPeople } from './list-people.ts';
import { markForSide } from './mark-for-side.ts';
import { ownArrearsRoutes } from './own-arrears.routes.ts';
import { printSheet } from './print-sheet.ts';
import { putLiabilityFacts } from './put-liability-facts.ts';
import { settleSheet } from './settle-sheet.ts';
import { showSheet } from './show-sheet.ts';
import { tellInPerson } from './tell-in-person.ts';

const { route, raw } = routesFor(ARREARS_PERMISSIONS);
const move = { rate: 'write', params: idParams, versioned: true } as const;

const reading: Route[] = [
  route(
    'get /cases/:id/arrears-sheet',
    'arrears.view',
    { rate: 'read', params: idParams, query: shape.revisionQuery, says: ['欠薪测算书', 'The arrears sheet'] },
    ({ params, query, ctx }) => getSheetOfCase(params.id, query, ctx),
  ),
  route(
    'get /arrears-sheets/:id/people',
    'arrears.view',
    {
      rate: 'read',
      params: idParams,
      query: shape.peopleQuery,
      says: ['测算书的人员', 'People of an arrears sheet'],
    },
    ({ params, query, ctx }) => listPeople(params.id, query, ctx),
  ),
  route(
    'get /arrears-sheets/:id/lines',
    'arrears.view',
    {
      rate: 'read',
      params: idParams,
      query: shape.linesQuery,
      says: ['测算书逐月明细', 'Lines of an arrears sheet'],
    },
    ({ params, query, ctx }) => listLines(params.id, query, ctx),
  ),
  raw(
    'get /arrears-sheets/:id/export',
    'arrears.export',
    { rate: 'export', params: idParams, query: exportQuery, says: ['导出测算书', 'Export an arrears sheet'] },
    async ({ params, query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, await linesTable(params.id, query.format, ctx, locale));
    },
  ),
  raw(
    'get /arrears-sheets/:id/sheet.pdf',
    'arrears.export',
    { rate: 'export', params: idParams, says: ['打印测算书', 'Print an arrears sheet'] },
    async ({ params, ctx }, _req, res) => {
      const { pdf, name } = await printSheet(params.id, ctx);
      sendPdf(res, name, pdf);
    },
  ),
];

const working: Route[] = [
  route(
    'post /cases/:id/arrears-sheet',
    'arrears.work',
    {
      rate: 'write',
      params: idParams,
      body: shape.buildBody,
      idempotent: true,
      status: 201,
      says: ['生成欠薪测算书', 'Build an arrears sheet'],
    },
    ({ params, body, ctx }) => buildSheet(params.id, body, ctx),
  ),
  route(
    'post /arrears-lines/:id',
    'arrears.work',
    { ...move, body: shape.editLineBody, says: ['核定一行', 'Correct or decide a line'] },
    ({ params, version, body, ctx }) => editLine(params.id, version, body, ctx),
  ),
  route(
    'post /arrears-sheets/:id/show',
    'arrears.work',
    { ...move, body: shape.showBody, says: ['向双方出示', 'Show it to both sides'] },
    ({ params, version, body, ctx }) => showSheet(params.id, version, body, ctx),
  ),
  route(
    'post /arrears-sheets/:id/tell',
    'arrears.work',
    {
      ...move,
      body: shape.tellBody,
      says: ['没收到短信的已另行告知', 'Who got no text message was told by the office'],
    },
    ({ params, version, body, ctx }) => tellInPerson(params.id, version, body, ctx),
  ),
  route(
    'post /arrears-sheets/:id/mark',
    'arrears.work',
    { ...move, body: shape.markForSideBody, says: ['当面记录一方的意见', 'Write down what a side says'] },
    ({ params, version, body, ctx }) => markForSide(params.id, version, body, ctx),
  ),
  route(
    'post /arrears-sheets/:id/settle',
    'arrears.work',
    { ...move, body: shape.settleBody, says: ['定稿', 'Settle it'] },
    ({ params, version, body, ctx }) => settleSheet(params.id, version, body, ctx),
  ),
];

const liability: Route[] = [
  route(
    'get /cases/:id/liability',
    'liability.view',
    { rate: 'read', params: idParams, says: ['清偿责任建议', 'Who may have to pay'] },
    ({ params, ctx }) => getLiability(params.id, ctx),
  ),
  route(
    'put /cases/:id/liability-facts',
    'liability.decide',
    {
      rate: 'write',
      params: idParams,
      body: shape.factsBody,
      says: ['填写责任事实', 'Answer what decides who pays'],
    },
    ({ params, body, ctx }) => putLiabilityFacts(params.id, body, ctx),
  ),
  route(
    'post /cases/:id/decide-liability',
    'liability.decide',
    { ...move, body: shape.decideBody, says: ['确定清偿责任', 'Decide who pays'] },
    ({ params, version, body, ctx }) => decideLiability(params.id, version, body, ctx),
  ),
];

/** A paper as a download nobody keeps on the way. */
function sendPdf(res: Response, name: string, bytes: Buffer): void {
  res.set({
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition('attachment', cleanFileName(name, { extensions: ['pdf'] })),
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
}

export const arrearsRoutes: Route[] = [...reading, ...working, ...liability, ...ownArrearsRoutes];
