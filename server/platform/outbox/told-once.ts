import mongoose, { Schema } from 'mongoose';
import { demandTransaction, retryWhenTaken } from '../audit/index.ts';
import type { Ctx } from '../context.ts';

/** What somebody has been told of: many such things travel in one message, so the message's own key cannot say it. */
interface Told {
  _id: string;
  at: Date;
}

const schema = new Schema<Told>(
  { _id: { type: String, required: true, maxlength: 300 }, at: { type: Date, required: true } },
  { collection: 'toldOnce', strict: 'throw', versionKey: false },
);
// Longer than anything waits that is told of stage by stage.
schema.index({ at: 1 }, { expireAfterSeconds: 800 * 86_400 });
const ToldOnce = mongoose.model('toldOnce', schema);

/**
 * Those of the keys that were never marked before, marked now: what a digest still has to say. In the transaction
 * that enqueues the digest, so that a mark without its message, or the other way round, cannot be.
 */
export async function markTold(keys: readonly string[], ctx: Pick<Ctx, 'now'>): Promise<Set<string>> {
  demandTransaction('markTold');
  const known = await ToldOnce.find({ _id: { $in: [...new Set(keys)] } }, { _id: 1 }).lean();
  const marked = new Set(known.map(({ _id }) => _id));
  const fresh = [...new Set(keys)].filter((key) => !marked.has(key));
  if (fresh.length > 0)
    await ToldOnce.insertMany(fresh.map((_id) => ({ _id, at: ctx.now }))).catch(retryWhenTaken);
  return new Set(fresh);
}
