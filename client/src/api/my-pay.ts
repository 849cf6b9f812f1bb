import type { AttendanceMark } from '@core/contract/attendance.ts';
import type {
  AnswerPayLine,
  AnswerPayLink,
  IdentityUse,
  MyEnrolment,
  MyPayLine,
} from '@core/contract/my-pay.ts';
import type { Page } from '@core/contract/page.ts';
import { downloadFile } from './download.ts';
import { http } from './http.ts';

const lineAt = (id: string): string => `/my/pay-lines/${encodeURIComponent(id)}`;
const linkAt = (token: string): string => `/public/pay-links/${encodeURIComponent(token)}`;

export const listMyPayLines = (cursor?: string, signal?: AbortSignal): Promise<Page<MyPayLine>> =>
  http.get('/my/pay-lines', { limit: 24, cursor }, signal);
export const getMyPayLine = (id: string, signal?: AbortSignal): Promise<MyPayLine> =>
  http.get(lineAt(id), {}, signal);
export const answerMyPayLine = (
  id: string,
  body: AnswerPayLine,
  idempotencyKey: string,
): Promise<MyPayLine> => http.post(`${lineAt(id)}/answer`, body, { idempotencyKey });
export const answerMyCard = (id: string, inHand: boolean): Promise<MyPayLine> =>
  http.post(`${lineAt(id)}/card`, { inHand });
export const answerCardByLink = (token: string, code: string, inHand: boolean): Promise<MyPayLine> =>
  http.post(`${linkAt(token)}/card`, { code, inHand });
export const downloadSlip = (id: string, month: string): Promise<void> =>
  downloadFile(`${lineAt(id)}/slip.pdf`, {}, `${month}.pdf`);

export const listMyEnrolments = (signal?: AbortSignal): Promise<MyEnrolment[]> =>
  http.get('/my/enrolments', {}, signal);
export const getMyAttendance = (
  query: { enrolmentId: string; month: string },
  signal?: AbortSignal,
): Promise<AttendanceMark[]> => http.get('/my/attendance', query, signal);
export const listIdentityUses = (signal?: AbortSignal): Promise<IdentityUse[]> =>
  http.get('/my/identity-uses', {}, signal);

export const openPayLink = (token: string, code: string): Promise<MyPayLine> =>
  http.post(`${linkAt(token)}/open`, { code });
export const answerPayLink = (
  token: string,
  body: AnswerPayLink,
  idempotencyKey: string,
): Promise<MyPayLine> => http.post(`${linkAt(token)}/answer`, body, { idempotencyKey });
