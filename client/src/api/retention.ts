import type { Page } from '@core/contract/page.ts';
import type { RetentionAction, RetentionListView, RetentionRecordRow } from '@core/contract/retention.ts';
import { http, type Query } from './http.ts';

const PATH = '/retention-lists';
const at = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;

export const listRetentionLists = (query: Query, signal?: AbortSignal): Promise<Page<RetentionListView>> =>
  http.get(PATH, query, signal);
export const getRetentionList = (id: string, signal?: AbortSignal): Promise<RetentionListView> =>
  http.get(at(id), undefined, signal);
export const listRetentionRecords = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<RetentionRecordRow>> => http.get(`${at(id)}/records`, query, signal);
export const decideRetentionList = (
  { id, version }: Pick<RetentionListView, 'id' | 'version'>,
  action: RetentionAction,
  body: object,
  idempotencyKey: string,
): Promise<RetentionListView> => http.post(`${at(id)}/${action}`, body, { version, idempotencyKey });
