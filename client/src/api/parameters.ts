import type { ParameterValue, ParameterView, SetParameter } from '@core/contract/areas.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export interface ParameterQuery {
  areaCode?: string;
  group?: string;
  q?: string;
  unset?: boolean;
}

export const listParameters = (query: ParameterQuery, signal: AbortSignal): Promise<Page<ParameterView>> =>
  http.get('/parameters', { ...query }, signal);
export const setParameter = (
  key: string,
  body: SetParameter,
  idempotencyKey: string,
): Promise<ParameterValue> => http.post(`/parameters/${key}/values`, body, { idempotencyKey });
