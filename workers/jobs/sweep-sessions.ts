import type { Job } from '../../server/platform/jobs/index.ts';
import { runSweeps } from '../../server/platform/jobs/index.ts';

/** Removes expired sessions, codes and the like, as far as the features asked for it. */
export function sweepSessions(): Job {
  return { run: ({ now }) => runSweeps({ now }) };
}
