import type { mongo } from 'mongoose';
import { blindIndex } from './blind-index.ts';
import type { EncryptedFields } from './encrypted-fields.ts';
import { sealedCollections } from './encrypted-fields.ts';
import { findRotation, keepRotation } from './key-rotation.model.ts';
import type { AnyModel } from './key-uses.ts';
import { modelOf } from './key-uses.ts';

const PAGE = 200;
const ID = 'blind';

type Indexes = Record<string, string>;
type Derive = (indexes: Indexes, id: unknown) => Record<string, unknown>;
const derived = new Map<string, Derive>();

/** For a model that keeps something made of its blind indexes: it is made anew with them. */
export const derivedFromIndexes = (collection: string, derive: Derive): void =>
  void derived.set(collection, derive);

type Row = { _id: unknown };

/**
 * Makes every blind index anew with the key this process now holds, from the sealed value beside it. Only while nobody
 * else reads or writes: what was made with one key is not found with the other. Where it came to is kept with each page.
 */
export async function refillBlindIndexes(
  blindMark: string,
  onPage: (soFar: { collection: string; changed: number }) => void,
): Promise<number> {
  const kept = await findRotation(ID);
  let changed = kept?.changed ?? 0;
  const indexed = sealedCollections()
    .filter(({ fields }) => Object.values(fields).some(({ blindIndex: has }) => has))
    .sort((a, b) => (a.collection < b.collection ? -1 : 1));
  for (const secrets of indexed) {
    const { collection } = secrets;
    const model = modelOf(collection);
    if (model === undefined || collection < (kept?.collectionName ?? '')) continue;
    let after = collection === kept?.collectionName ? kept.after : undefined;
    for (;;) {
      const rows = await pageOf(model, secrets, after);
      const last = rows.at(-1);
      if (last === undefined) break;
      changed += await refillPage(model, secrets, rows);
      after = last._id;
      await keepRotation({ _id: ID, collectionName: collection, after, changed, blindMark });
      onPage({ collection, changed });
    }
  }
  return changed;
}

const namesOf = ({ fields }: EncryptedFields<string>): string[] =>
  Object.keys(fields).filter((name) => fields[name]?.blindIndex);

async function pageOf(model: AnyModel, secrets: EncryptedFields<string>, after: unknown): Promise<Row[]> {
  const names = namesOf(secrets);
  const beyond = after === undefined ? {} : { _id: { $gt: after } };
  const wanted = Object.fromEntries(names.flatMap((name) => [name, `${name}Index`]).map((key) => [key, 1]));
  return model
    .find({ ...beyond, $or: names.map((name) => ({ [name]: { $exists: true } })) }, wanted)
    .sort({ _id: 1 })
    .limit(PAGE)
    .lean<Row[]>();
}

/** Past the model, as nothing changes that anybody could be told. */
async function refillPage(
  model: AnyModel,
  secrets: EncryptedFields<string>,
  rows: readonly Row[],
): Promise<number> {
  const writes: mongo.AnyBulkWriteOperation[] = [];
  for (const row of rows) {
    const values = secrets.openFields(row);
    const indexes: Indexes = {};
    for (const name of namesOf(secrets)) {
      const value = values[name];
      const kind = secrets.fields[name]?.kind;
      if (value !== undefined && kind !== undefined) indexes[`${name}Index`] = blindIndex(kind, value);
    }
    if (Object.entries(indexes).every(([key, index]) => Reflect.get(row, key) === index)) continue;
    const set = { ...indexes, ...derived.get(secrets.collection)?.(indexes, row._id) };
    const filter = { _id: row._id } as mongo.Filter<mongo.BSON.Document>; // whatever kind of id the model has
    writes.push({ updateOne: { filter, update: { $set: set } } });
  }
  if (writes.length > 0) await model.collection.bulkWrite(writes, { ordered: false });
  return writes.length;
}

/**
 * Stops whoever would read or write with another blind index key than the store's: he would find nobody, and let people
 * in twice. A store whose key was never changed says nothing.
 */
export async function assertBlindKey(markOfOwn: string): Promise<void> {
  const kept = await findRotation(ID);
  if (kept === null) return;
  if (kept.doneAt === undefined)
    throw new Error(
      '盲索引正在重建，系统不能运行：先运行 npm run rotate-keys -- --blind 做完 / the blind indexes are being made anew: run npm run rotate-keys -- --blind to its end first',
    );
  if (kept.blindMark !== markOfOwn)
    throw new Error(
      '密钥文件的盲索引密钥与数据不符：从更换密钥的那台机器复制密钥文件 / the blind index key is not the one of this data: copy the key file from the machine where it was changed',
    );
}
