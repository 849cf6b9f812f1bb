import { systemCtx } from '../server/platform/context.ts';
import { inTransaction } from '../server/platform/db.ts';
import type { JobRun, ScheduledJob } from '../server/platform/jobs/index.ts';
import { enqueue } from '../server/platform/outbox/index.ts';
import type { WorkerDeps } from './start-workers.ts';

/** Tells every admin once per job and day that it failed; when even that fails, the log has both. */
export async function tellAdminsJobFailed(
  job: ScheduledJob,
  run: JobRun,
  { clock, findAdmins, log }: WorkerDeps,
): Promise<void> {
  try {
    const ctx = systemCtx('workers', { now: clock.now(), today: clock.today() });
    const admins = await findAdmins();
    await inTransaction(async () => {
      for (const userId of admins) {
        const key = `jobFailed:${job.name}:${run.day}:${userId}`;
        await enqueue(
          {
            template: 'jobFailed',
            to: { userId },
            channel: 'inApp',
            data: { job: job.nameZh, day: run.day },
            link: '/operations/jobs',
            key,
          },
          ctx,
        );
      }
    });
  } catch (error) {
    log.error({ job: job.name, err: error }, 'the admins could not be told of a failed job');
  }
}
