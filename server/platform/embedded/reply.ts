import { Double, Int32, Long } from 'bson';
import { StoreError } from './lang/errors.ts';
import { longOf } from './lang/numbers.ts';
import { serialize } from './lang/values.ts';
import type { Doc, Value } from './lang/values.ts';

const elementsOf = (doc: Doc): Buffer => {
  const bytes = serialize(doc);
  return bytes.subarray(4, bytes.length - 1);
};

/**
 * Every reply ends so. Neither it nor a failure tells a cluster time: what is committed here is seen by whoever asks next,
 * and the client would read that time out of every reply and send it back with every request.
 */
const OK = elementsOf({ ok: new Double(1) });

export const success = (fields: Doc): Buffer => joined([elementsOf(fields), OK]);

export function failure(error: unknown): Buffer {
  const known =
    error instanceof StoreError ? error : new StoreError(1, 'The store met an error of its own; see its log');
  const labels = known.labels ? { errorLabels: known.labels } : {};
  // `extra` is typed as any document; it only ever holds values of the store.
  const extra = known.extra ?? {};
  return serialize({
    ok: new Double(0),
    errmsg: known.message,
    code: new Int32(known.code),
    codeName: known.codeName,
    ...labels,
    ...extra,
  });
}

/** A cursor's reply, with the documents copied as the bytes they are stored as. */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  ns: string,
  id: bigint,
  documents: Uint8Array[],
): Buffer {
  const parts: Uint8Array[] = [];
  let size = 5;
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] as Uint8Array; // i < length
    const name = itemName(i);
    parts.push(name, document);
    size += name.length + document.length;
  }
  const rest = elementsOf({ id: longOf(id), ns });
  const batch = batchName === 'firstBatch' ? FIRST_BATCH : NEXT_BATCH;
  const inner = 4 + batch.length + size + rest.length + 1;
  return joined([CURSOR, int32(inner), batch, int32(size), ...parts, ZERO, rest, ZERO, OK]);
}

/** A reply with one stored document inside, or null. */
export function valueReply(value: Uint8Array | null, more: Doc): Buffer {
  const first = value ? [VALUE, value] : [elementsOf({ value: null })];
  return joined([...first, elementsOf(more), OK]);
}

const ZERO = Buffer.alloc(1);
const CURSOR = Buffer.from('\x03cursor\0', 'latin1');
const FIRST_BATCH = Buffer.from('\x04firstBatch\0', 'latin1');
const NEXT_BATCH = Buffer.from('\x04nextBatch\0', 'latin1');
const VALUE = Buffer.from('\x03value\0', 'latin1');
const ITEM_NAMES = Array.from({ length: 200 }, (_, i) => Buffer.from(`\x03${i}\0`, 'latin1'));
const itemName = (i: number): Buffer => ITEM_NAMES[i] ?? Buffer.from(`\x03${i}\0`, 'latin1');

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return bytes;
}

/** The document that has these elements. */
function joined(parts: Uint8Array[]): Buffer {
  let length = 5;
  for (const part of parts) length += part.length;
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.writeInt32LE(length);
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes[at] = 0;
  return bytes;
}

export const asInt = (value: number): Value =>
  Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31 ? new Int32(value) : Long.fromNumber(value);
