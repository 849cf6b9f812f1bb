import type {
  ChainVerdict,
  DailyRootView,
  EventDayView,
  EventKeyView,
  EventView,
  HealthView,
  JobRunView,
  JobView,
  OutboxSummary,
  OutboxView,
  RootListView,
  RunJob,
} from '@core/contract/operations.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const getHealth = (signal: AbortSignal): Promise<HealthView> => http.get('/health', {}, signal);

export const listJobs = (signal: AbortSignal): Promise<Page<JobView>> => http.get('/jobs', {}, signal);
export const listJobRuns = (name: string, query: Query, signal: AbortSignal): Promise<Page<JobRunView>> =>
  http.get(`/jobs/${name}/runs`, query, signal);
export const runJob = (name: string, body: RunJob, idempotencyKey: string): Promise<JobRunView> =>
  http.post(`/jobs/${name}/run`, body, { idempotencyKey });

export const OUTBOX_PATH = '/outbox';
export const listOutbox = (query: Query, signal: AbortSignal): Promise<Page<OutboxView>> =>
  http.get(OUTBOX_PATH, query, signal);
export const getOutboxSummary = (signal: AbortSignal): Promise<OutboxSummary> =>
  http.get(`${OUTBOX_PATH}/summary`, {}, signal);
export const retryMessage = (id: string): Promise<OutboxView> => http.post(`${OUTBOX_PATH}/${id}/retry`);

export const EVENTS_PATH = '/events';
export const listEvents = (query: Query, signal: AbortSignal): Promise<Page<EventView>> =>
  http.get(EVENTS_PATH, query, signal);
export const CHAIN_FILE_PATH = `${EVENTS_PATH}/chain-file`;
export const listEventDays = (query: Query, signal: AbortSignal): Promise<Page<EventDayView>> =>
  http.get('/event-days', query, signal);
export const verifyChain = (): Promise<ChainVerdict> => http.post('/event-chain/verify');
export const listRoots = (query: Query, signal: AbortSignal): Promise<Page<RootListView>> =>
  http.get('/event-roots', query, signal);
export const getDailyRoot = (day: string, signal: AbortSignal): Promise<DailyRootView> =>
  http.get(`/event-days/${encodeURIComponent(day)}/roots`, {}, signal);
export const listEventKeys = (signal: AbortSignal): Promise<Page<EventKeyView>> =>
  http.get('/event-keys', {}, signal);
