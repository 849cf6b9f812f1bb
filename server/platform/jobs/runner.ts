import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { inTime } from '../in-time.ts';
import { isStoreAway } from '../store-away.ts';
import { leaseEnd, whileHeld } from '../while-held.ts';
import { errorSentence } from './error-sentence.ts';
import type { ScheduledJob } from './job.ts';
import type { JobRun } from './job-run.model.ts';
import * as moves from './job-run-moves.model.ts';
import { findLatestRun, findSilentRuns } from './job-run.model.ts';
import { fireDay, firesBetween, lastFire, readCron } from './timing.ts';

/**
 * A lease is three heartbeats long: one may be lost without the run being taken for dead. What fires every few seconds
 * or minutes is missed sooner than what runs by night, and to begin it again costs nothing.
 */
const LEASE_MS = { gathered: 12_000, single: 60_000 };
/** How many processes may die over one run before it is left alone. */
const TRIES = 3;
/** Days made up for after a long standstill. */
const MOST_MISSED = 31;

export interface RunnerDeps {
  jobs: readonly ScheduledJob[];
  clock: Clock;
  log: Log;
  /** Names this process among the workers, e.g. 'host-4711'. */
  instance: string;
  /** Told once per failed run; must not throw. */
  onFailed?: (job: ScheduledJob, run: JobRun) => Promise<void>;
}

export type Runner = ReturnType<typeof createRunner>;

/** Decides which process runs what: every fire, missed day and run by hand is taken by exactly one, and ends in the history. */
export function createRunner(deps: RunnerDeps) {
  const { clock, log, instance } = deps;
  const byName = new Map(deps.jobs.map((job) => [job.name, job]));
  const underWay = new Map<JobRun, { done: Promise<unknown>; abort: AbortController }>();
  let stopping = false;
  const at = (): Date => clock.now();

  /** Runs what this process has claimed and writes how it ended. */
  function execute(job: ScheduledJob, run: JobRun): Promise<JobRun['state']> {
    const abort = new AbortController();
    const lease = {
      ...{ at, leaseMs: run.gathered ? LEASE_MS.gathered : LEASE_MS.single },
      renew: (until: Date) =>
        moves.extendLease(run, until).then(
          (mine) => mine || abort.abort(),
          (error: unknown) => log.warn({ job: job.name, error: errorSentence(error) }, 'heartbeat failed'),
        ),
    };
    const done = whileHeld(lease, () => executeUntil(job, run, abort)).finally(() => underWay.delete(run));
    underWay.set(run, { done, abort });
    return done;
  }

  async function executeUntil(
    job: ScheduledJob,
    run: JobRun,
    abort: AbortController,
  ): Promise<JobRun['state']> {
    try {
      const counts = await job.job.run({
        today: run.day,
        now: clock.now(),
        log: log.child({ job: job.name }),
        signal: abort.signal,
      });
      if (stopping && abort.signal.aborted && !run.gathered) {
        await moves.releaseRun(run, clock.now());
        return 'running';
      }
      const kept = await moves.endRun(run, { state: 'done', now: clock.now(), counts });
      if (!kept) log.warn({ job: job.name, run: run.id }, 'the run had been taken over before it ended');
      return kept ? 'done' : 'abandoned';
    } catch (error) {
      if (stopping && abort.signal.aborted) {
        await moves.releaseRun(run, clock.now());
        return 'running';
      }
      if (error instanceof Error && isStoreAway(error) && !run.gathered) {
        // The store went away under it, which is no fault of the job: as after a death, another try takes its place.
        log.warn({ job: job.name, run: run.id, error: errorSentence(error) }, 'job cut off from the store');
        await moves.cutOffRun(run, clock.now(), errorSentence(error));
        return 'abandoned';
      }
      log.error({ job: job.name, run: run.id, err: error }, 'job failed');
      await moves.endRun(run, { state: 'failed', now: clock.now(), counts: {}, error: errorSentence(error) });
      await deps.onFailed?.(job, run);
      return 'failed';
    }
  }

  /** A fire of the schedule; null when another process has it or the job is still busy. */
  async function fire(
    job: ScheduledJob,
    fireAt: Date,
    cause: 'schedule' | 'catchUp' = 'schedule',
  ): Promise<JobRun['state'] | null> {
    if (stopping) return null;
    const often = readCron(job.cron).kind === 'every';
    const claim = {
      job: job.name,
      day: fireDay(fireAt),
      fireAt,
      cause,
      owner: instance,
      now: clock.now(),
      leaseUntil: leaseEnd(at(), often ? LEASE_MS.gathered : LEASE_MS.single),
    };
    const run = await (often ? moves.claimGathered(claim) : moves.claimFire(claim));
    return run === null ? null : execute(job, run);
  }

  return {
    fire,
    execute,

    /** Takes runs that wait for a worker: by hand, or given back by a process that stopped. */
    async pickUp(): Promise<number> {
      let taken = 0;
      while (!stopping) {
        const run = await moves.claimWaiting(
          [...byName.keys()],
          instance,
          clock.now(),
          leaseEnd(at(), LEASE_MS.single),
        );
        const job = run === null ? undefined : byName.get(run.job);
        if (run === null || job === undefined) break;
        taken += 1;
        await execute(job, run);
      }
      return taken;
    },

    /** Marks runs whose process has gone silent and puts new ones in their place. */
    async sweepSilent(): Promise<number> {
      let swept = 0;
      for (const run of await findSilentRuns(clock.now())) {
        const state = await moves.abandonRun(run, clock.now(), TRIES);
        if (state !== null) swept += 1;
        const job = byName.get(run.job);
        if (state === 'failed' && job !== undefined) await deps.onFailed?.(job, run);
      }
      return swept;
    },

    /** Makes up for fires nobody ran, day by day in order; on the very first start only for the latest. */
    async catchUp(): Promise<number> {
      let made = 0;
      for (const job of deps.jobs) {
        const timing = readCron(job.cron);
        if (timing.kind === 'every') continue; // the next fire is seconds away and sweeps what is due
        if ((await findLatestRun(job.name, { states: ['running'] })) !== null) continue;
        const last = await findLatestRun(job.name, { scheduled: true });
        const now = clock.now();
        const missed =
          last?.fireAt === undefined
            ? [lastFire(timing, now)]
            : firesBetween(timing, last.fireAt, now, MOST_MISSED);
        for (const fireAt of missed) {
          if ((await fire(job, fireAt, 'catchUp')) === null) break; // another process is at it, or we are stopping
          made += 1;
        }
      }
      return made;
    },

    /** Takes nothing new, asks what is under way to end, and gives back what has not ended in time. */
    async stop(patienceMs = 10_000): Promise<void> {
      stopping = true;
      for (const { abort } of underWay.values()) abort.abort();
      const ended = Promise.allSettled([...underWay.values()].map(({ done }) => done));
      await inTime(ended, patienceMs, () => null);
      for (const run of underWay.keys()) await moves.releaseRun(run, clock.now());
    },
  };
}
