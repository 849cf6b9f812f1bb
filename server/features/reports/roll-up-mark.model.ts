import mongoose from 'mongoose';

interface RollUpMark {
  _id: string;
  mark: mongoose.Types.ObjectId;
  /** By which rules the figures are counted; others than these are counted anew. */
  shape?: number;
}

const schema = new mongoose.Schema<RollUpMark>(
  {
    _id: { type: String, required: true },
    mark: { type: mongoose.Schema.Types.ObjectId, required: true },
    shape: Number,
  },
  { strict: 'throw', versionKey: false },
);
const RollUpMarks = mongoose.model('reportMarks', schema, 'reportMarks');
const ONLY = 'rollUp';

/** Raised with every change of what a record adds: 2 counts what stands open. */
const SHAPE = 2;

/** Another value after every roll-up, never one that was there before; null before the first. */
export async function findRollUpMark(): Promise<string | null> {
  const found = await RollUpMarks.findById(ONLY).lean<RollUpMark>();
  return found === null ? null : String(found.mark);
}

/** Were the kept figures made by other rules? Where none are kept yet, they were not. */
export async function isOfOldShape(): Promise<boolean> {
  const found = await RollUpMarks.findById(ONLY).lean<RollUpMark>();
  return found !== null && found.shape !== SHAPE;
}

/** The kept figures change in the caller's transaction. */
export async function renewRollUpMark(): Promise<void> {
  const mark = new mongoose.Types.ObjectId();
  await RollUpMarks.updateOne({ _id: ONLY }, { $set: { mark, shape: SHAPE } }, { upsert: true });
}
