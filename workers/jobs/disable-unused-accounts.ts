import { disableUnusedAccounts as disable } from '../../server/features/accounts/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Closes accounts that nobody has signed in to for as long as the office has set. */
export function disableUnusedAccounts(): Job {
  return { run: ({ now, today }) => disable(systemCtx('disableUnusedAccounts', { now, today })) };
}
