import { countServedPapers } from '../../server/features/documents/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Orders posted as public notices reach their case on the day they count as served. */
export function countServedPapersJob(): Job {
  return {
    run: ({ today, now }) =>
      countServedPapers(systemCtx('countServedPapers', { today, now })).then((counts) => ({ ...counts })),
  };
}
