import type {
  InspectionView,
  OutreachView,
  WriteInspection,
  WriteOutreach,
} from '@core/contract/inspections.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const INSPECTIONS_PATH = '/inspections';
export const OUTREACH_PATH = '/outreach';

export const listInspections = (query: Query, signal?: AbortSignal): Promise<Page<InspectionView>> =>
  http.get(INSPECTIONS_PATH, query, signal);
export const createInspection = (body: WriteInspection, idempotencyKey: string): Promise<InspectionView> =>
  http.post(INSPECTIONS_PATH, body, { idempotencyKey });
export const editInspection = (id: string, version: number, body: WriteInspection): Promise<InspectionView> =>
  http.patch(`${INSPECTIONS_PATH}/${id}`, body, { version });

export const listOutreach = (query: Query, signal?: AbortSignal): Promise<Page<OutreachView>> =>
  http.get(OUTREACH_PATH, query, signal);
export const createOutreach = (body: WriteOutreach, idempotencyKey: string): Promise<OutreachView> =>
  http.post(OUTREACH_PATH, body, { idempotencyKey });
export const editOutreach = (id: string, version: number, body: WriteOutreach): Promise<OutreachView> =>
  http.patch(`${OUTREACH_PATH}/${id}`, body, { version });
