import mongoose from 'mongoose';
import type { ReportPart } from './report-part.ts';

/** What a record was last counted as: taken back when it is counted anew. */
export interface ReportEntry {
  /** `complaint:<id>`. */
  _id: string;
  parts: ReportPart<number>[];
}

const { Mixed } = mongoose.Schema.Types;
const partShape = new mongoose.Schema<ReportPart<number>>(
  {
    officeCode: { type: String, required: true },
    day: { type: String, required: true },
    counts: { type: Mixed, required: true },
    people: { type: [Number], required: true },
    employers: { type: [Number], required: true },
    standing: Boolean,
  },
  { _id: false, strict: 'throw', minimize: false },
);
const schema = new mongoose.Schema<ReportEntry>(
  { _id: { type: String, required: true }, parts: { type: [partShape], required: true } },
  { strict: 'throw', versionKey: false, minimize: false },
);
const ReportEntries = mongoose.model('reportEntries', schema, 'reportEntries');

export async function findEntries(ids: readonly string[]): Promise<ReportEntry[]> {
  if (ids.length === 0) return [];
  return ReportEntries.find({ _id: { $in: [...ids] } }).lean<ReportEntry[]>();
}

export async function forgetEntries(): Promise<void> {
  await ReportEntries.deleteMany({});
}

/** Puts the second ones in the place of the first. */
export async function replaceEntries(
  gone: readonly ReportEntry[],
  come: readonly ReportEntry[],
): Promise<void> {
  if (gone.length > 0) await ReportEntries.deleteMany({ _id: { $in: gone.map(({ _id }) => _id) } });
  // Made here, of numbers and days that were read from the store: nothing to cast, and there may be many.
  if (come.length > 0) await ReportEntries.insertMany([...come], { lean: true });
}
