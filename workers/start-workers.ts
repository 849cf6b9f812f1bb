import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { ScheduledTask } from 'node-cron';
import { schedule } from 'node-cron';
import type { Clock } from '../server/platform/clock.ts';
import { elapsed } from '../server/platform/clock.ts';
import type { ScheduledJob } from '../server/platform/jobs/index.ts';
import { createRunner, registerJobs } from '../server/platform/jobs/index.ts';
import type { Log } from '../server/platform/log.ts';
import type { JobDeps } from './job-deps.ts';
import { bindJobs } from './schedule.ts';
import { tellAdminsJobFailed } from './tell-admins.ts';

/** How often waiting runs are looked for, silent ones taken over and missed fires made up for. */
const EVERY_MS = { pickUp: 2_000, sweepSilent: 30_000, catchUp: 600_000, lookAtClock: 5_000 };
/** A clock that is corrected little by little never goes wrong by so much between two looks. */
const LEAP_MS = 10_000;

export interface WorkerDeps extends JobDeps {
  log: Log;
  clock: Clock;
  /** Another list than the schedule's, for tests. */
  jobs?: readonly ScheduledJob[];
}

export interface Workers {
  /** Takes nothing new, lets what is under way end or gives it back, and resolves then. */
  stop(): Promise<void>;
}

/** Starts everything that runs by itself; any number of processes may do so beside each other on one store. */
export function startWorkers(deps: WorkerDeps): Workers {
  const { log, clock } = deps;
  const jobs = deps.jobs ?? bindJobs(deps);
  registerJobs(jobs);
  const instance = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const runner = createRunner({
    jobs,
    clock,
    log,
    instance,
    onFailed: (job, run) => tellAdminsJobFailed(job, run, deps),
  });

  const startTasks = (): ScheduledTask[] =>
    jobs.map((job) => cronTask(job, (fireAt) => guarded(log, job.name, () => runner.fire(job, fireAt))));
  let tasks = startTasks();
  const leap = leapFinder(clock);
  // A task waits for the moment it has worked out: when the clock is set back by a day, that is a day away.
  const lookAtClock = async (): Promise<void> => {
    if (!leap()) return;
    log.warn({}, 'workers: the clock of this machine was set; the times of all jobs are worked out anew');
    for (const task of tasks.splice(0)) await task.destroy();
    tasks = startTasks();
  };
  const loops = [
    loop(EVERY_MS.pickUp, () => guarded(log, 'pickUp', () => runner.pickUp())),
    loop(EVERY_MS.sweepSilent, () => guarded(log, 'sweepSilent', () => runner.sweepSilent())),
    loop(EVERY_MS.catchUp, () => guarded(log, 'catchUp', () => runner.catchUp())),
    loop(EVERY_MS.lookAtClock, () => guarded(log, 'lookAtClock', lookAtClock)),
  ];
  log.info({ instance, jobs: jobs.length }, 'workers started');

  return {
    async stop() {
      for (const one of loops) one.end();
      for (const task of tasks.splice(0)) await task.destroy();
      await runner.stop();
      await Promise.all(loops.map((one) => one.ended()));
      for (const task of tasks) await task.destroy(); // begun anew while it was told to stop
      log.info({ instance }, 'workers stopped');
    },
  };
}

/** True when the clock has moved otherwise than time has since it was last asked. */
function leapFinder(clock: Clock): () => boolean {
  const ahead = (): number => clock.now().getTime() - elapsed();
  let before = ahead();
  return () => {
    const now = ahead();
    const isLeap = Math.abs(now - before) > LEAP_MS;
    before = now;
    return isLeap;
  };
}

function cronTask(job: ScheduledJob, fire: (at: Date) => Promise<void>): ScheduledTask {
  const options = { timezone: 'Asia/Shanghai', noOverlap: true, name: job.name, suppressMissedWarning: true };
  return schedule(job.cron, ({ date }) => fire(date), options);
}

/** The store may be away for a while: that is logged, and what was missed is caught up with later. */
async function guarded(log: Log, what: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => log.warn({ what, err: error }, 'workers: could not do this now'));
}

/** Does the work at once and again so long after each end, until told to end. */
function loop(everyMs: number, work: () => Promise<void>): { end(): void; ended(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  let turn: Promise<void> = Promise.resolve();
  const next = (): void => {
    turn = work().then(() => {
      if (!over) timer = setTimeout(next, everyMs).unref();
    });
  };
  next();
  return {
    end: () => {
      over = true;
      clearTimeout(timer);
    },
    ended: () => turn,
  };
}
