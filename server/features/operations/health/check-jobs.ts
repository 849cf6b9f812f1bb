import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { JobInfo, JobRun, Timing } from '../../../platform/jobs/index.ts';
import { findLatestRun, lastFire, listJobInfos, nextFire, readCron } from '../../../platform/jobs/index.ts';
import { operationsSettings } from '../operations.settings.ts';
import { howLong } from './how-long.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** How late a job may be before it counts as overdue: fires every few seconds, or once a day. */
const GRACE_MS = { every: 5 * 60_000, daily: 60 * 60_000 };

/**
 * For how long a fire has passed, grace included, that no run answers; 0 when all is well. Fires from before this process
 * began it cannot judge.
 */
export function overdueSeconds(
  timing: Timing,
  lastRun: Pick<JobRun, 'fireAt'> | null,
  { now, upSince }: { now: Date; upSince: Date },
): number {
  const due = lastFire(timing, new Date(now.getTime() - GRACE_MS[timing.kind]));
  if (due < upSince) return 0;
  const answered = lastRun?.fireAt;
  if (answered !== undefined && answered >= due) return 0;
  const since = nextFire(timing, answered !== undefined && answered > upSince ? answered : upSince);
  return (now.getTime() - Math.min(since.getTime(), due.getTime())) / 1000;
}

/** Does every job run when it should, and did its last run end well? */
export async function checkJobs({ now }: Pick<Ctx, 'now'>): Promise<Finding> {
  const jobs = await Promise.all(listJobInfos().map((info) => jobState(info, now)));
  const overdue = jobs.filter((job) => job.lateSeconds > 0);
  const failed = jobs.filter((job) => job.failed);
  const facts = { jobs: jobs.length, overdue: overdue.length, failed: failed.length };
  if (jobs.length === 0) {
    return { level: 'unknown', zh: '本进程不知道任务表', en: 'This process knows no schedule', facts };
  }
  if (overdue.length === jobs.length) {
    return {
      level: 'bad',
      zh: '没有任务在运行：请检查任务进程',
      en: 'No job runs: is a worker process alive?',
      facts,
    };
  }
  const zhList = (list: typeof jobs): string => list.map((job) => job.nameZh).join('、');
  const enList = (list: typeof jobs): string => list.map((job) => job.nameEn).join(', ');
  if (overdue.length > 0)
    return {
      level: 'warning',
      zh: `逾期未运行：${overdue.map((job) => `${job.nameZh}（${late(job).zh}）`).join('、')}`,
      en: `Overdue: ${overdue.map((job) => `${job.nameEn} (${late(job).en})`).join(', ')}`,
      facts,
    };
  if (failed.length > 0)
    return {
      level: 'warning',
      zh: `上次运行失败：${zhList(failed)}`,
      en: `Failed last time: ${enList(failed)}`,
      facts,
    };
  return { level: 'good', zh: '任务都按时运行', en: 'All jobs run on time', facts };
}

/** Since when one is late that never ran, nobody knows who has not been there from the beginning. */
const late = ({ hasRun, lateSeconds }: JobState): { zh: string; en: string } =>
  hasRun ? howLong(lateSeconds) : { zh: '还没有运行过', en: 'has never run' };

interface JobState extends JobInfo {
  hasRun: boolean;
  lateSeconds: number;
  failed: boolean;
}

async function jobState(info: JobInfo, now: Date): Promise<JobState> {
  const upSince = operationsSettings().startedAt;
  const [scheduled, last] = await Promise.all([
    findLatestRun(info.name, { scheduled: true }),
    findLatestRun(info.name),
  ]);
  return {
    ...info,
    hasRun: scheduled !== null,
    lateSeconds: overdueSeconds(readCron(info.cron), scheduled, { now, upSince }),
    failed: last?.state === 'failed',
  };
}
