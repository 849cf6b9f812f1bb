import { rollUpReport } from '../../server/features/reports/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Keeps the figures of the period report: counts what changed since it was last counted. */
export function rollUpReportDays(): Job {
  return { run: ({ signal }) => rollUpReport(signal) };
}
