import { purgeApproved as purge } from '../../server/features/retention/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Deletes what a person approved. */
export function purgeApproved(): Job {
  return {
    run: async ({ today, now, signal }) => ({
      ...(await purge(systemCtx('purgeApproved', { today, now }), signal)),
    }),
  };
}
