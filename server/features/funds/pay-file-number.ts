import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { demandTransaction, retryWhenTaken } from '../../platform/audit/index.ts';

interface Counter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<Counter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('payFileCounters', schema, 'payFileCounters');

const COUNTY_DIGITS = 6;

/**
 * The running number of a pay file in its county and year, taken in the transaction that issues it: no gaps.
 * @example 532601-2026-0007, whose third line is 532601-2026-0007-3
 */
export async function nextPayFileNumber(areaCode: string, today: PlainDate): Promise<string> {
  demandTransaction('nextPayFileNumber');
  const prefix = `${areaCode.slice(0, COUNTY_DIGITS)}-${today.slice(0, 4)}`;
  const counter = await Counters.findOneAndUpdate(
    { _id: prefix },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  )
    .lean()
    .exec()
    .catch(retryWhenTaken);
  return `${prefix}-${String(counter?.last ?? 1).padStart(4, '0')}`;
}
