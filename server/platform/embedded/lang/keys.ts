import { Binary, BSONRegExp, Long, ObjectId, Timestamp } from 'bson';
import { StoreError } from './errors.ts';
import { isNumber } from './numbers.ts';
import { isArrayIndex, own, splitPath } from './paths.ts';
import { bytesOf, isDoc, RANK, typeRank } from './values.ts';
import type { Doc, NumberValue, Value } from './types.ts';

export interface KeyPart {
  path: string;
  dir: 1 | -1;
}

/** An empty array as an index key: below null, as MongoDB stores it. Never part of a document. */
const EMPTY_ARRAY: unique symbol = Symbol('empty array');
type KeyValue = Value | typeof EMPTY_ARRAY;

// Keys are written into one buffer and copied out: building them is synchronous.
let out = Buffer.allocUnsafe(4096);
let length = 0;

/**
 * Bytes whose memcmp order is `compare` of the values, each inverted where its direction is -1. Every
 * value ends itself, so the key of the first n values is a prefix of the key of all.
 */
export function encodeKey(values: readonly Value[], directions: readonly (1 | -1)[]): Buffer {
  return encode(values, directions);
}

function encode(values: readonly KeyValue[], directions: readonly (1 | -1)[]): Buffer {
  length = 0;
  for (let i = 0; i < values.length; i++) {
    const from = length;
    const value = values[i];
    if (value === EMPTY_ARRAY) byte(RANK.emptyArray);
    else put(value);
    if (directions[i] === -1) for (let at = from; at < length; at++) out[at] = ~(out[at] as number); // at < length
  }
  const key = Buffer.allocUnsafe(length);
  out.copy(key, 0, 0, length);
  return key;
}

function grow(size: number): void {
  if (length + size <= out.length) return;
  const larger = Buffer.allocUnsafe(Math.max(out.length * 2, length + size));
  out.copy(larger, 0, 0, length);
  out = larger;
}

function byte(value: number): void {
  grow(1);
  out[length++] = value;
}

function put(value: Value): void {
  const rank = typeRank(value);
  byte(rank);
  if (isNumber(value)) putNumber(value);
  else if (typeof value === 'string') putString(value);
  else if (value instanceof ObjectId) putBytes(value.id);
  else if (typeof value === 'boolean') byte(value ? 1 : 0);
  else if (value instanceof Date) putSigned(BigInt(value.getTime()));
  else if (Array.isArray(value)) {
    for (const item of value) put(item);
    byte(0);
  } else if (value instanceof Binary) {
    const bytes = bytesOf(value);
    grow(4);
    length = out.writeUInt32BE(bytes.length, length);
    byte(value.sub_type);
    putBytes(bytes);
  } else if (value instanceof Timestamp) {
    grow(8);
    length = out.writeInt32BE(value.low, out.writeInt32BE(value.high, length));
  } else if (value instanceof BSONRegExp) {
    putString(value.pattern);
    putString(value.options);
  } else if (isDoc(value)) putDoc(value);
}

/** Per field the type, the name, the value, as `compare` does; the zero at the end is below any type. */
function putDoc(doc: Doc): void {
  for (const key of Object.keys(doc)) {
    const value = doc[key];
    byte(typeRank(value));
    putString(key);
    put(value);
  }
  byte(0);
}

/** A zero byte inside is written 00 FF, the end 00 00, so that a prefix sorts first. */
function putString(text: string): void {
  grow(text.length * 3 + 2);
  const written = out.write(text, length, 'utf8');
  if (!text.includes('\0')) length += written;
  else {
    const bytes = Buffer.from(out.subarray(length, length + written));
    for (const unit of bytes) {
      byte(unit);
      if (unit === 0) byte(0xff);
    }
  }
  byte(0);
  byte(0);
}

function putBytes(bytes: Uint8Array): void {
  grow(bytes.length);
  out.set(bytes, length);
  length += bytes.length;
}

function putSigned(value: bigint): void {
  grow(8);
  length = out.writeBigUInt64BE(BigInt.asUintN(64, value) ^ (1n << 63n), length);
}

const EXACT = 2 ** 53;

/**
 * The nearest double not above the value, in an order-preserving form; beyond 2^53 two more bytes hold
 * what a long has over that double. The same double either always has these bytes or never.
 */
