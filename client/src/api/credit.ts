import type {
  CreditFileRow,
  CreditFileView,
  OpenRating,
  RatingRow,
  RatingView,
} from '@core/contract/credit.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const CREDIT_PATH = '/credit';
export const RATINGS_PATH = '/ratings';

export const listCreditFiles = (query: Query, signal?: AbortSignal): Promise<Page<CreditFileRow>> =>
  http.get('/credit-files', query, signal);
export const ownCreditFiles = (signal?: AbortSignal): Promise<CreditFileView[]> =>
  http.get('/credit-files/own', {}, signal);
export const getCreditFile = (
  companyId: string,
  day: string,
  signal?: AbortSignal,
): Promise<CreditFileView> =>
  http.get(`/companies/${encodeURIComponent(companyId)}/credit`, day === '' ? {} : { day }, signal);

export const listRatings = (query: Query, signal?: AbortSignal): Promise<Page<RatingRow>> =>
  http.get(RATINGS_PATH, query, signal);
export const getRating = (id: string, signal?: AbortSignal): Promise<RatingView> =>
  http.get(`${RATINGS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const openRating = (body: OpenRating, idempotencyKey: string): Promise<RatingView> =>
  http.post(RATINGS_PATH, body, { idempotencyKey });
export const moveRating = (
  { id }: RatingView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<RatingView> => http.post(`${RATINGS_PATH}/${id}/moves/${action}`, body, move);
export const computeYear = (body: {
  areaCode: string;
  year: number;
}): Promise<{ opened: number; withoutRecord: number; finished: boolean }> =>
  http.post(`${RATINGS_PATH}/compute`, body, {});
