import { scanProjects } from '../../server/features/alerts/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Looks at every project something was changed on or whose day has come, and keeps its warnings. */
export function overdueWages(): Job {
  return {
    run: ({ today, now, signal }) => scanProjects(systemCtx('overdueWages', { today, now }), { signal }),
  };
}
