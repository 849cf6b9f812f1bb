import { createHash } from 'node:crypto';
import { Int32 } from 'bson';
import { StoreError } from './lang/errors.ts';
import { encodeKey, keysFor } from './lang/keys.ts';
import { getPath } from './lang/paths.ts';
import { after, justAfter } from './storage.ts';
import { docPrefix, indexPrefix } from './catalog.ts';
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

export const idKey = (id: Value): Buffer => shortened(encodeKey([id], [1]));
export const docKeyOf = (collection: Collection, id: Value): Buffer =>
  Buffer.concat([docPrefix(collection), idKey(id)]);

/** The index keys of one document, without the document's own key behind them. */
export function indexKeys(index: Index, doc: Doc): Buffer[] {
  const keys = keysFor(doc, index.key, {
    sparse: index.sparse,
    ...(index.partial ? { partial: index.partial.filter } : {}),
  });
  return keys.map(shortened);
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
  Buffer.concat([indexPrefix(index), key, docKey.subarray(5)]);

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
