import type {
  IncidentCounts,
  IncidentForm,
  IncidentRow,
  IncidentView,
  OpenIncident,
} from '@core/contract/incidents.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const INCIDENTS_PATH = '/incidents';

export const listIncidents = (query: Query, signal?: AbortSignal): Promise<Page<IncidentRow>> =>
  http.get(INCIDENTS_PATH, query, signal);
export const countIncidents = (query: Query, signal?: AbortSignal): Promise<IncidentCounts> =>
  http.get(`${INCIDENTS_PATH}/counts`, query, signal);
export const getIncidentForm = (signal?: AbortSignal): Promise<IncidentForm> =>
  http.get(`${INCIDENTS_PATH}/form`, {}, signal);
export const getIncident = (id: string, signal?: AbortSignal): Promise<IncidentView> =>
  http.get(`${INCIDENTS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const reportIncident = (body: OpenIncident, idempotencyKey: string): Promise<IncidentView> =>
  http.post(INCIDENTS_PATH, body, { idempotencyKey });
export const moveIncident = (
  { id }: IncidentView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<IncidentView> => http.post(`${INCIDENTS_PATH}/${id}/moves/${action}`, body, move);
