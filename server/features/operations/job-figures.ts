import type { JobInfo } from '../../platform/jobs/index.ts';
import { findLatestRun, listJobInfos, readCron } from '../../platform/jobs/index.ts';
import { overdueSeconds } from './health/check-jobs.ts';

/** How one job stands, from its history: the workers need no door of their own for it. */
export interface JobFigures {
  job: string;
  /** How its last finished run ended; null before the first. */
  isWell: boolean | null;
  lastDoneAt: Date | null;
  lastSeconds: number | null;
  overdueSeconds: number;
  running: boolean;
  /** What its last good run did. */
  counts: Readonly<Record<string, number>>;
}

export async function jobFigures(now: Date, upSince: Date): Promise<JobFigures[]> {
  const found: JobFigures[] = [];
  for (const info of listJobInfos()) found.push(await figuresOf(info, now, upSince)); // one job at a time: nobody waits for it
  return found;
}

async function figuresOf({ name, cron }: JobInfo, now: Date, upSince: Date): Promise<JobFigures> {
  const [latest, ended, done, scheduled] = await Promise.all([
    findLatestRun(name),
    findLatestRun(name, { states: ['done', 'failed'] }),
    findLatestRun(name, { states: ['done'] }),
    findLatestRun(name, { scheduled: true }),
  ]);
  return {
    job: name,
    isWell: ended === null ? null : ended.state === 'done',
    lastDoneAt: done?.endedAt ?? null,
    lastSeconds:
      ended?.endedAt === undefined ? null : (ended.endedAt.getTime() - ended.startedAt.getTime()) / 1000,
    overdueSeconds: overdueSeconds(readCron(cron), scheduled, { now, upSince }),
    running: latest?.state === 'running',
    counts: done?.counts ?? {},
  };
}
