import type { HintCounts, HintRow } from '@core/contract/accountability-hints.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const HINTS_PATH = '/accountability-hints';

export const listHints = (query: Query, signal?: AbortSignal): Promise<Page<HintRow>> =>
  http.get(HINTS_PATH, query, signal);
export const countHints = (query: Query, signal?: AbortSignal): Promise<HintCounts> =>
  http.get(`${HINTS_PATH}/counts`, query, signal);
