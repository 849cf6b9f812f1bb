import type { JobInfo } from './job.ts';
import { readCron } from './timing.ts';

const known = new Map<string, JobInfo>();

/** Makes the schedule's lines known to this process, for lists and runs by hand; a bad cron line stops the start. */
export function registerJobs(jobs: readonly JobInfo[]): void {
  for (const { name, nameZh, nameEn, cron } of jobs) {
    readCron(cron);
    known.set(name, { name, nameZh, nameEn, cron });
  }
}

export const listJobInfos = (): JobInfo[] => [...known.values()];
export const findJobInfo = (name: string): JobInfo | null => known.get(name) ?? null;
