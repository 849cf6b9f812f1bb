import { Binary, BSONRegExp, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { StoreError } from './errors.ts';
import { bytesOf, isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

// One buffer for all writes, grown as needed: writing is synchronous, so nobody else holds it meanwhile.
let scratch = Buffer.allocUnsafe(64 * 1024);
const KEEP_AT_MOST = 4 * 1024 * 1024;
const MAX_DEPTH = 180;

/** The document as BSON, each number in the type it has, each key in its place. */
export function serialize(doc: Doc): Buffer {
  const end = writeDoc(doc, 0, 0);
  const bytes = Buffer.allocUnsafe(end);
  scratch.copy(bytes, 0, 0, end);
  if (scratch.length > KEEP_AT_MOST) scratch = Buffer.allocUnsafe(64 * 1024);
  return bytes;
}

function reserve(at: number, size: number): void {
  if (at + size <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + size));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
}

function writeDoc(doc: Doc, start: number, depth: number): number {
  let at = openDoc(start, depth);
  for (const key of Object.keys(doc)) {
    const value = doc[key];
    if (value !== undefined) at = writeElement(key, value, at, depth);
  }
  return closeDoc(start, at);
}

function writeArray(items: Value[], start: number, depth: number): number {
  let at = openDoc(start, depth);
  for (let i = 0; i < items.length; i++) at = writeElement(String(i), items[i] ?? null, at, depth);
  return closeDoc(start, at);
}

function openDoc(start: number, depth: number): number {
  if (depth > MAX_DEPTH) throw new StoreError(15, `A document is nested deeper than ${MAX_DEPTH} levels`);
  reserve(start, 5);
  return start + 4;
}

function closeDoc(start: number, at: number): number {
  reserve(at, 1);
  scratch[at] = 0;
  scratch.writeInt32LE(at + 1 - start, start);
  return at + 1;
}

function writeElement(key: string, value: Exclude<Value, undefined>, typeAt: number, depth: number): number {
  reserve(typeAt, key.length * 3 + 32);
  const at = writeName(key, typeAt + 1);
  if (typeof value === 'string') return typed(typeAt, 0x02, writeString(value, at));
  if (value === null) return typed(typeAt, 0x0a, at);
  if (typeof value === 'boolean') return typed(typeAt, 0x08, scratch.writeUInt8(value ? 1 : 0, at));
  if (value instanceof Int32) return typed(typeAt, 0x10, scratch.writeInt32LE(value.value, at));
  if (value instanceof Double) return typed(typeAt, 0x01, scratch.writeDoubleLE(value.value, at));
  if (value instanceof ObjectId) return typed(typeAt, 0x07, writeBytes(value.id, at));
  if (Array.isArray(value)) return typed(typeAt, 0x04, writeArray(value, at, depth + 1));
  if (isDoc(value)) return typed(typeAt, 0x03, writeDoc(value, at, depth + 1));
  if (value instanceof Date) return typed(typeAt, 0x09, scratch.writeBigInt64LE(BigInt(value.getTime()), at));
  if (value instanceof Timestamp) return typed(typeAt, 0x11, writeLong(value.low, value.high, at));
  if (value instanceof Long) return typed(typeAt, 0x12, writeLong(value.low, value.high, at));
  if (value instanceof Binary) return typed(typeAt, 0x05, writeBinary(value, at));
  if (value instanceof BSONRegExp) return typed(typeAt, 0x0b, writeRegex(value, at));
  if (value instanceof MinKey) return typed(typeAt, 0xff, at);
  if (value instanceof MaxKey) return typed(typeAt, 0x7f, at);
  throw new TypeError('A value that is not BSON cannot be written');
}

/** Sets the type byte before the name once the value is written. */
function typed(at: number, type: number, next: number): number {
  scratch[at] = type;
  return next;
}

/** Names are mostly short ASCII, where a loop beats a call into the encoder. */
function writeName(name: string, at: number): number {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit > 0x7f || unit === 0) return writeLongName(name, at);
    scratch[at + i] = unit;
  }
  scratch[at + name.length] = 0;
  return at + name.length + 1;
}

function writeLongName(name: string, at: number): number {
  if (name.includes('\0')) throw new StoreError(22, 'A field name holds a zero byte');
  const end = at + scratch.write(name, at, 'utf8');
  scratch[end] = 0;
  return end + 1;
}

function writeString(text: string, at: number): number {
  reserve(at, text.length * 3 + 5);
  const length = scratch.write(text, at + 4, 'utf8');
  scratch.writeInt32LE(length + 1, at);
  scratch[at + 4 + length] = 0;
  return at + 5 + length;
}

const writeLong = (low: number, high: number, at: number): number =>
  scratch.writeInt32LE(high, scratch.writeInt32LE(low, at));

function writeBytes(bytes: Uint8Array, at: number): number {
  scratch.set(bytes, at);
  return at + bytes.length;
}

function writeBinary(value: Binary, at: number): number {
  const bytes = bytesOf(value);
  reserve(at, bytes.length + 5);
  scratch.writeInt32LE(bytes.length, at);
  scratch[at + 4] = value.sub_type;
  return writeBytes(bytes, at + 5);
}

function writeRegex(value: BSONRegExp, at: number): number {
  reserve(at, (value.pattern.length + value.options.length) * 3 + 2);
  return writeName(value.options, writeName(value.pattern, at));
}
