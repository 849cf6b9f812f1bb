import mongoose from 'mongoose';
import type { Criterion } from '../../core/assessment/criteria.ts';
import { ASSESSMENT_GROUPS } from '../../core/assessment/criteria.ts';

/** By what an area is assessed from a year on, until a later year has its own. */
export interface CriteriaRecord {
  /** `<area>:<year>`. */
  _id: string;
  areaCode: string;
  year: number;
  criteria: Criterion[];
  version: number;
}

const text = { type: String, required: true } as const;
const criterion = new mongoose.Schema<Criterion>(
  {
    id: text,
    group: { type: String, enum: ASSESSMENT_GROUPS, required: true },
    words: text,
    points: { type: Number, required: true },
    ...{ figure: String, fullAt: Number, zeroAt: Number },
  },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
const schema = new mongoose.Schema(
  {
    ...{ _id: text, areaCode: text, year: { type: Number, required: true } },
    criteria: { type: [criterion], required: true },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, year: 1 });
const AssessmentCriteria = mongoose.model('assessmentCriteria', schema, 'assessmentCriteria');

export const idOf = (areaCode: string, year: number): string => `${areaCode}:${year}`;

/** Those of these areas up to a year (index areaCode+year). */
export const findCriteria = (areas: readonly string[], year: number): Promise<CriteriaRecord[]> =>
  AssessmentCriteria.find({ areaCode: { $in: [...areas] }, year: { $lte: year } })
    .lean<CriteriaRecord[]>()
    .exec();

/** Puts a sheet in the place of the one of this version, or there for the first time; false when somebody was faster. */
export async function writeCriteria(record: CriteriaRecord): Promise<boolean> {
  const { _id, version, criteria } = record;
  if (version === 1) {
    const before = await AssessmentCriteria.exists({ _id });
    if (before !== null) return false;
    await AssessmentCriteria.create([record]);
    return true;
  }
  const change = { $set: { criteria, version } };
  const done = await AssessmentCriteria.updateOne({ _id, version: version - 1 }, change, {
    runValidators: true,
  });
  return done.matchedCount === 1;
}
