import type {
  AreaLevel,
  AreaView,
  CloseArea,
  CreateArea,
  DepartmentView,
  EditArea,
} from '@core/contract/areas.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export type AreaQuery = { parent?: string; level?: AreaLevel; q?: string; closed?: boolean; limit?: number };

export const listAreas = (query: AreaQuery, signal?: AbortSignal): Promise<Page<AreaView>> =>
  http.get('/areas', query, signal);
export const getArea = (code: string): Promise<AreaView> => http.get(`/areas/${encodeURIComponent(code)}`);
export const listDepartments = (
  query: { areaCode?: string },
  signal?: AbortSignal,
): Promise<Page<DepartmentView>> => http.get('/departments', query, signal);
export const createArea = (body: CreateArea, idempotencyKey: string): Promise<AreaView> =>
  http.post('/areas', body, { idempotencyKey });
export const editArea = (code: string, version: number, body: EditArea): Promise<AreaView> =>
  http.patch(`/areas/${code}`, body, { version });
export const closeArea = (code: string, version: number, body: CloseArea): Promise<AreaView> =>
  http.post(`/areas/${code}/close`, body, { version });
