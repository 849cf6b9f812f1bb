import type { JobRunView, JobView } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { JobInfo } from '../../platform/jobs/index.ts';
import {
  findJobInfo,
  findLatestRun,
  findRuns,
  listJobInfos,
  nextFire,
  readCron,
} from '../../platform/jobs/index.ts';
import { jobRunView } from './job-run-view.ts';
import type { ListRuns } from './operations.schemas.ts';

/** Every scheduled job: when it ran last and how that ended, and when it runs next. */
export async function listJobs(ctx: Pick<Ctx, 'now'>): Promise<Page<JobView>> {
  const items = await Promise.all(listJobInfos().map((info) => jobView(info, ctx.now)));
  return { items, nextCursor: null, total: items.length };
}

async function jobView(info: JobInfo, now: Date): Promise<JobView> {
  const last = await findLatestRun(info.name);
  return {
    ...info,
    timeZone: 'Asia/Shanghai',
    nextRunAt: nextFire(readCron(info.cron), now).toISOString(),
    ...(last === null ? {} : { lastRun: jobRunView(last) }),
    running: last?.state === 'running',
  };
}

const PAGE = 50;

/** The runs of one job, newest first. */
export async function listJobRuns(name: string, query: ListRuns): Promise<Page<JobRunView>> {
  if (findJobInfo(name) === null) throw new AppError('notFound');
  const limit = query.limit ?? PAGE;
  const [startedAt, id] = query.cursor?.split('.') ?? [];
  const after =
    startedAt === undefined || id === undefined ? null : { startedAt: new Date(Number(startedAt)), id };
  const { runs, total } = await findRuns(name, after, limit + 1);
  const shown = runs.slice(0, limit);
  const last = runs.length > limit ? shown.at(-1) : undefined;
  const nextCursor = last === undefined ? null : `${last.startedAt.getTime()}.${last.id}`;
  return { items: shown.map(jobRunView), nextCursor, total };
}
