import type { Dashboard, ListSites, SiteRow } from '@core/contract/dashboard.ts';
import type { Page, PageQuery } from '@core/contract/page.ts';
import { http } from './http.ts';

export const getDashboard = (
  query: { areaCode?: string; day?: string },
  signal?: AbortSignal,
): Promise<Dashboard> => http.get('/dashboard', query, signal);

export const listSites = (query: ListSites & PageQuery, signal?: AbortSignal): Promise<Page<SiteRow>> =>
  http.get('/dashboard/sites', { ...query }, signal);
