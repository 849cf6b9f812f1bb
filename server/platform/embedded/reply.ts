import { Binary, Double, Int32, Long, Timestamp } from 'bson';
import { StoreError } from './lang/errors.ts';
import { serialize } from './lang/values.ts';
import { epochMs } from './time.ts';
import type { Doc, Value } from './lang/values.ts';

let counter = 0;
let second = 0;

/** Cluster time only has to go forward; one node makes it from its clock and a counter. */
function clusterTime(): Timestamp {
  const now = Math.floor(epochMs() / 1000);
  counter = now > second ? 1 : counter + 1;
  second = Math.max(now, second);
  return new Timestamp({ t: second, i: counter });
}

const SIGNATURE: Doc = { hash: new Binary(Buffer.alloc(20), 0), keyId: Long.ZERO };

function ending(): Doc {
  const time = clusterTime();
  return { $clusterTime: { clusterTime: time, signature: SIGNATURE }, operationTime: time };
}

export const success = (fields: Doc): Buffer => serialize({ ...fields, ok: new Double(1), ...ending() });

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
    ...ending(),
  });
}

/** A cursor's reply, with the documents copied as the bytes they are stored as. */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  ns: string,
  id: bigint,
  documents: Uint8Array[],
): Buffer {
  const inner = rawDocument([
    element(0x04, batchName, rawArray(documents)),
    elementsOf({ id: Long.fromBigInt(id), ns }),
  ]);
  return rawDocument([element(0x03, 'cursor', inner), elementsOf({ ok: new Double(1), ...ending() })]);
}

/** A reply with one stored document inside, or null. */
export function valueReply(value: Uint8Array | null, more: Doc): Buffer {
  const first = value ? element(0x03, 'value', value) : elementsOf({ value: null });
  return rawDocument([first, elementsOf({ ...more, ok: new Double(1), ...ending() })]);
}

const elementsOf = (doc: Doc): Buffer => {
  const bytes = serialize(doc);
  return bytes.subarray(4, bytes.length - 1);
};

const element = (type: number, name: string, value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);

function rawArray(documents: Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < documents.length; i++) {
    parts.push(Buffer.from(`\x03${i}\0`, 'latin1'), documents[i] as Uint8Array); // i < length
  }
  return rawDocument(parts);
}

function rawDocument(parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, ZERO], length);
}

const ZERO = Buffer.alloc(1);

export const asInt = (value: number): Value =>
  Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31 ? new Int32(value) : Long.fromNumber(value);
