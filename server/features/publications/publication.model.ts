import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';

/** A publication as it lies in the store; `areaCode` is that of its office, and the six items are among its facts. */
export interface PublicationRecord extends LifeRecord {
  caseId: string;
  caseNumber: string;
  proceedingId: string;
  decisionNumber: string;
  companyId?: string;
  companyName: string;
  /** The head has approved it and it was published and not taken down: the public reads it from and until its days. */
  isPublic: boolean;
  publicOn?: PlainDate;
  publicUntil?: PlainDate;
  grams?: string[];
  searchText?: string;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ caseId: text, caseNumber: text, proceedingId: text, decisionNumber: text },
    ...{ companyId: String, companyName: text },
    ...{ isPublic: { type: Boolean, required: true }, publicOn: String, publicUntil: String },
    ...searchPaths,
  },
  { collection: 'publications', strict: 'throw', versionKey: false, minimize: false },
);
for (const order of ['openedOn', 'nextDueOn', 'publicOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ caseId: 1, openedOn: 1 });
schema.index({ companyId: 1, publicOn: 1 }, { sparse: true });
schema.index({ isPublic: 1, publicOn: 1, _id: 1 });
schema.index({ isPublic: 1, publicUntil: 1 });
schema.index({ grams: 1 });

export const Publications = mongoose.model('publications', schema);

/** A company is found by its name or its code, a case by its number. */
export const publicationSearch = (names: string[], texts: (string | undefined)[]) =>
  searchFields({ names, texts });

/** Lean documents are what the schema wrote, so they are PublicationRecords. */
export const asPublications = (docs: unknown): PublicationRecord[] => docs as PublicationRecord[];

/** Those of one case, oldest first (index caseId+openedOn). */
export async function findOfCase(caseId: string): Promise<PublicationRecord[]> {
  return asPublications(await Publications.find({ caseId }).sort({ openedOn: 1 }).lean());
}

/** Published against these companies by this day, whether they still stand or not (index companyId+publicOn). */
export async function findOfCompanies(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<PublicationRecord[]> {
  if (companyIds.length === 0) return [];
  const found = await Publications.find({
    companyId: { $in: [...companyIds] },
    publicOn: { $lte: day },
  }).lean();
  return asPublications(found);
}

registerMergeListener('company', async (fromId, intoId) => {
  await Publications.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
});
