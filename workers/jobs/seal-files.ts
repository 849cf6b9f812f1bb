import { resealFiles } from '../../server/features/files/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Seals stored files that lie open or under an older key; `left` is 0 when an old key may leave the ring. */
export function sealFiles(): Job {
  return { run: () => resealFiles({ limit: 50_000 }) };
}
