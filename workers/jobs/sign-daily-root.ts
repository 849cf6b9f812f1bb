import { signDailyRoot as sign } from '../../server/platform/audit/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Signs the root of every day that has ended and has none. */
export function signDailyRoot(): Job {
  return { run: async ({ today, now }) => ({ ...(await sign({ today, now })) }) };
}
