import mongoose from 'mongoose';
import type { Clock } from './clock.ts';

/**
 * What older versions of the product did not keep and this one reads: counted once, at the first start over such data,
 * before anybody is served. `run` goes in small portions and leaves alone what is filled already, so that a stop in
 * between loses nothing and two processes that start together disturb nobody. It answers how much it filled.
 */
interface StoreFill {
  name: string;
  run: () => Promise<number>;
}

interface FillDone {
  _id: string;
  filled: number;
  doneAt: Date;
}

const schema = new mongoose.Schema<FillDone>(
  {
    _id: { type: String, required: true },
    filled: { type: Number, required: true },
    doneAt: { type: Date, required: true },
  },
  { collection: 'storeFills', strict: 'throw', versionKey: false },
);
const FillsDone = mongoose.model('storeFills', schema);

const fills: StoreFill[] = [];

/** A feature that began to keep something says here how it comes into records of before. Names are never used again. */
export const registerStoreFill = (fill: StoreFill): void => void fills.push(fill);

/** Runs what was not run to its end yet, by name; after a first start it is one question to the store. */
export async function fillStore(clock: Pick<Clock, 'now'>): Promise<Record<string, number>> {
  const known = { _id: { $in: fills.map(({ name }) => name) } };
  const done = new Set((await FillsDone.find(known, { _id: 1 }).lean()).map(({ _id }) => _id));
  const counts: Record<string, number> = {};
  for (const { name, run } of fills) {
    if (done.has(name)) continue;
    const filled = await run();
    await FillsDone.updateOne({ _id: name }, { $set: { filled, doneAt: clock.now() } }, { upsert: true });
    counts[name] = filled;
  }
  return counts;
}
