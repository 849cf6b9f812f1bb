import { createHash } from 'node:crypto';
import { Int32 } from 'bson';
import { StoreError } from './lang/errors.ts';
import { encodeKey, keysFor } from './lang/keys.ts';
import { getPath } from './lang/paths.ts';
import { after, justAfter } from './storage.ts';
import { docPrefix, indexPrefix, PREFIX_LENGTH } from './catalog.ts';
import type { Collection, Index } from './catalog.ts';
import type { Doc, Value } from './lang/values.ts';
import type { Reader } from './storage.ts';

/** lmdb takes keys below 1,978 bytes; an entry holds two such parts. */
export const LONGEST = 900;
const KEPT = LONGEST - 33;

/** A key that is too long keeps its beginning, so that ranges still find it, and ends in a hash of the whole. */
export function shortened(key: Buffer): Buffer {
  if (key.length <= LONGEST) return key;
  return Buffer.concat([
    key.subarray(0, KEPT),
    Buffer.from([0xff]),
    createHash('sha256').update(key).digest(),
  ]);
}

/** A bound that lies at or below every stored form of `key` and of what follows it. */
export const lowBound = (key: Buffer): Buffer => (key.length <= LONGEST ? key : key.subarray(0, KEPT));
/** A bound above every stored key that begins with `key`. */
export const highBound = (key: Buffer): Buffer => after(key.length <= LONGEST ? key : key.subarray(0, KEPT));

/** Documents lie in the order of their whole _id, so unlike other keys it is never shortened. */
export function docKeyOf(collection: Collection, id: Value): Buffer {
  const key = encodeKey([id], [1]);
  if (key.length > LONGEST)
    throw new StoreError(17280, `The '_id' takes ${key.length} bytes as a key; ${LONGEST} are allowed`);
  return Buffer.concat([docPrefix(collection), key], PREFIX_LENGTH + key.length);
}

const SPARSE = { sparse: true };
const DENSE = {};

/** The index keys of one document, without the document's own key behind them. */
export function indexKeys(index: Index, doc: Doc): Buffer[] {
  if (index.partial && !index.partial.filter.matchesDoc(doc)) return [];
  return keysFor(doc, index.key, index.sparse ? SPARSE : DENSE).map(shortened);
}

const knownFields = new WeakMap<readonly Index[], { count: number; fields: readonly string[] | null }>();

/** The top-level fields that all keys of a document are made of; null when only the whole document will do. */
export function keyFields(indexes: readonly Index[]): readonly string[] | null {
  const known = knownFields.get(indexes);
  if (known?.count === indexes.length) return known.fields; // the list only grows, or is made anew
  const lists = indexes.map((index) => index.fields);
  const fields = lists.includes(null) ? null : [...new Set(['_id', ...lists.flatMap((list) => list ?? [])])];
  knownFields.set(indexes, { count: indexes.length, fields });
  return fields;
}

/** Notes what these keys tell about the index: the planner has to know from now on. */
export function mark(collection: Collection, index: Index, keys: readonly Buffer[]): void {
  const multikey = keys.length > 1;
  const hashed = keys.some((key) => key.length === LONGEST && key[KEPT] === 0xff);
  if ((!multikey || index.multikey) && (!hashed || index.hashed)) return;
  index.multikey ||= multikey;
  index.hashed ||= hashed;
  collection.unsaved = true;
}

/** An entry's key is the index key with the document's behind it; its value is the document's key. */
export const entryKey = (index: Index, key: Buffer, docKey: Buffer): Buffer =>
  Buffer.concat([indexPrefix(index), key, docKey.subarray(PREFIX_LENGTH)]);

export const uniqueName = (index: Index, key: Buffer): Buffer => Buffer.concat([indexPrefix(index), key]);

/** Another document that already holds this unique key, or undefined. */
export function holderOf(reader: Reader, index: Index, key: Buffer, docKey: Buffer): Buffer | undefined {
  const prefix = uniqueName(index, key);
  const end = after(prefix);
  let from = prefix;
  for (;;) {
    const { entries, more } = reader.page(from, end, false, 2);
    const other = entries.find((entry) => !entry.value.equals(docKey));
    const last = entries.at(-1);
    if (other || !more || !last) return other?.value;
    from = justAfter(last.key);
  }
}

export function duplicateKey(
  collection: Collection,
  name: string,
  parts: Index['key'],
  doc: Doc,
): StoreError {
  const keyPattern: Doc = {};
  const keyValue: Doc = {};
  for (const { path, dir } of parts) {
    keyPattern[path] = new Int32(dir);
    const values = getPath(doc, path);
    keyValue[path] = values.length > 1 ? values : (values[0] ?? null);
  }
  // Values stay out of the message: they can be personal data, and messages end in logs.
  const message = `E11000 duplicate key error collection: ${collection.ns} index: ${name} dup key: { ${Object.keys(keyPattern).join(', ')} }`;
  return new StoreError(11000, message, { extra: { keyPattern, keyValue } });
}
