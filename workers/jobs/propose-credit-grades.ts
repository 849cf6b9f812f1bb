import { proposeGrades } from '../../server/features/credit/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Proposes last year's grade of every company that has none yet (T-RATE); a missed night is made up by the next. */
export function proposeCreditGrades(): Job {
  return {
    async run({ today, now, signal }) {
      const { year, opened, withoutRecord } = await proposeGrades(
        {},
        systemCtx('proposeCreditGrades', { today, now }),
        { signal },
      );
      return { year, opened, withoutRecord };
    },
  };
}
