import mongoose from 'mongoose';
import type { LiabilityFactId } from '../../core/contract/liability.ts';
import type { Fen } from '../../core/kit/money.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** What an inspector answered of a case for the table of liability. */
export interface LiabilityAnswers {
  _id: mongoose.Types.ObjectId;
  version: number;
  caseId: string;
  answers: Partial<Record<LiabilityFactId, boolean>>;
  ownerUnpaidFen?: Fen;
}

const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    caseId: { type: String, required: true },
    answers: { type: mongoose.Schema.Types.Mixed, required: true },
    ownerUnpaidFen: { type: Number, min: 0, validate: Number.isSafeInteger },
  },
  { collection: 'liabilityAnswers', strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ caseId: 1 }, { unique: true });

const Answers = mongoose.model('liabilityAnswers', schema);

export async function findAnswers(caseId: string): Promise<LiabilityAnswers | null> {
  const found: unknown = await Answers.findOne({ caseId }).lean();
  return found as LiabilityAnswers | null; // a lean document of this model
}

/** Writes the answers if nobody was faster; null otherwise. The first have version 1. */
export async function writeAnswers(
  before: LiabilityAnswers | null,
  { caseId, answers, ownerUnpaidFen }: Pick<LiabilityAnswers, 'caseId' | 'answers' | 'ownerUnpaidFen'>,
): Promise<LiabilityAnswers | null> {
  const fields = { answers, ...(ownerUnpaidFen === undefined ? {} : { ownerUnpaidFen }) };
  if (before === null) {
    const [made] = await Answers.create([{ version: 1, caseId, ...fields }]).catch(retryWhenTaken);
    return made === undefined ? null : (made.toObject() as unknown as LiabilityAnswers); // what the schema has just written
  }
  const gone = ownerUnpaidFen === undefined ? { $unset: { ownerUnpaidFen: 1 as const } } : {};
  const found: unknown = await Answers.findOneAndUpdate(
    { caseId, version: before.version },
    { $set: fields, ...gone, $inc: { version: 1 } },
    { returnDocument: 'after', runValidators: true },
  ).lean();
  return found as LiabilityAnswers | null; // a lean document of this model
}
