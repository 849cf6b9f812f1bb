import type {
  AlertChangePreview,
  AlertFigures,
  AlertRuleView,
  PreviewAlertChange,
  RunwayView,
} from '@core/contract/alert-figures.ts';
import { http } from './http.ts';

export const getAlertFigures = (areaCode: string, signal?: AbortSignal): Promise<AlertFigures> =>
  http.get('/alert-figures', { areaCode }, signal);

export type RunwayQuery = {
  areaCode: string;
  delayDays?: number;
  springFestival?: boolean;
  cursor?: string;
  limit?: number;
};
export const getWageRunway = (query: RunwayQuery, signal?: AbortSignal): Promise<RunwayView> =>
  http.get('/wage-runway', query, signal);

export const listAlertRules = (areaCode: string, signal?: AbortSignal): Promise<AlertRuleView[]> =>
  http.get('/alert-rules', { areaCode }, signal);
export const listPublicAlertRules = (areaCode: string, signal?: AbortSignal): Promise<AlertRuleView[]> =>
  http.get('/public/alert-rules', { areaCode }, signal);
export const previewAlertChange = (
  body: PreviewAlertChange,
  idempotencyKey: string,
): Promise<AlertChangePreview> => http.post('/alert-rules/preview', body, { idempotencyKey });
