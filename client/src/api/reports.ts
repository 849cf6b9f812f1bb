import type { PeriodReport } from '@core/contract/reports.ts';
import { http } from './http.ts';

export const PERIOD_REPORT_PATH = '/reports/period';

export type PeriodQuery = { from: string; to: string; areaCode: string };

export const getPeriodReport = (query: PeriodQuery, signal?: AbortSignal): Promise<PeriodReport> =>
  http.get(PERIOD_REPORT_PATH, query, signal);
