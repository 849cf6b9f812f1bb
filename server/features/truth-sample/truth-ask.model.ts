import mongoose from 'mongoose';
import type { TruthAnswer } from '../../core/contract/truth-sample.ts';
import { TRUTH_ANSWERS } from '../../core/contract/truth-sample.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';

/** The question to one person; his answer stands here until the sample closes and may be changed. */
export interface TruthAskRecord {
  _id: mongoose.Types.ObjectId;
  sampleId: string;
  workerId: string;
  /** On the site he is asked about: also the phone an employer wrote there is his. */
  enrolmentIds: string[];
  projectName: string;
  month: PayMonth;
  closesOn: PlainDate;
  answer?: TruthAnswer;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...{ sampleId: text, workerId: text, projectName: text, month: text, closesOn: text },
    enrolmentIds: { type: [String], required: true },
    answer: { type: String, enum: TRUTH_ANSWERS },
  },
  { collection: 'truthAsks', strict: 'throw', versionKey: false },
);
schema.index({ sampleId: 1, workerId: 1 }, { unique: true });
schema.index({ workerId: 1 });
schema.index({ enrolmentIds: 1 });
const TruthAsks = mongoose.model('truthAsks', schema);

const asAsk = (doc: unknown): TruthAskRecord | null => doc as TruthAskRecord | null; // as the schema wrote it

export async function insertAsks(asks: readonly TruthAskRecord[]): Promise<void> {
  if (asks.length > 0) await TruthAsks.insertMany([...asks], { lean: true });
}

/** Who the phone that signed in stands for. */
export interface Asked {
  workerIds: readonly string[];
  enrolmentIds: readonly string[];
}
const his = ({ workerIds, enrolmentIds }: Asked) => ({
  $or: [{ workerId: { $in: [...workerIds] } }, { enrolmentIds: { $in: [...enrolmentIds] } }],
});

/** His questions that are still open, oldest first (indexes workerId, enrolmentIds). */
export async function findOwnAsks(asked: Asked, today: PlainDate): Promise<TruthAskRecord[]> {
  const open = { ...his(asked), closesOn: { $gte: today } };
  const found: unknown = await TruthAsks.find(open).sort({ _id: 1 }).limit(50).lean();
  return found as TruthAskRecord[]; // as the schema wrote them
}

/** One of his questions; somebody else's is not there. */
export async function findOwnAsk(id: string, asked: Asked): Promise<TruthAskRecord | null> {
  return asAsk(await TruthAsks.findOne({ $and: [{ _id: id }, his(asked)] }).lean());
}

/** Keeps the answer if nobody answered in between. */
export async function keepAnswer(ask: TruthAskRecord, answer: TruthAnswer): Promise<TruthAskRecord | null> {
  const before = ask.answer === undefined ? { $exists: false } : ask.answer;
  const change = TruthAsks.findOneAndUpdate(
    { _id: ask._id, answer: before },
    { $set: { answer } },
    { returnDocument: 'after', runValidators: true },
  );
  return asAsk(await change.lean());
}

/** From now on nobody can tell who said what (index sampleId+workerId). */
export async function forgetAnswers(sampleId: string): Promise<void> {
  await TruthAsks.updateMany({ sampleId, answer: { $exists: true } }, { $unset: { answer: 1 } });
}
