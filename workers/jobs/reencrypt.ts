import { reencryptFields } from '../../server/platform/crypto/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Brings values sealed with older keys to the active one; `left` is 0 when an old key may leave the ring. */
export function reencrypt(): Job {
  return { run: () => reencryptFields({ limit: 50_000 }) };
}
