import type {
  HazardCountRow,
  HazardForm,
  HazardRow,
  HazardView,
  OpenHazard,
} from '@core/contract/hazards.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const HAZARDS_PATH = '/hazards';

export const listHazards = (query: Query, signal?: AbortSignal): Promise<Page<HazardRow>> =>
  http.get(HAZARDS_PATH, query, signal);
export const countHazards = (query: Query, signal?: AbortSignal): Promise<HazardCountRow[]> =>
  http.get(`${HAZARDS_PATH}/counts`, query, signal);
export const getHazardForm = (signal?: AbortSignal): Promise<HazardForm> =>
  http.get(`${HAZARDS_PATH}/form`, {}, signal);
export const getHazard = (id: string, signal?: AbortSignal): Promise<HazardView> =>
  http.get(`${HAZARDS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const reportHazard = (body: OpenHazard, idempotencyKey: string): Promise<HazardView> =>
  http.post(HAZARDS_PATH, body, { idempotencyKey });
export const moveHazard = (
  { id }: HazardView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<HazardView> => http.post(`${HAZARDS_PATH}/${id}/moves/${action}`, body, move);
