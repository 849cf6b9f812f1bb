import { rollUpDashboard } from '../../server/features/dashboard/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Adds up projects and warnings for the leader's screen, and keeps how the day stood. */
export function rollUpDashboardJob(): Job {
  return { run: ({ signal, ...at }) => rollUpDashboard(at, signal) };
}
