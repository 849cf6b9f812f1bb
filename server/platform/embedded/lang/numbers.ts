import { Double, Int32, Long } from 'bson';
import { StoreError } from './errors.ts';
import type { NumberValue, Value } from './types.ts';

const INT_MIN = -0x80000000;
const INT_MAX = 0x7fffffff;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** The class is asked for by prototype, not by `_bsontype`: a document may hold a field of that name. */
export function isNumber(value: Value): value is NumberValue {
  if (typeof value !== 'object' || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Int32.prototype || proto === Double.prototype || proto === Long.prototype;
}

/** The JavaScript number; a Long beyond 2^53 is rounded, so never use it for exact comparison. */
export function toNumber(value: NumberValue): number {
  return value instanceof Long ? value.toNumber() : value.value;
}

export const toBigInt = (value: Int32 | Long): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(value.value);

/** NaN sorts below every number and equals itself; -0 equals 0; a Long is never rounded. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (a instanceof Long) {
    if (b instanceof Long) return a.compare(b);
    return compareLong(a, b.value);
  }
  if (b instanceof Long) return -compareLong(b, a.value);
  return compareDoubles(a.value, b.value);
}

export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

function compareLong(long: Long, other: number): number {
  if (Number.isNaN(other)) return 1;
  if (other >= 2 ** 63) return -1;
  if (other < -(2 ** 63)) return 1;
  const whole = Math.trunc(other);
  const left = long.toBigInt();
  const right = BigInt(whole);
  if (left !== right) return left < right ? -1 : 1;
  return compareDoubles(whole, other);
}

/** The smallest integer type that holds the value, never smaller than what went in. */
function fromBigInt(value: bigint, wide: boolean): Int32 | Long | null {
  if (!wide && value >= INT_MIN && value <= INT_MAX) return new Int32(Number(value));
  return value < LONG_MIN || value > LONG_MAX ? null : Long.fromBigInt(value);
}

/** `int` stays an int until it overflows into a long; one double makes the result a double. */
export function add(a: NumberValue, b: NumberValue): NumberValue | null {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}

export function multiply(a: NumberValue, b: NumberValue): NumberValue | null {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
}

export function subtract(a: NumberValue, b: NumberValue): NumberValue | null {
  return combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );
}

/** Null means that a 64-bit integer overflowed: updates refuse it, expressions go on as a double. */
function combine(
  a: NumberValue,
  b: NumberValue,
  onDoubles: (x: number, y: number) => number,
  onIntegers: (x: bigint, y: bigint) => bigint,
): NumberValue | null {
  if (a instanceof Double || b instanceof Double) return new Double(onDoubles(toNumber(a), toNumber(b)));
  const wide = a instanceof Long || b instanceof Long;
  if (!wide) {
    const quick = onDoubles(a.value, b.value);
    // Below 2^53 a double is exact; -0 from 0 * -1 must become 0.
    if (Number.isSafeInteger(quick)) {
      return quick >= INT_MIN && quick <= INT_MAX ? new Int32(quick + 0) : Long.fromNumber(quick);
    }
  }
  return fromBigInt(onIntegers(toBigInt(a), toBigInt(b)), wide);
}

export function modulo(a: NumberValue, b: NumberValue): NumberValue {
  if (a instanceof Double || b instanceof Double) return new Double(toNumber(a) % toNumber(b));
  const divisor = toBigInt(b);
  if (divisor === 0n) throw new StoreError(16610, "can't $mod by zero");
  const wide = a instanceof Long || b instanceof Long;
  return fromBigInt(toBigInt(a) % divisor, wide) ?? Long.fromNumber(0);
}

/** A whole number for an argument such as a limit; null when it is no number or not whole. */
export function wholeNumber(value: Value): number | null {
  if (!isNumber(value)) return null;
  const number = toNumber(value);
  return Number.isSafeInteger(number) ? number + 0 : null;
}

/** An int when it fits, else a long: for results such as a count. */
export const integer = (value: number): NumberValue =>
  value >= INT_MIN && value <= INT_MAX ? new Int32(value) : Long.fromNumber(value);

/** As the library's own, which goes by way of decimal text. */
export const bigIntOf = (long: Long): bigint => (BigInt(long.high) << 32n) | BigInt(long.low >>> 0);
export const longOf = (value: bigint): Long =>
  new Long(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
