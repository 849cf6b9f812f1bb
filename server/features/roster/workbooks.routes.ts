import { Buffer } from 'node:buffer';
import type { Response } from 'express';
import { contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { startAttendanceCheck } from './attendance-sheet-kind.ts';
import { startRosterCheck } from './roster-sheet-kind.ts';
import type { Workbook } from './roster-templates.ts';
import { attendanceTemplate, rosterTemplate } from './roster-templates.ts';
import { ROSTER_PERMISSIONS } from './roster.permissions.ts';
import * as shape from './roster.schemas.ts';
import { takePunches } from './take-punches.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { route, raw } = routesFor(ROSTER_PERMISSIONS);

function send(res: Response, { name, bytes }: Workbook): void {
  res.set({
    'content-type': XLSX,
    'content-disposition': contentDisposition('attachment', name),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Workbooks and devices. */
export const workbookRoutes: Route[] = [
  raw(
    'get /roster/template',
    'roster.write',
    {
      rate: 'export',
      query: shape.teamQuery,
      says: ['花名册模板（xlsx）', 'The roster workbook to fill in (xlsx)'],
    },
    async ({ query, ctx }, _req, res) => send(res, await rosterTemplate(query, ctx)),
  ),
  route(
    'post /roster/checks',
    'roster.write',
    {
      rate: 'write',
      body: shape.checkRosterBody,
      status: 202,
      idempotent: true,
      says: ['检查上传的花名册', 'Check an uploaded roster'],
    },
    ({ body, ctx }) => startRosterCheck(body, ctx),
  ),
  raw(
    'get /attendance/template',
    'roster.write',
    {
      rate: 'export',
      query: shape.teamMonthQuery,
      says: ['预填的考勤表模板（xlsx）', 'The attendance workbook to fill in (xlsx)'],
    },
    async ({ query: { month, ...scope }, ctx }, _req, res) =>
      send(res, await attendanceTemplate(scope, month, ctx)),
  ),
  route(
    'post /attendance/checks',
    'roster.write',
    {
      rate: 'write',
      body: shape.checkAttendanceBody,
      status: 202,
      idempotent: true,
      says: ['检查上传的考勤表', 'Check an uploaded month of attendance'],
    },
    ({ body, ctx }) => startAttendanceCheck(body, ctx),
  ),
  route(
    'post /machine/punches',
    'roster.punch',
    {
      rate: 'write',
      machine: 'punches',
      body: shape.punchBatchBody,
      says: ['考勤机上传打卡记录（签名）', 'Punches of an attendance device (signed)'],
    },
    ({ body, ctx }) => takePunches(body, ctx),
  ),
];
