import type { PlainDate } from '../../core/kit/plain-date.ts';
import { duplicateKeyFields, inTransaction } from '../db.ts';
import type { JobRun, Stored } from './job-run.model.ts';
import { firedBefore, HIDDEN, leaseOver, Runs, toRun } from './job-run.model.ts';

const DAYS_KEPT = 400;
const LONG_AGO = new Date(0);
const keptUntil = (at: Date): Date => new Date(at.getTime() + DAYS_KEPT * 86_400_000);
const sameOrNull = (error: unknown): null => {
  if (duplicateKeyFields(error) !== null) return null;
  throw error;
};

export interface Claim {
  job: string;
  day: PlainDate;
  fireAt: Date;
  cause: 'schedule' | 'catchUp';
  owner: string;
  now: Date;
  leaseUntil: Date;
}

const fireKeyOf = (job: string, fireAt: Date): string => `${job}:${fireAt.toISOString()}`;

/** Takes one fire for this process; null when another process has it (index fireKey). */
export async function claimFire(claim: Claim): Promise<JobRun | null> {
  const { job, day, fireAt, cause, owner, now, leaseUntil } = claim;
  const run = {
    job,
    day,
    fireAt,
    cause,
    owner,
    leaseUntil,
    by: `worker:${owner}`,
    attempt: 1,
    gathered: false,
  };
  const row = {
    ...run,
    state: 'running',
    fireKey: fireKeyOf(job, fireAt),
    startedAt: now,
    counts: {},
    expiresAt: keptUntil(now),
  };
  return Runs.insertMany([row]).then(
    ([stored]) => (stored === undefined ? null : toRun(stored.toObject<Stored>())),
    sameOrNull,
  );
}

/** The same for a job that fires often: one row a day, which one process at a time holds. */
export async function claimGathered(claim: Claim): Promise<JobRun | null> {
  const { job, day, fireAt, cause, owner, now, leaseUntil } = claim;
  const row = await Runs.findOneAndUpdate(
    { fireKey: `${job}:${day}`, $and: [firedBefore(fireAt, now), leaseOver(now)] },
    {
      $set: { fireAt, owner, leaseUntil, startedAt: now, state: 'running', by: `worker:${owner}` },
      $setOnInsert: { job, day, cause, attempt: 1, gathered: true, counts: {}, expiresAt: keptUntil(now) },
    },
    { upsert: true, returnDocument: 'after', projection: HIDDEN },
  )
    .lean<Stored | null>()
    .catch(sameOrNull);
  return row === null ? null : toRun(row);
}

/** Asks for a run by hand: it waits until a worker takes it. With an owner it is that process's from the start. */
export async function insertRun(run: {
  job: string;
  day: PlainDate;
  cause: JobRun['cause'];
  by: string;
  owner: string | null;
  now: Date;
  leaseUntil: Date;
}): Promise<JobRun> {
  const { now, ...rest } = run;
  const row = {
    ...rest,
    state: 'running',
    startedAt: now,
    counts: {},
    attempt: 1,
    gathered: false,
    expiresAt: keptUntil(now),
  };
  const [stored] = await Runs.insertMany([row]);
  if (stored === undefined) throw new Error('The store answered without the inserted run');
  return toRun(stored.toObject<Stored>());
}

/** Takes the oldest run that waits for a worker (index state+leaseUntil); null when none does. */
export async function claimWaiting(
  jobs: readonly string[],
  owner: string,
  now: Date,
  leaseUntil: Date,
): Promise<JobRun | null> {
  const row = await Runs.findOneAndUpdate(
    { state: 'running', owner: null, ...leaseOver(now), job: { $in: [...jobs] } },
    { $set: { owner, leaseUntil } },
    { sort: { leaseUntil: 1, startedAt: 1 }, returnDocument: 'after', projection: HIDDEN },
  ).lean<Stored | null>();
  return row === null ? null : toRun(row);
}

const held = (run: Pick<JobRun, 'id' | 'owner'>) => ({ _id: run.id, owner: run.owner, state: 'running' });

/** Still mine? Extends the lease; false when another process took the run over. */
export async function extendLease(run: JobRun, leaseUntil: Date): Promise<boolean> {
  return (await Runs.updateOne(held(run), { $set: { leaseUntil } })).matchedCount === 1;
}

/** The store went away under it: its lease ends now, and it keeps by what it was cut off. */
export async function cutOffRun(run: JobRun, now: Date, error: string): Promise<void> {
  await Runs.updateOne(held(run), { $set: { leaseUntil: now, cutOff: 'storeAway', error } });
}

/** Gives a run back so that any worker may take it at once. */
export async function releaseRun(run: JobRun, now: Date): Promise<void> {
  const back = run.gathered
    ? { state: 'done', endedAt: now, leaseUntil: LONG_AGO }
    : { owner: null, leaseUntil: now };
  await Runs.updateOne(held(run), { $set: back });
}

/** Writes how a run ended; false when it was no longer this process's to end. */
export async function endRun(
  run: JobRun,
  end: { state: 'done' | 'failed'; now: Date; counts: Record<string, number>; error?: string },
): Promise<boolean> {
  const { state, now, counts, error } = end;
  const set = { state, endedAt: now, leaseUntil: LONG_AGO };
  const added = Object.entries(counts).filter(([, count]) => count !== 0);
  if (state === 'failed') added.push(['failedFires', 1]); // a gathered row outlives the next good fire
  const tally = run.gathered ? Object.fromEntries(added.map(([key, count]) => [`counts.${key}`, count])) : {};
  const update = {
    $set: { ...set, ...(run.gathered ? {} : { counts }), ...(error === undefined ? {} : { error }) },
    ...(Object.keys(tally).length === 0 ? {} : { $inc: tally }),
    ...(error === undefined ? { $unset: { error: 1 } } : {}),
  };
  return (await Runs.updateOne(held(run), update)).matchedCount === 1;
}

/**
 * Marks a silent run and, while it has tries left, puts another in its place that any worker may take; it has failed
 * when none is left. Null when somebody else did so first, or the process turned out to be alive.
 */
export async function abandonRun(
  run: JobRun,
  now: Date,
  tries: number,
): Promise<'failed' | 'abandoned' | null> {
  return inTransaction(async () => {
    const spent = run.attempt >= tries;
    const state = spent ? 'failed' : 'abandoned';
    const cutOff = run.cutOff ?? 'silent';
    const marked = await Runs.updateOne(
      { ...held(run), ...leaseOver(now) },
      { $set: { state, endedAt: now, cutOff }, $unset: { fireKey: 1 } },
    );
    if (marked.modifiedCount !== 1) return null;
    if (spent || run.gathered) return state;
    const { id: _, endedAt: __, error: ___, cutOff: ____, ...rest } = run;
    const again = {
      ...rest,
      owner: null,
      leaseUntil: now,
      startedAt: now,
      counts: {},
      attempt: run.attempt + 1,
      expiresAt: keptUntil(now),
    };
    await Runs.insertMany([
      run.fireAt === undefined ? again : { ...again, fireKey: fireKeyOf(run.job, run.fireAt) },
    ]);
    return state;
  });
}
