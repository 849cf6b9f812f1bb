import type { PayMonth } from '@core/kit/plain-date.ts';
import { downloadFile } from './download.ts';

/** One month of a project in the objects of the national data standard; identities are whole for a reason alone. */
export const downloadStandardData = (projectId: string, month: PayMonth, reason: string): Promise<void> =>
  downloadFile(
    `/exchange/projects/${encodeURIComponent(projectId)}`,
    { month, ...(reason === '' ? {} : { reason }) },
    `standard-data-${month}.json`,
  );
