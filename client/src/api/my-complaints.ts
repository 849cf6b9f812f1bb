import type { FileAnonymousReport, FileComplaint, ComplaintFiled } from '@core/contract/complaint-intake.ts';
import type {
  AddEvidence,
  AnswerPayment,
  AnswerSupplement,
  AskWithdrawal,
  MyComplaint,
  MyComplaintRow,
  RateHandling,
  TrackAnonymously,
} from '@core/contract/tracking.ts';
import type { WriteMessage } from '@core/contract/complaint-moves.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

const placeOf = (receipt: string): string => `/my/complaints/${encodeURIComponent(receipt)}`;

export const fileComplaint = (body: FileComplaint, idempotencyKey: string): Promise<ComplaintFiled> =>
  http.post('/my/complaints', body, { idempotencyKey });
export const fileAnonymousReport = (
  body: FileAnonymousReport,
  idempotencyKey: string,
): Promise<ComplaintFiled> => http.post('/public/reports', body, { idempotencyKey });

export const listMyComplaints = (signal?: AbortSignal): Promise<Page<MyComplaintRow>> =>
  http.get('/my/complaints', {}, signal);
export const getMyComplaint = (receipt: string, signal?: AbortSignal): Promise<MyComplaint> =>
  http.get(placeOf(receipt), {}, signal);
export const trackAnonymously = (body: TrackAnonymously): Promise<MyComplaint> =>
  http.post('/public/tracking', body);

/** What the complainant can send about an own complaint; the last part of the door is its name. */
export interface Answers {
  supplement: AnswerSupplement;
  messages: WriteMessage;
  evidence: AddEvidence;
  rating: RateHandling;
  withdrawal: AskWithdrawal;
}
export const answerComplaint = <Door extends keyof Answers>(
  receipt: string,
  door: Door,
  body: Answers[Door],
  idempotencyKey: string,
): Promise<unknown> => http.post(`${placeOf(receipt)}/${door}`, body, { idempotencyKey });
export const answerPayment = (id: string, body: AnswerPayment, idempotencyKey: string): Promise<unknown> =>
  http.post(`/my/payments/${encodeURIComponent(id)}/answer`, body, { idempotencyKey });
