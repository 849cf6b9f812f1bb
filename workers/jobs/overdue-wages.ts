import { scanProjects } from '../../server/features/alerts/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import type { JobDeps } from '../job-deps.ts';

/** Looks at every project something was changed on or whose day has come, and keeps its warnings. */
export function overdueWages({ runApart }: Pick<JobDeps, 'runApart'>): Job {
  return {
    run: ({ today, now, signal }) =>
      runApart === undefined
        ? scanProjects(systemCtx('overdueWages', { today, now }), { signal })
        : runApart('overdueWages', { today, signal }),
  };
}
