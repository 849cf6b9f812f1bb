import type { PayMonth } from '@core/kit/plain-date.ts';
import type { BundleCounts, BundleTaken, StandardBundle } from '@core/contract/standard-data.ts';
import { downloadFile } from './download.ts';
import { http } from './http.ts';

/** One month of a project in the objects of the national data standard; identities are whole for a reason alone. */
export const downloadStandardData = (projectId: string, month: PayMonth, reason: string): Promise<void> =>
  downloadFile(
    `/exchange/projects/${encodeURIComponent(projectId)}`,
    { month, ...(reason === '' ? {} : { reason }) },
    `standard-data-${month}.json`,
  );

/** What an import would make of it, or every fault by its place; nothing is stored. */
export const checkStandardData = (bundle: StandardBundle): Promise<BundleCounts> =>
  http.post('/exchange/check', bundle);

/** Takes in a bundle whole, or tells every fault by its place. */
export const importStandardData = (bundle: StandardBundle, idempotencyKey: string): Promise<BundleTaken> =>
  http.post('/exchange/import', bundle, { idempotencyKey });
