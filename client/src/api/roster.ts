import type { AttendanceMonthView, CheckAttendance, MarkAttendance } from '@core/contract/attendance.ts';
import type { Page } from '@core/contract/page.ts';
import type {
  CheckRoster,
  CoverageView,
  EnrolmentView,
  EnterSite,
  LeaveSite,
  SettleEnrolment,
  TeamView,
  WorkType,
  WriteEnrolment,
  WriteTeam,
} from '@core/contract/roster.ts';
import type { SheetCheckView } from '@core/contract/sheet-checks.ts';
import type { PlainDate } from '@core/kit/plain-date.ts';
import { http, type Query } from './http.ts';

export const ENROLMENTS_PATH = '/enrolments';
export const ROSTER_TEMPLATE = '/roster/template';
export const ATTENDANCE_TEMPLATE = '/attendance/template';

const projectPath = (id: string): string => `/projects/${encodeURIComponent(id)}`;
const enrolmentPath = (id: string): string => `${ENROLMENTS_PATH}/${encodeURIComponent(id)}`;

export const listTeams = (projectId: string, signal?: AbortSignal): Promise<TeamView[]> =>
  http.get(`${projectPath(projectId)}/teams`, undefined, signal);
export const createTeam = (projectId: string, body: WriteTeam, idempotencyKey: string): Promise<TeamView> =>
  http.post(`${projectPath(projectId)}/teams`, body, { idempotencyKey });
export const editTeam = (id: string, version: number, body: WriteTeam): Promise<TeamView> =>
  http.patch(`/teams/${encodeURIComponent(id)}`, body, { version });

export const listEnrolments = (query: Query, signal?: AbortSignal): Promise<Page<EnrolmentView>> =>
  http.get(ENROLMENTS_PATH, query, signal);
export const getEnrolment = (id: string, signal?: AbortSignal): Promise<EnrolmentView> =>
  http.get(enrolmentPath(id), undefined, signal);
export const createEnrolment = (body: WriteEnrolment, idempotencyKey: string): Promise<EnrolmentView> =>
  http.post(ENROLMENTS_PATH, body, { idempotencyKey });
export const editEnrolment = (id: string, version: number, body: WriteEnrolment): Promise<EnrolmentView> =>
  http.patch(enrolmentPath(id), body, { version });

/** Into the site, off it, and what was owed paid. */
export interface SiteMoves {
  enter: EnterSite;
  leave: LeaveSite;
  settle: SettleEnrolment;
}
export const moveEnrolment = <Move extends keyof SiteMoves>(
  one: Pick<EnrolmentView, 'id' | 'version'>,
  move: Move,
  body: SiteMoves[Move],
  idempotencyKey: string,
): Promise<EnrolmentView> =>
  http.post(`${enrolmentPath(one.id)}/${move}`, body, { version: one.version, idempotencyKey });

export const getCoverage = (projectId: string, signal?: AbortSignal): Promise<CoverageView> =>
  http.get(`${projectPath(projectId)}/coverage`, undefined, signal);
export const checkRoster = (body: CheckRoster, idempotencyKey: string): Promise<SheetCheckView> =>
  http.post('/roster/checks', body, { idempotencyKey });
export const listWorkTypes = (signal?: AbortSignal): Promise<WorkType[]> =>
  http.get('/dictionaries/work-types', undefined, signal);

export const getAttendance = (
  projectId: string,
  query: Query,
  signal?: AbortSignal,
): Promise<AttendanceMonthView> => http.get(`${projectPath(projectId)}/attendance`, query, signal);
export const markAttendance = (enrolmentId: string, day: PlainDate, body: MarkAttendance): Promise<void> =>
  http.put(`${enrolmentPath(enrolmentId)}/attendance/${day}`, body);
export const checkAttendance = (body: CheckAttendance, idempotencyKey: string): Promise<SheetCheckView> =>
  http.post('/attendance/checks', body, { idempotencyKey });

/** A whole number is shown to whom the server lets see it, for a reason that becomes an event. */
export type EnrolmentSecret = 'citizenId' | 'phone' | 'bankCard';
export const revealEnrolment = (
  id: string,
  body: { field: EnrolmentSecret; reason: string },
): Promise<{ value: string }> => http.post(`${enrolmentPath(id)}/reveal`, body);
