import mongoose from 'mongoose';
import type { EncryptedFields } from './encrypted-fields.ts';
import { sealedCollections } from './encrypted-fields.ts';
import { keyRing } from './field-keys.ts';
import { isSealed, open, seal } from './sealed.ts';

/**
 * For a job: re-seals values written with older keys, at most `limit` of them. An old key may leave the ring once
 * `left` is 0. A value that changed meanwhile is left alone: whoever changed it wrote with the active key.
 */
export async function reencryptFields(
  options: { limit?: number } = {},
): Promise<{ resealed: number; left: number }> {
  let budget = options.limit ?? 1000;
  let resealed = 0;
  let left = 0;
  for (const secrets of sealedCollections()) {
    for (const field of Object.keys(secrets.fields)) {
      const done = await reencryptOne(secrets, field, budget);
      resealed += done.resealed;
      budget -= done.resealed;
      left += done.left;
    }
  }
  return { resealed, left };
}

async function reencryptOne(
  secrets: EncryptedFields<string>,
  field: string,
  limit: number,
): Promise<{ resealed: number; left: number }> {
  const model = Object.values(mongoose.models).find(
    (each) => each.collection.collectionName === secrets.collection,
  );
  if (model === undefined) return { resealed: 0, left: 0 };
  const others = [...keyRing().keys.keys()].filter((id) => id !== keyRing().active);
  if (others.length === 0) return { resealed: 0, left: 0 }; // one key: nothing can be older, so nothing is read
  const old = { [`${field}.keyId`]: { $in: others } };
  let resealed = 0;
  if (limit > 0) {
    const rows = await model
      .find(old, { [field]: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<{ _id: unknown }[]>();
    for (const row of rows) {
      const sealed: unknown = Reflect.get(row, field);
      if (!isSealed(sealed)) continue;
      const place = { collection: secrets.collection, field, id: String(row._id) };
      const fresh = seal(open(sealed, place), place);
      const saved = await model.updateOne(
        { _id: row._id, [`${field}.box`]: sealed.box },
        { $set: { [field]: fresh } },
      );
      resealed += saved.modifiedCount;
    }
  }
  return { resealed, left: await model.countDocuments(old) };
}
