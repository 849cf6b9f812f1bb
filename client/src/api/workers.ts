import type { MergeInto } from '@core/contract/companies.ts';
import type { Page } from '@core/contract/page.ts';
import type { RevealedWorker, RevealWorker, WorkerView, WriteWorker } from '@core/contract/workers.ts';
import { http, type Query } from './http.ts';

export const WORKERS_PATH = '/workers';

export const listWorkers = (query: Query, signal?: AbortSignal): Promise<Page<WorkerView>> =>
  http.get(WORKERS_PATH, query, signal);
export const getWorker = (id: string, signal?: AbortSignal): Promise<WorkerView> =>
  http.get(`${WORKERS_PATH}/${encodeURIComponent(id)}`, undefined, signal);
export const createWorker = (body: WriteWorker, idempotencyKey: string): Promise<WorkerView> =>
  http.post(WORKERS_PATH, body, { idempotencyKey });
export const editWorker = (id: string, version: number, body: WriteWorker): Promise<WorkerView> =>
  http.patch(`${WORKERS_PATH}/${id}`, body, { version });
export const mergeWorker = (id: string, version: number, body: MergeInto): Promise<WorkerView> =>
  http.post(`${WORKERS_PATH}/${id}/merge`, body, { version });
export const revealWorker = (id: string, body: RevealWorker): Promise<RevealedWorker> =>
  http.post(`${WORKERS_PATH}/${id}/reveal`, body);
