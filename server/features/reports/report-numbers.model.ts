import mongoose from 'mongoose';

interface ReportNumber {
  _id: string;
  number: number;
}

const schema = new mongoose.Schema<ReportNumber>(
  { _id: { type: String, required: true }, number: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const ReportNumbers = mongoose.model('reportNumbers', schema, 'reportNumbers');

/** Holds the last number given; a key of a head has a colon, so it is never taken for one. */
const LAST = 'last';

export async function findNumbers(keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const found = await ReportNumbers.find({ _id: { $in: [...keys] } }).lean<ReportNumber[]>();
  return new Map(found.map(({ _id, number }) => [_id, number]));
}

/** Gives each of these new ones the next number, in the caller's transaction. */
export async function giveNumbers(keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const last = await ReportNumbers.findOneAndUpdate(
    { _id: LAST },
    { $inc: { number: keys.length } },
    { upsert: true, returnDocument: 'after' },
  ).lean<ReportNumber>();
  const first = (last?.number ?? keys.length) - keys.length + 1;
  const given = keys.map((_id, at) => ({ _id, number: first + at }));
  await ReportNumbers.insertMany(given);
  return new Map(given.map(({ _id, number }) => [_id, number]));
}
