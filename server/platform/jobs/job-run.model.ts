import mongoose from 'mongoose';
import type { JobRunView, RunCutOff } from '../../core/contract/operations.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

export interface JobRun {
  id: string;
  job: string;
  day: PlainDate;
  cause: JobRunView['cause'];
  state: JobRunView['state'];
  /** When the schedule wanted it; missing for runs by hand. */
  fireAt?: Date;
  startedAt: Date;
  endedAt?: Date;
  counts: Record<string, number>;
  error?: string;
  /** How it was cut off, from the moment that is known. */
  cutOff?: RunCutOff;
  by: string;
  /** The process that runs it; null while it waits for one. */
  owner: string | null;
  leaseUntil: Date;
  attempt: number;
  /** One row gathers all fires of a day: for jobs that fire every few seconds or minutes. */
  gathered: boolean;
}

const schema = new mongoose.Schema(
  {
    job: { type: String, required: true },
    day: { type: String, required: true },
    cause: { type: String, required: true },
    state: { type: String, required: true },
    fireAt: { type: Date },
    /** '<job>:<fire time>': unique, so that one of n workers gets the fire. */
    fireKey: { type: String },
    startedAt: { type: Date, required: true },
    endedAt: { type: Date },
    counts: { type: mongoose.Schema.Types.Mixed, required: true },
    error: { type: String },
    cutOff: { type: String },
    by: { type: String, required: true },
    owner: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
    attempt: { type: Number, required: true },
    gathered: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ fireKey: 1 }, { unique: true, partialFilterExpression: { fireKey: { $exists: true } } });
schema.index({ job: 1, startedAt: -1 });
schema.index({ state: 1, leaseUntil: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const Runs = mongoose.model('jobRuns', schema, 'jobRuns');

export type Stored = Omit<JobRun, 'id'> & { _id: mongoose.Types.ObjectId; fireKey?: string; expiresAt: Date };
export const HIDDEN = { fireKey: 0, expiresAt: 0 } as const;
export const toRun = ({ _id, ...rest }: Stored): JobRun => ({ id: _id.toHexString(), ...rest });

/** No lease is so long: one that ends later was given by a clock that ran ahead and has been set back. */
const LONGER_THAN_ANY_LEASE_MS = 10 * 60_000;
const impossible = (now: Date): Date => new Date(now.getTime() + LONGER_THAN_ANY_LEASE_MS);

export const leaseOver = (now: Date) => ({
  $or: [{ leaseUntil: { $lte: now } }, { leaseUntil: { $gt: impossible(now) } }],
});
/** The last fire lies before this one, or in a time that has not come yet. */
export const firedBefore = (fireAt: Date, now: Date) => ({
  $or: [{ fireAt: { $lt: fireAt } }, { fireAt: { $gt: impossible(now) } }],
});

/** Runs whose process has gone silent (index state+leaseUntil). */
export async function findSilentRuns(now: Date): Promise<JobRun[]> {
  const rows = await Runs.find({ state: 'running', owner: { $ne: null }, ...leaseOver(now) }, HIDDEN).lean<
    Stored[]
  >();
  return rows.map(toRun);
}

/** The newest run of a job that is in one of the states, or of any (index job+startedAt). */
export async function findLatestRun(
  job: string,
  only: { states?: readonly JobRun['state'][]; scheduled?: boolean; byHand?: boolean } = {},
): Promise<JobRun | null> {
  const states = only.states === undefined ? {} : { state: { $in: [...only.states] } };
  const scheduled = only.scheduled === true ? { fireAt: { $exists: true } } : {};
  const byHand = only.byHand === true ? { cause: 'byHand' } : {};
  const sort = only.scheduled === true ? ({ fireAt: -1 } as const) : ({ startedAt: -1, _id: -1 } as const);
  const row = await Runs.findOne({ job, ...states, ...scheduled, ...byHand }, HIDDEN)
    .sort(sort)
    .lean<Stored | null>();
  return row === null ? null : toRun(row);
}

export async function findRun(id: string): Promise<JobRun | null> {
  const row = await Runs.findById(id, HIDDEN).lean<Stored | null>();
  return row === null ? null : toRun(row);
}

/** One page of a job's history, newest first (index job+startedAt). */
export async function findRuns(
  job: string,
  after: { startedAt: Date; id: string } | null,
  limit: number,
): Promise<{ runs: JobRun[]; total: number }> {
  const older =
    after === null
      ? {}
      : {
          $or: [
            { startedAt: { $lt: after.startedAt } },
            { startedAt: after.startedAt, _id: { $lt: after.id } },
          ],
        };
  const [rows, total] = await Promise.all([
    Runs.find({ job, ...older }, HIDDEN)
      .sort({ startedAt: -1, _id: -1 })
      .limit(limit)
      .lean<Stored[]>(),
    Runs.countDocuments({ job }),
  ]);
  return { runs: rows.map(toRun), total };
}
