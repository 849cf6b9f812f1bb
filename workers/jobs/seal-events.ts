import { sealPending } from '../../server/platform/audit/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Moves queued events into the chain of their area and day. */
export function sealEvents(): Job {
  return { run: async () => ({ ...(await sealPending()) }) };
}
