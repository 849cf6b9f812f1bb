import type {
  FindingRow,
  FindingView,
  InspectionView,
  WriteSiteInspection,
} from '@core/contract/inspections.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const FINDINGS_PATH = '/findings';

export const recordSiteInspection = (
  body: WriteSiteInspection,
  idempotencyKey: string,
): Promise<InspectionView> => http.post('/site-inspections', body, { idempotencyKey });
export const getInspection = (id: string, signal?: AbortSignal): Promise<InspectionView> =>
  http.get(`/inspections/${encodeURIComponent(id)}`, {}, signal);

export const listFindings = (query: Query, signal?: AbortSignal): Promise<Page<FindingRow>> =>
  http.get(FINDINGS_PATH, query, signal);
export const getFinding = (id: string, signal?: AbortSignal): Promise<FindingView> =>
  http.get(`${FINDINGS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const moveFinding = (
  { id }: FindingView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<FindingView> => http.post(`${FINDINGS_PATH}/${id}/moves/${action}`, body, move);
