import mongoose from 'mongoose';
import { duplicateKeyFields } from '../../platform/db.ts';

interface Counter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<Counter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('receiptCounters', schema, 'receiptCounters');

interface Waiting {
  resolve(drawn: number): void;
  reject(reason: unknown): void;
}
/** Those who asked while a draw for the same office and year was under way. */
const waiting = new Map<string, Waiting[]>();

/**
 * The next running number of an office and year. Drawn by the native driver, outside any transaction: submits that
 * arrive together do not wait for each other's commits but share a draw, and a crash between the draw and the commit
 * leaves a gap; a number is never given twice.
 */
export function drawRunningNumber(officeAndYear: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const line = waiting.get(officeAndYear);
    if (line !== undefined) {
      line.push({ resolve, reject });
      return;
    }
    waiting.set(officeAndYear, []);
    void serve(officeAndYear, [{ resolve, reject }]);
  });
}

/** Draws for these, then for all who came meanwhile, until nobody waits. */
async function serve(officeAndYear: string, first: Waiting[]): Promise<void> {
  for (let served = first; served.length > 0; served = waiting.get(officeAndYear) ?? []) {
    waiting.set(officeAndYear, []);
    try {
      const last = await draw(officeAndYear, served.length);
      served.forEach(({ resolve }, at) => resolve(last - served.length + 1 + at));
    } catch (error) {
      for (const { reject } of served) reject(error);
    }
  }
  waiting.delete(officeAndYear);
}

/** The last one of so many numbers, which are all the caller's. */
async function draw(officeAndYear: string, count: number): Promise<number> {
  const once = () =>
    Counters.collection.findOneAndUpdate(
      { _id: officeAndYear as never }, // the native typings know ObjectId keys only
      { $inc: { last: count } },
      { upsert: true, returnDocument: 'after' },
    );
  // Two first draws of a year may both try to make the counter; the slower one finds it there.
  const drawn = await once().catch((error: unknown) => {
    if (duplicateKeyFields(error) === null) throw error;
    return once();
  });
  const last: unknown = drawn?.['last'];
  if (typeof last !== 'number') throw new Error('The receipt counter gave no number');
  return last;
}
