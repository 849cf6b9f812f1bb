import type {
  DecideAtMeeting,
  JointMeetingRow,
  JointMeetingView,
  OpenJointMeeting,
  ProposedItem,
} from '@core/contract/joint-meetings.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { moveRecord } from './coordination.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

export const MEETINGS_PATH = '/joint-meetings';

export const listMeetings = (query: Query, signal?: AbortSignal): Promise<Page<JointMeetingRow>> =>
  http.get(MEETINGS_PATH, query, signal);
export const proposeAgenda = (areaCode: string, signal?: AbortSignal): Promise<{ items: ProposedItem[] }> =>
  http.get(`${MEETINGS_PATH}/agenda`, { areaCode }, signal);
export const getMeeting = (id: string, signal?: AbortSignal): Promise<JointMeetingView> =>
  http.get(`${MEETINGS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const openMeeting = (body: OpenJointMeeting, idempotencyKey: string): Promise<JointMeetingView> =>
  http.post(MEETINGS_PATH, body, { idempotencyKey });
export const moveMeeting = moveRecord<JointMeetingView>(MEETINGS_PATH);
export const decideAtMeeting = (id: string, body: DecideAtMeeting, move: Move): Promise<JointMeetingView> =>
  http.post(`${MEETINGS_PATH}/${id}/decisions`, body, move);
export const sendDecision = (id: string, number: number, idempotencyKey: string): Promise<JointMeetingView> =>
  http.post(`${MEETINGS_PATH}/${id}/decisions/${number}/task`, {}, { idempotencyKey });
export const downloadMinutes = (id: string): Promise<void> =>
  downloadFile(`${MEETINGS_PATH}/${id}/minutes`, {}, 'minutes.docx');
