import mongoose from 'mongoose';

interface RollUpMark {
  _id: string;
  mark: mongoose.Types.ObjectId;
}

const schema = new mongoose.Schema<RollUpMark>(
  { _id: { type: String, required: true }, mark: { type: mongoose.Schema.Types.ObjectId, required: true } },
  { strict: 'throw', versionKey: false },
);
const RollUpMarks = mongoose.model('reportMarks', schema, 'reportMarks');
const ONLY = 'rollUp';

/** Another value after every roll-up, never one that was there before; null before the first. */
export async function findRollUpMark(): Promise<string | null> {
  const found = await RollUpMarks.findById(ONLY).lean<RollUpMark>();
  return found === null ? null : String(found.mark);
}

/** The kept figures change in the caller's transaction. */
export async function renewRollUpMark(): Promise<void> {
  const mark = new mongoose.Types.ObjectId();
  await RollUpMarks.updateOne({ _id: ONLY }, { $set: { mark } }, { upsert: true });
}
