import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import type { Clock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import type { JobRun, Runner, ScheduledJob } from '../../server/platform/jobs/index.ts';
import { createRunner } from '../../server/platform/jobs/index.ts';

/** A moment of Shanghai, written as such. */
export const at = (text: string): Date => new Date(`${text}+08:00`);

/** A job that notes the days it ran for, and may be told what to do then. */
export function fakeJob(
  name: string,
  cron: string,
  work: (today: PlainDate, signal: AbortSignal) => Promise<void> | void = () => undefined,
): ScheduledJob & { ranFor: PlainDate[] } {
  const ranFor: PlainDate[] = [];
  return {
    name,
    nameZh: '任务',
    nameEn: 'Job',
    cron,
    ranFor,
    job: {
      async run({ today, signal }) {
        ranFor.push(today);
        await work(today, signal);
        return { done: 1 };
      },
    },
  };
}

export const DAILY = '10 0 * * *';
export const OFTEN = '*/10 * * * * *';

/** A process among the workers. */
export function worker(
  instance: string,
  clock: Clock,
  jobs: readonly ScheduledJob[],
  onFailed?: (job: ScheduledJob, run: JobRun) => Promise<void>,
): Runner {
  return createRunner({
    jobs,
    clock,
    log: createLog('silent'),
    instance,
    ...(onFailed === undefined ? {} : { onFailed }),
  });
}

/** Work that waits until it is let go. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
