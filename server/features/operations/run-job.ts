import type { JobRunView, RunJob } from '../../core/contract/operations.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { JobInfo, JobRun } from '../../platform/jobs/index.ts';
import { findJobInfo, findLatestRun, insertRun } from '../../platform/jobs/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { jobRunView } from './job-run-view.ts';

/**
 * Asks for a job to be run for a day by hand. The answer is the run as it waits; a worker takes it within seconds and
 * its history shows how it ends. A day still to come is refused: a job sees what fell due up to its day.
 */
export async function runJob(name: string, { day }: RunJob, ctx: Ctx): Promise<JobRunView> {
  const job = findJobInfo(name);
  if (job === null) throw new AppError('notFound');
  if (day > ctx.today) throw wrongField('day', '不能晚于今天', 'Must not be later than today');
  return inTransaction(async () => {
    const last = await findLatestRun(name, { states: ['running'], byHand: true });
    if (last !== null) throw runsAlready(job, last);
    const run = await insertRun({
      job: name,
      day,
      cause: 'byHand',
      by: actorRef(ctx.actor),
      owner: null,
      now: ctx.now,
      leaseUntil: ctx.now,
    });
    const areaCode = ctx.grants[0]?.areaCode ?? '53';
    await appendEvent(
      { subject: `job:${name}`, areaCode, action: 'job.runByHand', facts: { day, run: run.id } },
      ctx,
    );
    return jobRunView(run);
  });
}

/** Which job, since when and for which day: what he waits for. */
function runsAlready({ nameZh, nameEn }: JobInfo, { id, day, startedAt }: JobRun): AppError {
  const since = shanghaiMinute(startedAt);
  return new AppError('jobRunning', { run: id, nameZh, nameEn, day, since });
}

const shanghaiMinute = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    ...({ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' } as const),
  }).format(moment);
