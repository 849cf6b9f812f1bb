import type { Int32 } from 'bson';
import { BSONRegExp, Long, Double, MaxKey, MinKey } from 'bson';
import { badValue } from './errors.ts';
import { encodeKey } from './keys.ts';
import { isNumber, toNumber, wholeNumber } from './numbers.ts';
import { compileRegex } from './regex.ts';
import { compare, compareStrings, RANK, typeRank } from './values.ts';
import type { Value } from './types.ts';

/** A test of one value a path reaches; `undefined` stands for a missing field. */
export interface Predicate {
  op: string;
  operand: Value;
  /** Whether the elements of an array at the end of the path are tested too, before the array itself. */
  leafArrays: boolean;
  test(value: Value): boolean;
}

class Equal implements Predicate {
  readonly op = '$eq';
  readonly leafArrays = true;
  readonly operand: Value;
  readonly #rank: number;

  constructor(operand: Value) {
    this.operand = operand;
    this.#rank = typeRank(operand);
  }

  test(value: Value): boolean {
    if (typeof value === 'string' || typeof this.operand === 'string') return value === this.operand;
    return typeRank(value) === this.#rank && compare(value, this.operand) === 0;
  }
}

export const equals = (operand: Value): Predicate => new Equal(operand);

type Order = '$gt' | '$gte' | '$lt' | '$lte';

/** Comparisons hold within one type only; NaN compares with nothing but NaN. */
export function ordered(op: Order, operand: Value): Predicate {
  if (operand instanceof BSONRegExp) throw badValue(`Can't have RegEx as arg to predicate over field`);
  const accept: (order: number) => boolean = {
    $gt: (order: number) => order > 0,
    $gte: (order: number) => order >= 0,
    $lt: (order: number) => order < 0,
    $lte: (order: number) => order <= 0,
  }[op];
  return { op, operand, leafArrays: true, test: orderTest(op, operand, accept) };
}

function orderTest(op: Order, operand: Value, accept: (order: number) => boolean): (value: Value) => boolean {
  if (typeof operand === 'string') {
    return (value) => typeof value === 'string' && accept(compareStrings(value, operand));
  }
  const rank = typeRank(operand);
  if (operand instanceof MaxKey) {
    return (value) => (typeRank(value) === rank ? accept(0) : op === '$lt' || op === '$lte');
  }
  if (operand instanceof MinKey) {
    return (value) => (typeRank(value) === rank ? accept(0) : op === '$gt' || op === '$gte');
  }
  if (rank === RANK.number) return numberTest(operand, accept);
  return (value) => typeRank(value) === rank && accept(compare(value, operand));
}

function numberTest(operand: Value, accept: (order: number) => boolean): (value: Value) => boolean {
  const isNaNOperand = isNaNValue(operand);
  return (value) => {
    if (!isNumber(value)) return false;
    if (isNaNOperand || isNaNValue(value)) return isNaNOperand && isNaNValue(value) && accept(0);
    return accept(compare(value, operand));
  };
}

export const isNaNValue = (value: Value): boolean => value instanceof Double && Number.isNaN(value.value);

/** Long lists are looked up: texts as they are, all else by its index key, which is equal exactly when the values are. */
export function anyOf(operand: Value): Predicate {
  if (!Array.isArray(operand)) throw badValue('$in needs an array');
  const regexes = operand.filter((item) => item instanceof BSONRegExp).map(compileRegex);
  const plain = operand.filter((item) => !(item instanceof BSONRegExp));
  const matchesRegex = (value: Value): boolean =>
    typeof value === 'string' && regexes.some((test) => test(value));
  const key = (value: Value): string => encodeKey([value], [1]).toString('latin1');
  let isListed: (value: Value) => boolean;
  if (plain.length > 8) {
    const texts = new Set(plain.filter((item) => typeof item === 'string'));
    const keys = new Set(plain.flatMap((item) => (typeof item === 'string' ? [] : [key(item)])));
    isListed = (value) => (typeof value === 'string' ? texts.has(value) : keys.has(key(value)));
  } else {
    const tests = plain.map(equals);
    isListed = (value) => tests.some((one) => one.test(value));
  }
  return { op: '$in', operand, leafArrays: true, test: (value) => isListed(value) || matchesRegex(value) };
}

export function regex(operand: BSONRegExp): Predicate {
  const test = compileRegex(operand);
  return {
    op: '$regex',
    operand,
    leafArrays: true,
    test: (value) => typeof value === 'string' && test(value),
  };
}

export function exists(operand: Value): Predicate {
  return { op: '$exists', operand, leafArrays: false, test: (value) => value !== undefined };
}

/** What counts as true where MongoDB asks for a flag. */
export function isTruthy(value: Value): boolean {
  if (value === null || value === undefined || value === false) return false;
  return !isNumber(value) || toNumber(value) !== 0;
}

export function hasSize(operand: Value): Predicate {
  const size = wholeNumber(operand);
  if (size === null || size < 0) {
    throw badValue('Failed to parse $size. Expected a non-negative integer');
  }
  return { op: '$size', operand, leafArrays: false, test: (v) => Array.isArray(v) && v.length === size };
}

export function modulus(operand: Value): Predicate {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length !== 2) {
    throw badValue(`malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`);
  }
  const [divisor, remainder] = operand.map((item) => {
    if (!isNumber(item) || !Number.isFinite(toNumber(item))) throw badValue('malformed mod, not a number');
    return wholeBigInt(item);
  });
  if (divisor === undefined || divisor === 0n) throw badValue('divisor cannot be 0');
  const test = (value: Value): boolean =>
    isNumber(value) && Number.isFinite(toNumber(value)) && wholeBigInt(value) % divisor === remainder;
  return { op: '$mod', operand, leafArrays: true, test };
}

const wholeBigInt = (value: Int32 | Double | Long): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(value.value));
