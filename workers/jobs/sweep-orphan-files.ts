import { sweepOrphanFiles as sweep } from '../../server/features/files/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Removes uploads nobody finished and stored bytes no record refers to. */
export function sweepOrphanFiles(): Job {
  return { run: ({ now }) => sweep({ now }) };
}
