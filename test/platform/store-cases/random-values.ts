import { Binary, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import type { Doc, NumberValue, Value } from '../../../server/platform/embedded/lang/values.ts';

/** Numbers where the types meet: the same value as int, long and double, and the edges of each. */
const EDGES = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -0.5,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
];

export const numbers: fc.Arbitrary<NumberValue> = fc.oneof(
  fc.integer().map((n) => new Int32(n)),
  fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
  fc.double().map((n) => new Double(n)),
  fc.constantFrom(...EDGES, NaN, Infinity, -Infinity).map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(...EDGES.slice(0, 3), 2 ** 53, -(2 ** 53)).map((n) => Long.fromNumber(n)),
  fc.integer({ min: -3, max: 3 }).map((n) => Long.fromBigInt(2n ** 53n + BigInt(n))),
);

const texts = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\uffff', '\u{10000}', '\u{10ffff}', '工资'),
);

const scalars: fc.Arbitrary<Value> = fc.oneof(
  numbers,
  texts,
  fc.boolean(),
  fc.constant(null),
  fc.date({ min: new Date(-1e14), max: new Date(1e14), noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes, 0)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => new Timestamp(n)),
  fc.constantFrom(new MinKey(), new MaxKey()),
);

const names = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  texts.filter((name) => /^[^$.\0]+$/.test(name) && name !== '__proto__'),
);

/** Any value, documents and arrays nested a few levels deep. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: scalars },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 1, arbitrary: docOf(tie('value')) },
  ),
})).value;

function docOf(value: fc.Arbitrary<Value>): fc.Arbitrary<Doc> {
  return fc
    .array(fc.tuple(names, value), { maxLength: 4 })
    .map((entries) => Object.fromEntries<Value>(entries));
}

export const documents: fc.Arbitrary<Doc> = docOf(values);
