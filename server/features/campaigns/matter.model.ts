import mongoose from 'mongoose';
import type { CountedMatter } from '../../core/campaigns/double-zero.ts';
import { COUNTERS, MATTER_ENDS } from '../../core/campaigns/double-zero.ts';
import { replaceMany } from '../../platform/write-many.ts';

/** A case as a campaign counts it: made of the case and its project, never edited. */
export interface MatterRecord extends CountedMatter {
  /** `<campaign>:<case>`. */
  _id: string;
  campaignId: string;
  caseId: string;
  caseNumber: string;
  title: string;
  respondentName: string;
  projectName?: string;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...{ _id: text, campaignId: text, caseId: text, caseNumber: text, title: text, respondentName: text },
    projectName: String,
    ...{ areaCode: text, department: text, filedOn: text, endedOn: String },
    counter: { type: String, enum: COUNTERS, required: true },
    hasCome: { type: Boolean, required: true },
    end: { type: String, enum: MATTER_ENDS, required: true },
    ...{ owedFen: whole, seenFen: whole },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ campaignId: 1, filedOn: 1, _id: 1 });
schema.index({ campaignId: 1, owedFen: 1, _id: 1 });
export const Matters = mongoose.model('campaignMatters', schema, 'campaignMatters');

export const findMatters = (campaignId: string): Promise<MatterRecord[]> =>
  Matters.find({ campaignId }).lean<MatterRecord[]>().exec();

/** Puts these in place and takes those away, in the caller's transaction. */
export async function changeMatters(
  changed: readonly MatterRecord[],
  gone: readonly string[],
): Promise<void> {
  await replaceMany(
    Matters,
    changed.map(({ _id, ...replacement }) => ({ filter: { _id }, replacement })),
  );
  if (gone.length > 0) await Matters.deleteMany({ _id: { $in: [...gone] } });
}
