import mongoose from 'mongoose';

/** What an office says to one line of its sheet of a year. */
export interface AnswerRecord {
  /** `<area>:<year>:<criterion>`. */
  _id: string;
  areaCode: string;
  year: number;
  criterionId: string;
  words: string;
  ownTenths?: number;
  fileIds: string[];
  version: number;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...{ _id: text, areaCode: text, year: whole, criterionId: text },
    words: { type: String, default: '' },
    ...{ ownTenths: Number, fileIds: { type: [String], required: true }, version: whole },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, year: 1 });
const AssessmentAnswers = mongoose.model('assessmentAnswers', schema, 'assessmentAnswers');

/** Index areaCode+year. */
export const findAnswers = (areaCode: string, year: number): Promise<AnswerRecord[]> =>
  AssessmentAnswers.find({ areaCode, year }).lean<AnswerRecord[]>().exec();

/** Puts an answer in the place of the one of this version, or there for the first time; false when somebody was faster. */
export async function writeAnswer(record: AnswerRecord): Promise<boolean> {
  const { _id, version, words, ownTenths, fileIds } = record;
  if (version === 1) {
    if ((await AssessmentAnswers.exists({ _id })) !== null) return false;
    await AssessmentAnswers.create([record]);
    return true;
  }
  const done = await AssessmentAnswers.updateOne(
    { _id, version: version - 1 },
    {
      $set: { words, fileIds, version, ...(ownTenths === undefined ? {} : { ownTenths }) },
      ...(ownTenths === undefined ? { $unset: { ownTenths: 1 } } : {}),
    },
    { runValidators: true },
  );
  return done.matchedCount === 1;
}
