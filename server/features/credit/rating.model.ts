import mongoose from 'mongoose';
import type { CreditEntry } from '../../core/credit/entry.ts';
import type { CreditGrade, YearGrade } from '../../core/credit/grade.ts';
import { CREDIT_GRADES } from '../../core/credit/grade.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';

/** What the record said on a day: the conditions with their facts, and every entry of the year. */
export interface FrozenReading extends YearGrade {
  at: Date;
  entries: CreditEntry[];
}

/** A yearly grade as it lies in the store. Facts that were read again are kept beside the newer ones. */
export interface RatingRecord extends LifeRecord {
  companyId: string;
  companyName: string;
  creditCode?: string;
  year: number;
  /** Null once it was read again and no proposal came of it. */
  proposed?: CreditGrade | null;
  /** As the head decided; in force once the state is `final`. */
  grade?: CreditGrade;
  /** Since when it is in force. */
  inForceFrom?: PlainDate;
  /** The newest last. */
  readings: FrozenReading[];
  grams?: string[];
  searchText?: string;
}

const { Mixed } = mongoose.Schema.Types;
const text = { type: String, required: true } as const;
const grade = { type: String, enum: CREDIT_GRADES } as const;
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ companyId: text, companyName: text, creditCode: String },
    year: { type: Number, required: true },
    ...{ proposed: { type: String, enum: [...CREDIT_GRADES, null] }, grade, inForceFrom: String },
    readings: { type: [Mixed], required: true },
    ...searchPaths,
  },
  { collection: 'creditRatings', strict: 'throw', versionKey: false, minimize: false },
);
// One company has one grade for a year.
schema.index({ companyId: 1, year: 1 }, { unique: true });
for (const order of ['year', 'companyName', 'openedOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ companyId: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ grams: 1 });

export const Ratings = mongoose.model('creditRatings', schema);

export const ratingSearch = (name: string, creditCode: string | undefined) =>
  searchFields({ names: [name], texts: [creditCode] });

/** Lean documents are what the schema wrote, so they are RatingRecords. */
export const asRatings = (docs: unknown): RatingRecord[] => docs as RatingRecord[];

/** Which of these companies have a grade for the year already (index companyId+year). */
export async function ratedIn(year: number, companyIds: readonly string[]): Promise<Set<string>> {
  const found = await Ratings.find({ companyId: { $in: [...companyIds] }, year }, { companyId: 1 }).lean();
  return new Set(found.map(({ companyId }) => companyId));
}

const ROW = { readings: 0, history: 0, grams: 0, searchText: 0 } as const;

/** All grades of these companies within the limits, without the facts behind them, newest year first. */
export async function ratingsOf(
  companyIds: readonly string[],
  limits: Record<string, unknown>,
): Promise<RatingRecord[]> {
  if (companyIds.length === 0) return [];
  const theirs = { $and: [{ companyId: { $in: [...companyIds] } }, limits] };
  return asRatings(await Ratings.find(theirs, ROW).sort({ year: -1, _id: -1 }).lean());
}

/** The grade of a merged company goes with it, unless the other one has its own for that year: that one stays. */
registerMergeListener('company', async (fromId, intoId) => {
  const theirs = new Set((await ratingsOf([intoId], {})).map(({ year }) => year));
  for (const { _id, year } of await ratingsOf([fromId], {}))
    if (!theirs.has(year))
      await Ratings.updateOne({ _id }, { $set: { companyId: intoId }, $inc: { version: 1 } });
});
