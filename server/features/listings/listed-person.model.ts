import mongoose from 'mongoose';
import type { ListedPersonKind, WriteListedPerson } from '../../core/contract/listings.ts';
import { LISTED_PERSON_KINDS } from '../../core/contract/listings.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';

/** A person listed beside the company; the identity number is opened through `personSecrets` only. */
export interface ListedPersonRecord {
  _id: mongoose.Types.ObjectId;
  listingId: string;
  /** The order in which they were written down. */
  place: number;
  kind: ListedPersonKind;
  name: string;
  post: string;
  citizenId?: Sealed;
}

const schema = new mongoose.Schema(
  {
    listingId: { type: String, required: true },
    place: { type: Number, required: true },
    kind: { type: String, enum: LISTED_PERSON_KINDS, required: true },
    name: { type: String, required: true },
    post: { type: String, required: true },
  },
  { collection: 'listedPersons', strict: 'throw', versionKey: false },
);
export const personSecrets = encryptedFields(schema, { citizenId: { kind: 'citizenId' } });
schema.index({ listingId: 1, place: 1 });

export const ListedPersons = mongoose.model('listedPersons', schema);

/** The persons of these listings (index listingId+place), each listing's in their order. */
export async function personsOf(listingIds: readonly string[]): Promise<Map<string, ListedPersonRecord[]>> {
  const found: unknown = await ListedPersons.find({ listingId: { $in: [...listingIds] } })
    .sort({ listingId: 1, place: 1 })
    .lean();
  const known = new Map<string, ListedPersonRecord[]>();
  // lean documents are what the schema wrote
  for (const one of found as ListedPersonRecord[])
    known.set(one.listingId, [...(known.get(one.listingId) ?? []), one]);
  return known;
}

/** Puts these in the place of those who stand there; who stays keeps his number unless another is given. */
export async function writePersons(listingId: string, persons: readonly WriteListedPerson[]): Promise<void> {
  const before = (await personsOf([listingId])).get(listingId) ?? [];
  const docs = persons.map(({ id, kind, name, post, citizenId }, place) => {
    const known = before.find((one) => String(one._id) === id);
    const _id = known?._id ?? new mongoose.Types.ObjectId();
    const kept = known?.citizenId === undefined ? {} : { citizenId: known.citizenId };
    const sealed = citizenId === undefined ? kept : personSecrets.sealFields(_id, { citizenId });
    return { _id, listingId, place, kind, name, post, ...sealed };
  });
  await ListedPersons.deleteMany({ listingId });
  await ListedPersons.insertMany(docs);
}
