import type { OpenStatistics } from '@core/contract/open-statistics.ts';
import { downloadFile } from './download.ts';
import { http } from './http.ts';

export const OPEN_STATISTICS_PATH = '/public/statistics';

export const getOpenStatistics = (quarter: string, signal?: AbortSignal): Promise<OpenStatistics> =>
  http.get(OPEN_STATISTICS_PATH, { quarter }, signal);
export const downloadOpenStatistics = (): Promise<void> =>
  downloadFile(`${OPEN_STATISTICS_PATH}/export`, { format: 'csv' }, 'open-statistics.csv');
