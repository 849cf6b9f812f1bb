import { Double, Int32, Long } from 'bson';
import { badValue, StoreError, wrongType } from './errors.ts';
import { add, isNumber, modulo, multiply, subtract, toNumber, wholeNumber } from './numbers.ts';
import { roundAt, Sum } from './sums.ts';
import { typeName } from './type-names.ts';
import { compare, compareWithMissing } from './values.ts';
import { isMissing, type Operator } from './expression-operator.ts';
import type { NumberValue, Value } from './types.ts';

const exactly = (count: number, run: (operands: Value[]) => Value): Operator => ({
  least: count,
  most: count,
  run,
});
const anyNumber = (run: (operands: Value[]) => Value): Operator => ({ least: 0, most: Infinity, run });

/** A null or missing operand makes the result null. */
const unlessMissing =
  (run: (operands: Value[]) => Value) =>
  (operands: Value[]): Value =>
    operands.some(isMissing) ? null : run(operands);

function number(operator: string, value: Value, code = 14): NumberValue {
  if (isNumber(value)) return value;
  throw new StoreError(code, `${operator} only supports numeric types, not ${typeName(value)}`);
}

function addAll(operands: Value[]): Value {
  const date = operands.find((value) => value instanceof Date);
  let total: NumberValue = new Int32(0);
  for (const operand of operands) {
    if (operand instanceof Date) {
      if (operand !== date) throw wrongType('only one date allowed in an $add expression');
      continue;
    }
    total = orDouble(add, total, number('$add', operand));
  }
  return date ? moved(date, toNumber(total)) : total;
}

/** Beyond 64 bits an expression goes on as a double. */
function orDouble(
  combine: (a: NumberValue, b: NumberValue) => NumberValue | null,
  a: NumberValue,
  b: NumberValue,
): NumberValue {
  return combine(a, b) ?? (combine(new Double(toNumber(a)), b) as NumberValue); // a double never overflows
}

function moved(date: Date, milliseconds: number): Date {
  const result = new Date(date.getTime() + Math.trunc(milliseconds));
  if (Number.isNaN(result.getTime())) throw badValue('date overflow');
  return result;
}

function difference([a, b]: Value[]): Value {
  if (a instanceof Date) {
    if (b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (isNumber(b)) return moved(a, -toNumber(b));
  } else if (isNumber(a) && isNumber(b)) return orDouble(subtract, a, b);
  throw wrongType(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function quotient([a, b]: Value[]): Value {
  const divisor = toNumber(number('$divide', b));
  const dividend = toNumber(number('$divide', a));
  if (divisor === 0) throw badValue("can't $divide by zero");
  return new Double(dividend / divisor);
}

function remainder([a, b]: Value[]): Value {
  const divisor = number('$mod', b);
  if (toNumber(divisor) === 0) throw new StoreError(16610, "can't $mod by zero");
  return modulo(number('$mod', a), divisor);
}

function absolute([value]: Value[]): Value {
  const given = number('$abs', value, 28765);
  if (given instanceof Double) return new Double(Math.abs(given.value));
  if (toNumber(given) >= 0) return given;
  if (given instanceof Long && given.equals(Long.MIN_VALUE)) {
    throw new StoreError(28680, "can't take $abs of long long min");
  }
  return subtract(new Int32(0), given);
}

const wholeUp = (operator: string, round: (value: number) => number): Operator =>
  exactly(
    1,
    unlessMissing(([value]) => {
      const given = number(operator, value, 28765);
      return given instanceof Double ? new Double(round(given.value)) : given;
    }),
  );

const rounding = (operator: string, mode: 'even' | 'cut'): Operator => ({
  least: 1,
  most: 2,
  run: unlessMissing(([value, place]) => {
    const given = number(operator, value, 51081);
    const at = place === undefined ? 0 : wholeNumber(place);
    if (at === null || at < -20 || at > 100) {
      throw new StoreError(51082, `${operator} takes a whole precision between -20 and 100`);
    }
    return roundAt(given, at, mode);
  }),
});

const comparison = (accept: (order: number) => boolean): Operator =>
  exactly(2, ([a, b]) => accept(compareWithMissing(a, b)));

/** One operand that is an array stands for its elements. */
const elements = (operands: Value[]): Value[] =>
  operands.length === 1 && Array.isArray(operands[0]) ? operands[0] : operands;

export function sumOf(values: Value[]): Sum {
  const sum = new Sum();
  for (const value of values) sum.add(value);
  return sum;
}

/** The least (-1) or greatest (1) of what is neither null nor missing. */
export function extremeOf(values: Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (!isMissing(value) && (best === null || compare(value, best) * sign > 0)) best = value;
  }
  return best;
}

export const MATH_OPERATORS: Readonly<Record<string, Operator>> = {
  $add: anyNumber(unlessMissing(addAll)),
  $subtract: exactly(2, unlessMissing(difference)),
  $multiply: anyNumber(
    unlessMissing((operands) =>
      operands.reduce<NumberValue>(
        (product, value) => orDouble(multiply, product, number('$multiply', value)),
        new Int32(1),
      ),
    ),
  ),
  $divide: exactly(2, unlessMissing(quotient)),
  $mod: exactly(2, unlessMissing(remainder)),
  $abs: exactly(1, unlessMissing(absolute)),
  $floor: wholeUp('$floor', Math.floor),
  $ceil: wholeUp('$ceil', Math.ceil),
  $round: rounding('$round', 'even'),
  $trunc: rounding('$trunc', 'cut'),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $sum: anyNumber((operands) => sumOf(elements(operands)).total()),
  $avg: anyNumber((operands) => sumOf(elements(operands)).average()),
  $min: anyNumber((operands) => extremeOf(elements(operands), -1)),
  $max: anyNumber((operands) => extremeOf(elements(operands), 1)),
};
