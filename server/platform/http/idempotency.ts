import mongoose from 'mongoose';
import { AppError } from '../app-error.ts';
import { keyedHash } from '../auth/index.ts';
import type { Ctx } from '../context.ts';
import { actorRef } from '../context.ts';
import { alsoSealed, open, seal } from '../crypto/index.ts';
import type { Sealed } from '../crypto/index.ts';
import { currentSession, inTransaction } from '../db.ts';
import { insertLast } from '../insert-checked.ts';
import { inTransactionGroups } from '../transaction-groups.ts';

interface IdempotencyRecord {
  _id: string;
  contentHash: string;
  status: number;
  /** Sealed: an answer may hold what is shown only once. */
  answer: Sealed;
  expiresAt: Date;
}

/** A phone may find a network again after days; until then it asks with the same key. */
const DAYS_KEPT = 30;
/** So long a key is nobody's by chance: it follows a phone that changes from one network to the other. */
const OWN_KEY_LENGTH = 32;
const schema = new mongoose.Schema<IdempotencyRecord>(
  {
    _id: { type: String, required: true },
    contentHash: { type: String, required: true },
    status: { type: Number, required: true },
    answer: { type: { keyId: String, box: String }, required: true, _id: false },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const Records = mongoose.model('idempotencyKeys', schema, 'idempotencyKeys');

alsoSealed('idempotencyKeys', 'answer');

const place = (id: string) => ({ collection: 'idempotencyKeys', field: 'answer', id });

/**
 * By the native driver, which does half the work of a mongoose query: every submit asks this. First of all and in the
 * transaction, which has thereby begun when the work asks several things at once.
 */
async function findRecords(ids: readonly string[]): Promise<Map<string, IdempotencyRecord>> {
  const session = currentSession();
  const wanted = { _id: { $in: ids as never[] } }; // the native typings know ObjectId keys only
  const found = Records.collection.find<IdempotencyRecord>(wanted, session === null ? {} : { session });
  return new Map((await found.toArray()).map((record) => [record._id, record]));
}

export interface Answer {
  status: number;
  value: unknown;
  /** True when this is the stored first answer. */
  repeated: boolean;
}

interface Creating {
  key: string | undefined;
  door: string;
  content: unknown;
  ctx: Ctx;
  /** Many of them come at once and are small: those that wait share a transaction. */
  inGroups: boolean;
}
type Work = () => Promise<{ status: number; value: unknown }>;

interface Job {
  id: string;
  contentHash: string;
  now: Date;
  work: Work;
}

/**
 * Runs a creating request once per key and reader: the answer is stored in the same transaction as the work, so a
 * repeat, also after a crash or from another instance, gets the first answer or finds nothing done.
 */
export async function runOnce(request: Creating, work: Work): Promise<Answer> {
  const { key, door, ctx } = request;
  if (key === undefined || !/^[\w.:-]{8,100}$/.test(key)) throw new AppError('idempotencyKeyRequired');
  const nobody = key.length >= OWN_KEY_LENGTH ? 'anonymous' : `address:${ctx.ip}`;
  const who = ctx.actor.kind === 'anonymous' ? nobody : actorRef(ctx.actor);
  const id = keyedHash('idempotency', `${who}\n${door}\n${key}`);
  const contentHash = keyedHash('idempotency', JSON.stringify(request.content ?? null));
  const job: Job = { id, contentHash, now: ctx.now, work };
  if (request.inGroups) return inGroups(job);
  return inTransaction(async () => answerOnce(job, (await findRecords([id])).get(id)));
}

const inGroups = inTransactionGroups<Job, IdempotencyRecord | undefined, Answer>({
  keyOf: ({ id }) => id,
  look: async (jobs) => {
    const found = await findRecords(jobs.map(({ id }) => id));
    return jobs.map(({ id }) => found.get(id));
  },
  run: answerOnce,
});

async function answerOnce(job: Job, found: IdempotencyRecord | undefined): Promise<Answer> {
  const { id, contentHash } = job;
  if (found !== undefined) {
    if (found.contentHash !== contentHash) throw new AppError('idempotencyKeyReused');
    return {
      status: found.status,
      value: JSON.parse(open(found.answer, place(id))) as unknown,
      repeated: true,
    };
  }
  const done = await job.work();
  const expiresAt = new Date(job.now.getTime() + DAYS_KEPT * 86_400_000);
  const answer = seal(JSON.stringify(done.value ?? null), place(id));
  const record: IdempotencyRecord = { _id: id, contentHash, status: done.status, answer, expiresAt };
  await insertLast(Records, [record]); // nothing in it comes from outside
  return { ...done, repeated: false };
}
