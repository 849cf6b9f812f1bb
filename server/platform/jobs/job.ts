import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Log } from '../log.ts';

/** What a job is handed: the day it runs for, the moment it really is, and a signal that asks it to end. */
export interface JobTime {
  today: PlainDate;
  now: Date;
  log: Log;
  /** Aborted when the process stops or another worker took the run over: finish the present step and return. */
  signal: AbortSignal;
}

/**
 * A job picks all that fell due up to `today` and is not yet done, so that a missed night is made up and a second run
 * does nothing. It answers what it did as counts; each key is a plain word.
 */
export interface Job {
  run(at: JobTime): Promise<Record<string, number>>;
}

/** A line of the schedule. */
export interface JobInfo {
  name: string;
  nameZh: string;
  nameEn: string;
  /** In Asia/Shanghai: 'm h * * *' once a day, or every so many seconds or minutes (see timing.ts). */
  cron: string;
}

export interface ScheduledJob extends JobInfo {
  job: Job;
}
