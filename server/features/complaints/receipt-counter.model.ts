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

/**
 * The next running number of an office and year. Drawn by the native driver, outside any transaction: submits that
 * arrive together do not wait for each other, and a crash between the draw and the commit leaves a gap; a number is
 * never given twice.
 */
export async function drawRunningNumber(officeAndYear: string): Promise<number> {
  const draw = () =>
    Counters.collection.findOneAndUpdate(
      { _id: officeAndYear as never }, // the native typings know ObjectId keys only
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after' },
    );
  // Two first draws of a year may both try to make the counter; the slower one finds it there.
  const drawn = await draw().catch((error: unknown) => {
    if (duplicateKeyFields(error) === null) throw error;
    return draw();
  });
  const last: unknown = drawn?.['last'];
  if (typeof last !== 'number') throw new Error('The receipt counter gave no number');
  return last;
}