function putNumber(value: NumberValue): void {
  if (!(value instanceof Long)) return putDouble(value.value, 0);
  const near = value.toNumber();
  if (Math.abs(near) < EXACT) return putDouble(near, 0);
  const exact = value.toBigInt();
  let floor = near;
  if (BigInt(near) > exact) floor = nextBelow(near);
  putDouble(floor, Number(exact - BigInt(floor)));
}

const bits = Buffer.alloc(8);

function nextBelow(value: number): number {
  bits.writeDoubleBE(value);
  const raw = bits.readBigInt64BE();
  bits.writeBigInt64BE(value > 0 ? raw - 1n : raw + 1n);
  return bits.readDoubleBE();
}

function putDouble(value: number, rest: number): void {
  grow(10);
  if (Number.isNaN(value)) out.fill(0, length, length + 8);
  else {
    out.writeDoubleBE(value === 0 ? 0 : value, length);
    if (value < 0)
      for (let i = length; i < length + 8; i++) out[i] = ~(out[i] as number); // 8 bytes reserved
    else out[length] = (out[length] as number) | 0x80; // reserved above
  }
  length += 8;
  if (Math.abs(value) >= EXACT) length = out.writeUInt16BE(rest, length);
}

interface Walked {
  directions: (1 | -1)[];
  paths: string[][];
}
const known = new WeakMap<readonly KeyPart[], Walked>();

/** What every document needs of an index's parts, worked out once. */
function walked(spec: readonly KeyPart[]): Walked {
  let result = known.get(spec);
  if (!result) {
    result = { directions: spec.map((part) => part.dir), paths: spec.map((part) => splitPath(part.path)) };
    known.set(spec, result);
  }
  return result;
}

/**
 * The index entries of a document: one, or one per element where the path crosses an array. Missing
 * fields are indexed as null unless `sparse`, which leaves out documents that have none of the paths.
 */
export function keysFor(
  doc: Doc,
  spec: readonly KeyPart[],
  options: { sparse?: boolean; partial?: { matchesDoc(doc: Doc): boolean } } = {},
): Buffer[] {
  if (options.partial && !options.partial.matchesDoc(doc)) return [];
  const { directions, paths } = walked(spec);
  const rows: KeyValue[][] = [];
  expand(
    paths.map((parts) => ({ node: doc, parts, at: 0 })),
    rows,
  );
  const kept = options.sparse ? rows.filter((row) => row.some((value) => value !== undefined)) : rows;
  const keys = kept.map((row) => encode(row, directions));
  return keys.length < 2 ? keys : distinct(keys);
}

function distinct(keys: Buffer[]): Buffer[] {
  const sorted = keys.sort(Buffer.compare);
  return sorted.filter((key, i) => i === 0 || !key.equals(sorted[i - 1] as Buffer)); // i > 0 here
}

/** Where one path of the index stands on its way down. */
interface Cursor {
  node: Value;
  parts: string[];
  at: number;
}

function expand(cursors: Cursor[], rows: KeyValue[][]): void {
  const arrived = cursors.map(descend);
  let array: Value[] | undefined;
  for (const { node } of arrived) {
    if (!Array.isArray(node)) continue;
    if (array && array !== node) throw new StoreError(171, 'cannot index parallel arrays');
    array = node;
  }
  if (!array) {
    rows.push(arrived.map((cursor) => cursor.node));
    return;
  }
  const items: Value[] = array;
  if (items.length === 0) {
    rows.push(
      arrived.map((c) => (c.node !== items ? c.node : c.at === c.parts.length ? EMPTY_ARRAY : undefined)),
    );
    return;
  }
  for (const item of items) {
    const inner = arrived.map((c) => (c.node === items ? { ...c, node: item } : c));
    // An array inside the array is a value of its own where the path ends; further in it has no fields.
    if (!inner.some((c, i) => arrived[i]?.node === items && c.at < c.parts.length && isDoc(item))) {
      rows.push(
        inner.map((c, i) => (arrived[i]?.node === items && c.at < c.parts.length ? undefined : c.node)),
      );
    } else expand(inner, rows);
  }
}

/** Through documents, and by position where the next part is a number, to a leaf or an array. */
function descend(cursor: Cursor): Cursor {
  let { node, at } = cursor;
  for (; at < cursor.parts.length; at++) {
    const part = cursor.parts[at] as string; // at < length
    if (isDoc(node)) node = own(node, part);
    else if (Array.isArray(node) && isArrayIndex(part)) node = node[Number(part)];
    else if (Array.isArray(node)) break;
    else return { node: undefined, parts: cursor.parts, at: cursor.parts.length };
  }
  return { node, parts: cursor.parts, at };
}
