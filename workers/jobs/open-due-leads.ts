import { openDueLeads } from '../../server/features/payroll/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** The morning after the agreed pay day: who had said that nothing arrived, and still got nothing, gets his lead. */
export function openDueLeadsJob(): Job {
  return {
    run: ({ today, now, signal }) =>
      openDueLeads(systemCtx('openDueLeads', { today, now }), signal).then((counts) => ({ ...counts })),
  };
}
