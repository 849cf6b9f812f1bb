import type {
  CaseListings,
  ListingRow,
  ListingView,
  OpenListing,
  PublicListing,
  WriteListedPersons,
} from '@core/contract/listings.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const LISTINGS_PATH = '/listings';
const at = (id: string): string => `${LISTINGS_PATH}/${encodeURIComponent(id)}`;

export const listListings = (query: Query, signal?: AbortSignal): Promise<Page<ListingRow>> =>
  http.get(LISTINGS_PATH, query, signal);
export const getListing = (id: string, signal?: AbortSignal): Promise<ListingView> =>
  http.get(at(id), {}, signal);
export const getCaseListings = (caseId: string, signal?: AbortSignal): Promise<CaseListings> =>
  http.get(`/cases/${encodeURIComponent(caseId)}/listings`, {}, signal);
export const openListing = (body: OpenListing, idempotencyKey: string): Promise<ListingView> =>
  http.post(LISTINGS_PATH, body, { idempotencyKey });
export const moveListing = (
  { id }: ListingView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<ListingView> => http.post(`${at(id)}/moves/${action}`, body, move);
export const putListedPersons = (
  { id, version }: ListingView,
  body: WriteListedPersons,
): Promise<ListingView> => http.put(`${at(id)}/persons`, body, { version });
export const revealListedPerson = (
  id: string,
  personId: string,
  body: { reason: string },
): Promise<{ value: string }> => http.post(`${at(id)}/persons/${personId}/reveal`, body);
export const listPublicListings = (query: Query, signal?: AbortSignal): Promise<Page<PublicListing>> =>
  http.get('/public/listings', query, signal);
