import { Binary, BSONRegExp, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } from 'bson';
import { compareNumbers, isNumber } from './numbers.ts';
import type { Doc, Value } from './types.ts';

export type { Doc, NumberValue, Value } from './types.ts';
export { parse, parseFields, rawDocument, rawField } from './bson-read.ts';
export { serialize } from './bson-write.ts';

/** MongoDB's canonical type order. Missing and null are equal nearly everywhere, but sort apart in keys. */
export const RANK = {
  minKey: 1,
  emptyArray: 3,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
} as const;

const RANK_BY_PROTOTYPE = new Map<unknown, number>([
  [Object.prototype, RANK.object],
  [Int32.prototype, RANK.number],
  [Double.prototype, RANK.number],
  [Long.prototype, RANK.number],
  [Array.prototype, RANK.array],
  [ObjectId.prototype, RANK.objectId],
  [Date.prototype, RANK.date],
  [Binary.prototype, RANK.binData],
  [UUID.prototype, RANK.binData],
  [Timestamp.prototype, RANK.timestamp],
  [BSONRegExp.prototype, RANK.regex],
  [MinKey.prototype, RANK.minKey],
  [MaxKey.prototype, RANK.maxKey],
]);

/** The place of a value's type in MongoDB's order. */
export function typeRank(value: Value): number {
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'boolean') return RANK.bool;
  if (value === null || value === undefined) return RANK.null;
  const rank = RANK_BY_PROTOTYPE.get(Object.getPrototypeOf(value));
  if (rank === undefined) throw new TypeError(`No BSON value: ${typeof value}`);
  return rank;
}

/** A prototype check, because a hostile document may carry a `_bsontype` field. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** BSON order over all types: the type first, then the value. Object keys are compared in their order. */
export function compare(a: Value, b: Value): number {
  const rank = typeRank(a);
  const other = typeRank(b);
  return rank === other ? compareSameRank(a, b, rank) : rank - other;
}

/** As `compare`, but nothing at all sorts below null: so do expressions, and sorts with empty arrays. */
export function compareWithMissing(a: Value, b: Value): number {
  if (a !== undefined && b !== undefined) return compare(a, b);
  return (
    (a === undefined ? RANK.emptyArray : typeRank(a)) - (b === undefined ? RANK.emptyArray : typeRank(b))
  );
}

// The casts below follow from the rank just found: the type checker cannot see through the table.
function compareSameRank(a: Value, b: Value, rank: number): number {
  switch (rank) {
    case RANK.number:
      return isNumber(a) && isNumber(b) ? compareNumbers(a, b) : 0;
    case RANK.string:
      return compareStrings(a as string, b as string);
    case RANK.object:
      return compareDocs(a as Doc, b as Doc);
    case RANK.array:
      return compareArrays(a as Value[], b as Value[]);
    case RANK.binData:
      return compareBinaries(a as Binary, b as Binary);
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.bool:
      return Number(a) - Number(b);
    case RANK.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case RANK.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case RANK.regex: {
      const [x, y] = [a as BSONRegExp, b as BSONRegExp];
      return compareStrings(x.pattern, y.pattern) || compareStrings(x.options, y.options);
    }
    default:
      return 0; // null, MinKey and MaxKey have one value each
  }
}

/** Order of the UTF-8 bytes, which differs from JavaScript's where surrogate pairs meet U+E000..U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return byCodePoint(x) - byCodePoint(y);
  }
  return a.length - b.length;
}

const byCodePoint = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string]; // both within bounds
    const [u, v] = [a[x], b[y]];
    const order = typeRank(u) - typeRank(v) || compareStrings(x, y) || compare(u, v);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Binary data sorts by length, then subtype, then bytes. */
function compareBinaries(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));
}

export const bytesOf = (binary: Binary): Uint8Array => binary.buffer.subarray(0, binary.position);

/** Equal in type and bytes, not only in order: 1 and 1.0 are different values to store. */
export function identical(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeRank(a) !== typeRank(b) || (a === undefined) !== (b === undefined)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => identical(item, b[i]));
  }
  if (isDoc(a) && isDoc(b)) {
    const keys = Object.keys(a);
    const others = Object.keys(b);
    return keys.length === others.length && keys.every((k, i) => k === others[i] && identical(a[k], b[k]));
  }
  if (a instanceof Double && b instanceof Double) return Object.is(a.value, b.value);
  if (isNumber(a) && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  return compare(a, b) === 0;
}

/** A copy that shares only immutable leaves, so that an update never writes into its input. */
export function clone(value: Value): Value {
  if (Array.isArray(value)) return value.map(clone);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) copy[key] = clone(value[key]);
  return copy;
}
