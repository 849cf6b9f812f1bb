import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { AppError } from '../app-error.ts';
import type { Ctx } from '../context.ts';
import { actorRef } from '../context.ts';
import { inTransaction } from '../db.ts';

interface IdempotencyRecord {
  _id: string;
  contentHash: string;
  status: number;
  answer: string;
  expiresAt: Date;
}

const DAYS_KEPT = 2;
const schema = new mongoose.Schema<IdempotencyRecord>(
  {
    _id: { type: String, required: true },
    contentHash: { type: String, required: true },
    status: { type: Number, required: true },
    answer: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const Records = mongoose.model('idempotencyKeys', schema, 'idempotencyKeys');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

export interface Answer {
  status: number;
  value: unknown;
  /** True when this is the stored first answer. */
  repeated: boolean;
}

/**
 * Runs a creating request once per key and reader: the answer is stored in the same transaction as the work, so a
 * repeat, also after a crash or from another instance, gets the first answer or finds nothing done.
 */
export async function runOnce(
  request: { key: string | undefined; door: string; content: unknown; ctx: Ctx },
  work: () => Promise<{ status: number; value: unknown }>,
): Promise<Answer> {
  const { key, door, ctx } = request;
  if (key === undefined || !/^[\w.:-]{8,100}$/.test(key)) throw new AppError('idempotencyKeyRequired');
  const who = ctx.actor.kind === 'anonymous' ? `address:${ctx.ip}` : actorRef(ctx.actor);
  const id = sha256(`${who}\n${door}\n${key}`);
  const contentHash = sha256(JSON.stringify(request.content ?? null));

  return inTransaction(async () => {
    const found = await Records.findById(id).lean();
    if (found !== null) {
      if (found.contentHash !== contentHash) throw new AppError('idempotencyKeyReused');
      return { status: found.status, value: JSON.parse(found.answer) as unknown, repeated: true };
    }
    const done = await work();
    const expiresAt = new Date(ctx.now.getTime() + DAYS_KEPT * 86_400_000);
    await Records.create({ _id: id, contentHash, status: done.status, answer: JSON.stringify(done.value ?? null), expiresAt });
    return { ...done, repeated: false };
  });
}
