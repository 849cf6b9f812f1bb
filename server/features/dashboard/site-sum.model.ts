import mongoose from 'mongoose';
import { inArea } from '../../platform/area-limit.ts';

/** Projects and warnings added up by town and industry: a handful of records a county. */
export interface SiteSum {
  areaCode: string;
  /** '-': none on record; '' for warnings, which belong to no industry. */
  industry: string;
  counts: Record<string, number>;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    _id: text,
    areaCode: text,
    industry: { type: String, default: '' },
    counts: { type: mongoose.Schema.Types.Mixed, required: true },
  },
  { collection: 'dashboardSums', strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ areaCode: 1 });
const SiteSums = mongoose.model('dashboardSums', schema);

const marks = new mongoose.Schema(
  { _id: text, at: { type: Date, required: true } },
  { collection: 'dashboardMarks', strict: 'throw', versionKey: false },
);
const Marks = mongoose.model('dashboardMarks', marks);
const ONLY = 'sites';

/** All of them, by the index. */
export const EVERYWHERE = inArea('');

/** Puts these in the place of all others, in the caller's transaction. */
export async function replaceSums(sums: readonly SiteSum[], at: Date): Promise<void> {
  await SiteSums.deleteMany(EVERYWHERE);
  await SiteSums.insertMany(
    sums.map((one) => ({ _id: `${one.areaCode}|${one.industry}`, ...one })),
    { lean: true },
  );
  await Marks.updateOne({ _id: ONLY }, { $set: { at } }, { upsert: true });
}

/** Index: areaCode. */
export async function findSums(limits: Record<string, unknown>): Promise<SiteSum[]> {
  return SiteSums.find(limits, { _id: 0 }).lean<SiteSum[]>();
}

/** When everything was last added up; null before the first time. */
export async function sumsMadeAt(): Promise<Date | null> {
  const found = await Marks.findById(ONLY).lean<{ at: Date }>();
  return found?.at ?? null;
}
