import { rollUpDashboard, verifySites } from '../../server/features/dashboard/index.ts';
import { verifyReport } from '../../server/features/reports/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Adds up all records from scratch and fails where a kept figure differs, so that the administrators hear of it. */
export function verifyRollUps(): Job {
  return {
    async run({ signal, ...at }) {
      await rollUpDashboard(at, signal);
      const [report, sites] = [await verifyReport(), await verifySites(at.today)];
      const drift = report.drift + sites.drift;
      if (drift > 0)
        throw new Error(
          `kept figures that drifted: ${drift} (${[...report.found, ...sites.found].join(', ')})`,
        );
      return { records: report.records + sites.records, drift };
    },
  };
}
