import { rollUpCampaigns } from '../../server/features/campaigns/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Counts the cases of every running winter campaign. */
export function rollUpCampaignsJob(): Job {
  return { run: ({ signal, ...at }) => rollUpCampaigns(at, signal) };
}
