import type {
  AbsenceView,
  BeforeReport,
  InspectorLoad,
  NoteAbsence,
  OfficePerson,
  OutwardMessage,
  Reassigned,
  ReassignCases,
} from '@core/contract/office-work.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

const ABSENCES = '/absences';

export const listAbsences = (officeCode: string, signal?: AbortSignal): Promise<Page<AbsenceView>> =>
  http.get(ABSENCES, { officeCode }, signal);
export const listOfficePeople = (
  officeCode: string,
  role: string,
  signal?: AbortSignal,
): Promise<Page<OfficePerson>> => http.get(`${ABSENCES}/people`, { officeCode, role }, signal);
export const noteAbsence = (body: NoteAbsence, idempotencyKey: string): Promise<AbsenceView> =>
  http.post(ABSENCES, body, { idempotencyKey });
export const endAbsence = ({ id, version }: AbsenceView): Promise<AbsenceView> =>
  http.post(`${ABSENCES}/${id}/end`, {}, { version });

export const getCaseLoad = (officeCode: string, signal?: AbortSignal): Promise<Page<InspectorLoad>> =>
  http.get('/cases/load', { officeCode }, signal);
export const getBeforeReport = (signal?: AbortSignal): Promise<BeforeReport> =>
  http.get('/cases/before-report', {}, signal);
export const reassignCases = (body: ReassignCases): Promise<{ items: Reassigned[] }> =>
  http.post('/cases/reassign', body);
export const listOutward = (caseId: string, signal?: AbortSignal): Promise<Page<OutwardMessage>> =>
  http.get(`/cases/${encodeURIComponent(caseId)}/outward`, {}, signal);
