import type { ApiDescription } from '@/features/api-docs/api-description.ts';
import { http } from './http.ts';

/** The description every door is checked against. */
export const getApiDescription = (signal?: AbortSignal): Promise<ApiDescription> =>
  http.get('/docs/openapi.json', {}, signal);
