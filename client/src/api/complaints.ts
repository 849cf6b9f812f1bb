import type {
  ComplaintRegistered,
  EditComplaint,
  RegisterComplaint,
} from '@core/contract/complaint-intake.ts';
import type {
  MessageView,
  RevealComplainant,
  RevealedComplainant,
  WriteMessage,
} from '@core/contract/complaint-moves.ts';
import type {
  ComplaintAction,
  ComplaintRow,
  ComplaintView,
  LikelyDuplicate,
} from '@core/contract/complaints.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const COMPLAINTS_PATH = '/complaints';

/** Moves have a door each, named after the action. */
const doorOf = (action: string): string => action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const listComplaints = (query: Query, signal?: AbortSignal): Promise<Page<ComplaintRow>> =>
  http.get(COMPLAINTS_PATH, query, signal);
export const getComplaint = (id: string, signal?: AbortSignal): Promise<ComplaintView> =>
  http.get(`${COMPLAINTS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const registerComplaint = (
  body: RegisterComplaint,
  idempotencyKey: string,
): Promise<ComplaintRegistered> => http.post(COMPLAINTS_PATH, body, { idempotencyKey });
export const editComplaint = (id: string, version: number, body: EditComplaint): Promise<ComplaintView> =>
  http.patch(`${COMPLAINTS_PATH}/${id}`, body, { version });

export interface Move {
  version: number;
  idempotencyKey: string;
}
export const moveComplaint = (
  id: string,
  action: ComplaintAction,
  body: object,
  move: Move,
): Promise<ComplaintView> => http.post(`${COMPLAINTS_PATH}/${id}/${doorOf(action)}`, body, move);

export const listDuplicates = (id: string, signal?: AbortSignal): Promise<LikelyDuplicate[]> =>
  http.get(`${COMPLAINTS_PATH}/${id}/duplicates`, {}, signal);
export const listMessages = (id: string, signal?: AbortSignal): Promise<Page<MessageView>> =>
  http.get(`${COMPLAINTS_PATH}/${id}/messages`, {}, signal);
export const writeMessage = (id: string, body: WriteMessage, idempotencyKey: string): Promise<MessageView> =>
  http.post(`${COMPLAINTS_PATH}/${id}/messages`, body, { idempotencyKey });
export const revealComplainant = (
  id: string,
  body: RevealComplainant,
  idempotencyKey: string,
): Promise<RevealedComplainant> => http.post(`${COMPLAINTS_PATH}/${id}/reveal`, body, { idempotencyKey });
