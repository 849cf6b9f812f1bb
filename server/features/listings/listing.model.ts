import mongoose from 'mongoose';
import { lifeFields } from '../../platform/lives/index.ts';
import type { ListedDays, ListingOrder, ListingRecord } from './listing.record.ts';

const text = { type: String, required: true } as const;
const order = new mongoose.Schema<ListingOrder>(
  { kind: text, proceedingId: String, servedOn: text, payBy: text },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
const days = new mongoose.Schema<ListedDays>(
  { from: text, until: text },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ caseId: text, caseNumber: text, officeCode: text, companyId: String, companyName: text },
    ...{ creditCode: String, proposedBy: text },
    order: { type: order, required: true },
    personNames: { type: [String], required: true },
    ...{ listedFrom: text, listedUntil: text, publishedOn: text },
    formerDays: { type: [days], default: undefined },
  },
  { collection: 'listings', strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ nextDueOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
schema.index({ listedFrom: 1, _id: 1 });
schema.index({ areaCode: 1, nextDueOn: 1, _id: 1 });
schema.index({ companyId: 1, nextDueOn: 1 }, { sparse: true });
schema.index({ caseId: 1, nextDueOn: 1 });
schema.index({ personNames: 1 });

export const Listings = mongoose.model('listings', schema);

/** Lean documents are what the schema wrote. */
const asRecords = (found: unknown): ListingRecord[] => found as ListingRecord[];

/** The listings of one case, oldest first (index caseId). */
export const listingsOfCase = async (
  caseId: string,
  limits: Record<string, unknown> = {},
): Promise<ListingRecord[]> =>
  asRecords(
    await Listings.find({ caseId, ...limits })
      .sort({ nextDueOn: 1, _id: 1 })
      .lean(),
  );

/** Stood on the list on a day before this one, now or before it was restored. */
const listedBefore = (before: ListingRecord['listedFrom']): Record<string, unknown> => ({
  $or: [{ listedFrom: { $lt: before } }, { 'formerDays.from': { $lt: before } }],
});

/** Listings of these companies that ever stood on the list (index companyId). */
export async function everListed(
  companyIds: readonly string[],
  before: ListingRecord['listedFrom'],
): Promise<ListingRecord[]> {
  if (companyIds.length === 0) return [];
  const theirs = { companyId: { $in: [...companyIds] }, ...listedBefore(before) };
  return asRecords(await Listings.find(theirs, { history: 0, facts: 0, deadlines: 0 }).lean());
}

/** Listings on which somebody of one of these names ever stood (index personNames). */
export async function everListedByName(
  names: readonly string[],
  before: ListingRecord['listedFrom'],
): Promise<ListingRecord[]> {
  if (names.length === 0) return [];
  const theirs = { personNames: { $in: [...names] }, ...listedBefore(before) };
  return asRecords(await Listings.find(theirs, { history: 0, facts: 0, deadlines: 0 }).lean());
}

/** Other persons than before: one conditional write; null when somebody was faster. */
export async function setPersonNames(
  { _id, version }: Pick<ListingRecord, '_id' | 'version'>,
  personNames: string[],
): Promise<ListingRecord | null> {
  const change = { $set: { personNames }, $inc: { version: 1 } };
  const found: unknown = await Listings.findOneAndUpdate({ _id, version }, change, {
    returnDocument: 'after',
    runValidators: true,
  }).lean();
  return found as ListingRecord | null; // what the schema has just written
}

/** The record that stands for a merged company. */
export const repointCompany = async (fromId: string, intoId: string): Promise<void> => {
  await Listings.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
};
