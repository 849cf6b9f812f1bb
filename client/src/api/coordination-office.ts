import type { FormalTalkRow, FormalTalkView, OpenFormalTalk } from '@core/contract/coordination-office.ts';
import type { Page } from '@core/contract/page.ts';
import { moveRecord } from './coordination.ts';
import { http, type Query } from './http.ts';

export const TALKS_PATH = '/formal-talks';

export const listTalks = (query: Query, signal?: AbortSignal): Promise<Page<FormalTalkRow>> =>
  http.get(TALKS_PATH, query, signal);
export const getTalk = (id: string, signal?: AbortSignal): Promise<FormalTalkView> =>
  http.get(`${TALKS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const openTalk = (body: OpenFormalTalk, idempotencyKey: string): Promise<FormalTalkView> =>
  http.post(TALKS_PATH, body, { idempotencyKey });
export const moveTalk = moveRecord<FormalTalkView>(TALKS_PATH);
