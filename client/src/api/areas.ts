import type { AreaLevel, AreaView, DepartmentView } from '@core/contract/areas.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export type AreaQuery = { parent?: string; level?: AreaLevel; q?: string; closed?: boolean; limit?: number };

export const listAreas = (
  query: AreaQuery,
  signal?: AbortSignal,
): Promise<Page<AreaView>> => http.get('/areas', query, signal);
export const getArea = (code: string): Promise<AreaView> => http.get(`/areas/${encodeURIComponent(code)}`);
export const listDepartments = (signal?: AbortSignal): Promise<DepartmentView[]> =>
  http.get('/departments', {}, signal);
