import type { AreaView, DepartmentView } from '@core/contract/areas.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export const listAreas = (
  query: { parent?: string; q?: string; limit?: number },
  signal?: AbortSignal,
): Promise<Page<AreaView>> => http.get('/areas', query, signal);
export const getArea = (code: string): Promise<AreaView> => http.get(`/areas/${encodeURIComponent(code)}`);
export const listDepartments = (signal?: AbortSignal): Promise<DepartmentView[]> =>
  http.get('/departments', {}, signal);
