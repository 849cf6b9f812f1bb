import { askWorkers } from '../../server/features/payroll/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Puts the text messages of payrolls that were filed or credited into the outbox, part by part. */
export function askPaidWorkers(): Job {
  return {
    run: ({ today, now, signal }) =>
      askWorkers(systemCtx('askPaidWorkers', { today, now }), signal).then((counts) => ({ ...counts })),
  };
}
