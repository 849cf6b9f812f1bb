import mongoose from 'mongoose';
import { sealedCollections } from './encrypted-fields.ts';

/** A collection with sealed values, whether `encryptedFields` put them there or a model sealed one itself. */
export interface SealedPlaces {
  collection: string;
  fields: readonly string[];
}

const more = new Map<string, string[]>();

/** For a model that seals a field of its own: the change of keys finds its values too. */
export function alsoSealed(collection: string, field: string): void {
  more.set(collection, [...(more.get(collection) ?? []), field]);
}

/** Every place of sealed values whose model is loaded, in an order that stays. */
export function sealedPlaces(): SealedPlaces[] {
  const places = new Map(more);
  for (const { collection, fields } of sealedCollections())
    places.set(collection, [...Object.keys(fields), ...(more.get(collection) ?? [])]);
  return [...places]
    .map(([collection, fields]) => ({ collection, fields }))
    .sort((a, b) => (a.collection < b.collection ? -1 : 1));
}

/** Whatever its documents are: a walk over all models looks at sealed fields alone. */
export type AnyModel = (typeof mongoose.models)[string];

export const modelOf = (collection: string): AnyModel | undefined =>
  Object.values(mongoose.models).find((each) => each.collection.collectionName === collection);

/** Documents with a value that one of these keys sealed. */
export const sealedWith = (
  fields: readonly string[],
  keyIds: readonly string[],
): Record<string, unknown> => ({
  $or: fields.map((field) => ({ [`${field}.keyId`]: { $in: [...keyIds] } })),
});

/** How many documents still need this key, by collection; empty when none does. */
export async function countKeyUses(keyId: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { collection, fields } of sealedPlaces()) {
    const count = (await modelOf(collection)?.countDocuments(sealedWith(fields, [keyId]))) ?? 0;
    if (count > 0) found[collection] = count;
  }
  return found;
}
