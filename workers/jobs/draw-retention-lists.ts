import { drawRetentionLists as draw } from '../../server/features/retention/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Draws up what may be deleted because its time by law is over. */
export function drawRetentionLists(): Job {
  return {
    run: async ({ today, now, signal }) => ({
      ...(await draw(systemCtx('drawRetentionLists', { today, now }), signal)),
    }),
  };
}
