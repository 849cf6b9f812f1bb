import { plainDate } from '../../core/kit/plain-date.ts';
import { WORK_TYPES } from '../../core/pay/work-types.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { getCoverage } from './coverage-view.ts';
import { enrolmentsTable } from './export-enrolments.ts';
import { getAttendanceMonth } from './get-attendance-month.ts';
import { getEnrolment } from './get-enrolment.ts';
import { listEnrolments } from './list-enrolments.ts';
import { markAttendance } from './mark-attendance.ts';
import { enterSite, leaveSite, settleEnrolment } from './move-enrolment.ts';
import { revealPerson } from './reveal-person.ts';
import { ROSTER_PERMISSIONS } from './roster.permissions.ts';
import * as shape from './roster.schemas.ts';
import { workbookRoutes } from './workbooks.routes.ts';
import { listTeams } from './team-views.ts';
import { editEnrolment, enrolPerson } from './write-enrolment.ts';
import { createTeam, editTeam } from './write-team.ts';

const { route, raw } = routesFor(ROSTER_PERMISSIONS);
const one = { rate: 'write', params: idParams, versioned: true } as const;
const read = { rate: 'read', params: idParams } as const;
const create = { rate: 'write', status: 201, idempotent: true } as const;

export const rosterRoutes: Route[] = [
  ...workbookRoutes,
  route(
    'get /projects/:id/teams',
    'roster.list',
    { ...read, says: ['班组', 'Teams of a project'] },
    ({ params, ctx }) => listTeams(params.id, ctx),
  ),
  route(
    'post /projects/:id/teams',
    'roster.write',
    { ...create, params: idParams, body: shape.writeTeamBody, says: ['登记班组', 'Put a team on record'] },
    ({ params, body, ctx }) => createTeam(params.id, body, ctx),
  ),
  route(
    'patch /teams/:id',
    'roster.write',
    { ...one, body: shape.writeTeamBody, says: ['修改班组', 'Correct a team'] },
    ({ params, body, version, ctx }) => editTeam(params.id, version, body, ctx),
  ),
  route(
    'get /projects/:id/coverage',
    'roster.coverage',
    { ...read, says: ['合同、实名、银行卡覆盖情况', 'How far people are covered'] },
    ({ params, ctx }) => getCoverage(params.id, ctx),
  ),
  route(
    'get /enrolments',
    'roster.list',
    { rate: 'read', query: shape.listEnrolmentsQuery, says: ['花名册', 'The roster'] },
    ({ query, ctx }) => listEnrolments(query, ctx),
  ),
  raw(
    'get /enrolments/export',
    'roster.export',
    { rate: 'export', query: shape.exportEnrolmentsQuery, says: ['导出花名册', 'Export the roster'] },
    ({ query, ctx }, req, res) =>
      sendTable(
        res,
        enrolmentsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN'),
      ),
  ),
  route(
    'get /enrolments/:id',
    'roster.list',
    { ...read, says: ['名册人员', 'One person'] },
    ({ params, ctx }) => getEnrolment(params.id, ctx),
  ),
  route(
    'post /enrolments',
    'roster.write',
    { ...create, body: shape.writeEnrolmentBody, says: ['登记人员', 'Enrol a person'] },
    ({ body, ctx }) => enrolPerson(body, ctx),
  ),
  route(
    'patch /enrolments/:id',
    'roster.write',
    { ...one, body: shape.writeEnrolmentBody, says: ['修改人员信息', 'Correct a person'] },
    ({ params, body, version, ctx }) => editEnrolment(params.id, version, body, ctx),
  ),
  route(
    'post /enrolments/:id/enter',
    'roster.write',
    { ...one, body: shape.enterBody, says: ['进场', 'Let a person on site'] },
    ({ params, body, version, ctx }) => enterSite(params.id, version, body, ctx),
  ),
  route(
    'post /enrolments/:id/leave',
    'roster.write',
    { ...one, body: shape.leaveBody, says: ['退场', 'A person leaves'] },
    ({ params, body, version, ctx }) => leaveSite(params.id, version, body, ctx),
  ),
  route(
    'post /enrolments/:id/settle',
    'roster.write',
    { ...one, body: shape.settleBody, says: ['工资结清', 'Everything owed was paid'] },
    ({ params, body, version, ctx }) => settleEnrolment(params.id, version, body, ctx),
  ),
  route(
    'post /enrolments/:id/reveal',
    'roster.reveal',
    {
      rate: 'write',
      params: idParams,
      body: shape.revealBody,
      says: ['查看完整号码（记入日志）', 'See a full number (goes on record)'],
    },
    ({ params, body, ctx }) => revealPerson(params.id, body, ctx),
  ),
  route(
    'get /projects/:id/attendance',
    'roster.list',
    { ...read, query: shape.attendanceMonthQuery, says: ['月考勤', 'Attendance of a month'] },
    ({ params, query, ctx }) => getAttendanceMonth(params.id, query, ctx),
  ),
  route(
    'put /enrolments/:id/attendance/:day',
    'roster.write',
    {
      rate: 'write',
      params: shape.markParams,
      body: shape.markBody,
      says: ['手工补记考勤', 'Write a day by hand'],
    },
    ({ params, body, ctx }) => markAttendance(params.id, plainDate(params.day), body, ctx),
  ),
  route(
    'get /dictionaries/work-types',
    'roster.dictionary',
    { rate: 'read', says: ['工种字典', 'Work types'] },
    () => Promise.resolve(WORK_TYPES),
  ),
];
