import mongoose from 'mongoose';
import type { ReleaseKind } from '../../core/contract/releases.ts';
import { demandTransaction, retryWhenTaken } from '../../platform/audit/index.ts';

interface Counter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<Counter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('releaseCounters', schema, 'releaseCounters');

/** The next number of an office, kind and year, without gaps: taken in the transaction that confirms. */
export async function takeReleaseSerial(areaCode: string, kind: ReleaseKind, year: number): Promise<number> {
  demandTransaction('takeReleaseSerial');
  const taken = await Counters.findOneAndUpdate(
    { _id: `${areaCode}:${kind}:${year}` },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  )
    .lean()
    .exec()
    .catch(retryWhenTaken);
  if (taken === null || taken === undefined) throw new Error('A counter answers its number');
  return taken.last;
}
