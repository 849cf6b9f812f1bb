import type { JobRunView, RunJob } from '../../core/contract/operations.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findJobInfo, findLatestRun, insertRun } from '../../platform/jobs/index.ts';
import { jobRunView } from './job-run-view.ts';

/**
 * Asks for a job to be run for a day by hand. The answer is the run as it waits; a worker takes it within seconds and
 * its history shows how it ends. A day still to come is refused: a job sees what fell due up to its day.
 */
export async function runJob(name: string, { day }: RunJob, ctx: Ctx): Promise<JobRunView> {
  if (findJobInfo(name) === null) throw new AppError('notFound');
  if (day > ctx.today) {
    const problem = {
      in: 'body',
      path: 'day',
      rule: 'any.invalid',
      zh: '不能晚于今天',
      en: 'Must not be later than today',
    } as const;
    throw new AppError('invalidInput', { count: 1 }, [problem]);
  }
  return inTransaction(async () => {
    const last = await findLatestRun(name, { states: ['running'], byHand: true });
    if (last !== null) throw new AppError('conflict', { run: last.id });
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
