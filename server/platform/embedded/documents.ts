import { ObjectId } from 'bson';
import { StoreError } from './lang/errors.ts';
import { checkStorable } from './lang/storable.ts';
import { compare, parse, parseFields, serialize } from './lang/values.ts';
import {
  docKeyOf,
  duplicateKey,
  entryKey,
  holderOf,
  indexKeys,
  keyFields,
  mark,
  uniqueName,
} from './index-entries.ts';
import { writeConflict } from './locks.ts';
import type { Collection, Index } from './catalog.ts';
import type { Doc } from './lang/values.ts';
import type { Change, Reader } from './storage.ts';
import type { WriteView } from './write-queue.ts';

/** Where a document is written to: the batch being committed, or an open transaction. */
export interface Target extends WriteView {
  /** Refuses, or asks to wait, when somebody else is writing this key. */
  claim(key: Buffer): void;
  /** What memory knows of the collection's indexes has to be stored with the entries. */
  marked(collection: Collection): void;
  /** In a transaction: what is committed now, and what was when it began. */
  committed?: { now: Reader; atStart: Reader };
}

export const MAX_DOCUMENT = 16 * 1024 * 1024;

/** The `_id` comes first in every stored document; one without gets an ObjectId. */
export function withId(doc: Doc): Doc {
  checkStorable(doc);
  const id = doc['_id'];
  if (id !== undefined && Object.keys(doc)[0] === '_id') return doc;
  const { _id: _, ...rest } = doc;
  return { _id: id === undefined ? new ObjectId() : id, ...rest };
}

export function checkSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_DOCUMENT) return bytes;
  throw new StoreError(
    10334,
    `A document of ${bytes.length} bytes is larger than the ${MAX_DOCUMENT} allowed`,
  );
}

/** A document as a client sent it: of bytes that can be stored as they are, only what makes its keys is read. */
export function insertStorable(target: Target, collection: Collection, bytes: Buffer): void {
  const fields = keyFields(collection.indexes);
  insertDocument(target, collection, fields ? parseFields(bytes, fields) : parse(bytes), bytes);
}

/** `doc` holds at least the fields that make its keys. */
export function insertDocument(target: Target, collection: Collection, doc: Doc, bytes: Uint8Array): void {
  checkSize(bytes);
  const docKey = docKeyOf(collection, doc['_id']);
  target.claim(docKey);
  if (target.get(docKey)) throw duplicateKey(collection, '_id_', [{ path: '_id', dir: 1 }], doc);
  const changes: Change[] = [[docKey, bytes]];
  for (const index of collection.indexes) {
    const keys = indexKeys(index, doc);
    for (const key of keys) {
      if (index.unique) claimUnique(target, collection, index, key, docKey, doc);
      changes.push([entryKey(index, key, docKey), docKey]);
    }
    mark(collection, index, keys);
  }
  target.apply(changes);
  if (collection.unsaved) target.marked(collection);
}

/** The document as it was read and as it shall be; the caller has found it through the same target. */
export function replaceDocument(
  target: Target,
  collection: Collection,
  docKey: Buffer,
  old: Doc,
  next: Doc,
): void {
  if (compare(old['_id'], next['_id']) !== 0) {
    throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const changes: Change[] = [[docKey, checkSize(serialize(next))]];
  for (const index of collection.indexes) {
    if (index.fields?.every((field) => old[field] === next[field]) === true) continue;
    const before = indexKeys(index, old);
    const after = indexKeys(index, next);
    for (const key of without(after, before)) {
      if (index.unique) claimUnique(target, collection, index, key, docKey, next);
      changes.push([entryKey(index, key, docKey), docKey]);
    }
    for (const key of without(before, after)) changes.push([entryKey(index, key, docKey), null]);
    mark(collection, index, after);
  }
  target.apply(changes);
  if (collection.unsaved) target.marked(collection);
}

/** The keys of `some` that are not in `others`. */
function without(some: Buffer[], others: Buffer[]): Buffer[] {
  const [one] = some;
  const [other] = others;
  if (some.length === 1 && others.length === 1 && one && other) return one.equals(other) ? [] : some;
  const known = new Set(others.map((key) => key.toString('latin1')));
  return some.filter((key) => !known.has(key.toString('latin1')));
}

export function removeDocument(target: Target, collection: Collection, docKey: Buffer, old: Doc): void {
  const changes: Change[] = [[docKey, null]];
  for (const index of collection.indexes) {
    for (const key of indexKeys(index, old)) changes.push([entryKey(index, key, docKey), null]);
  }
  target.apply(changes);
}

function claimUnique(
  target: Target,
  collection: Collection,
  index: Index,
  key: Buffer,
  docKey: Buffer,
  doc: Doc,
): void {
  target.claim(uniqueName(index, key));
  const holder = holderOf(target, index, key, docKey);
  const now = target.committed && holderOf(target.committed.now, index, key, docKey);
  const atStart = target.committed && holderOf(target.committed.atStart, index, key, docKey);
  // Taken or given up since the transaction began: it sees an older state, so it must begin again.
  if (now ? !atStart?.equals(now) : atStart !== undefined) throw writeConflict();
  if (holder) throw duplicateKey(collection, index.name, index.key, doc);
}
