import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type {
  ProposePublication,
  PublicationRow,
  PublicationsOfCase,
  PublicationView,
  PublicViolation,
} from '@core/contract/publications.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const PUBLICATIONS_PATH = '/publications';

export const listPublications = (query: Query, signal?: AbortSignal): Promise<Page<PublicationRow>> =>
  http.get(PUBLICATIONS_PATH, query, signal);
export const getPublication = (id: string, signal?: AbortSignal): Promise<PublicationView> =>
  http.get(`${PUBLICATIONS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const publicationsOfCase = (caseId: string, signal?: AbortSignal): Promise<PublicationsOfCase> =>
  http.get(`/cases/${encodeURIComponent(caseId)}/publications`, {}, signal);
export const proposePublication = (
  body: ProposePublication,
  idempotencyKey: string,
): Promise<PublicationView> => http.post(PUBLICATIONS_PATH, body, { idempotencyKey });
export const movePublication = (
  { id }: PublicationView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<PublicationView> => http.post(`${PUBLICATIONS_PATH}/${id}/moves/${action}`, body, move);
export const listViolations = (query: Query, signal?: AbortSignal): Promise<Page<PublicViolation>> =>
  http.get('/public/violations', query, signal);
