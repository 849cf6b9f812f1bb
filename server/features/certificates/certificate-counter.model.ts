import mongoose from 'mongoose';
import { demandTransaction, retryWhenTaken } from '../../platform/audit/index.ts';

interface Counter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<Counter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('certificateCounters', schema, 'certificateCounters');

/** Numbers run without gaps per office and year. */
export interface Series {
  areaCode: string;
  year: number;
}
const keyOf = ({ areaCode, year }: Series): string => `${areaCode}:${year}`;

/** The number the next certificate would get: it is printed before it is taken. */
export async function nextSerial(series: Series): Promise<number> {
  return ((await Counters.findById(keyOf(series)).lean())?.last ?? 0) + 1;
}

/** Takes this very number in the transaction that issues the paper; false when another one was faster. */
export async function takeSerial(series: Series, serial: number): Promise<boolean> {
  demandTransaction('takeSerial');
  if (serial === 1) {
    if ((await Counters.findById(keyOf(series)).lean()) !== null) return false;
    await Counters.create([{ _id: keyOf(series), last: 1 }]).catch(retryWhenTaken);
    return true;
  }
  const taken = await Counters.updateOne(
    { _id: keyOf(series), last: serial - 1 },
    { $set: { last: serial } },
  );
  return taken.modifiedCount === 1;
}
