import { Double, Int32, Long, Timestamp } from 'bson';
import type { StoreError } from './errors.ts';
import { badValue, cannotParse, wrongType } from './errors.ts';
import { add, isNumber, multiply } from './numbers.ts';
import { own, splitPath } from './paths.ts';
import { checkValue } from './storable.ts';
import { typeName } from './type-names.ts';
import { compare, isDoc } from './values.ts';
import type { Doc, NumberValue, Value } from './types.ts';
import type { Leaf } from './update-tree.ts';

/** The update operators that set or remove one field. */

const always = (): boolean => true;
const never = (): boolean => false;

class Assignment implements Leaf {
  readonly #operand: Value;

  constructor(operand: Value) {
    checkValue(operand);
    this.#operand = operand;
  }

  apply(): Value {
    return this.#operand;
  }

  creates(): boolean {
    return true;
  }
}

export const set = (operand: Value): Leaf => new Assignment(operand);

export const unset = (): Leaf => ({ apply: () => undefined, creates: never });

export function setOnInsert(operand: Value): Leaf {
  checkValue(operand);
  return {
    apply: (current, { inserting }) => (inserting ? operand : current),
    creates: ({ inserting }) => inserting,
  };
}

export const increment = (operand: Value): Leaf => arithmetic('$inc', 'increment', operand, add);
export const multiplyBy = (operand: Value): Leaf => arithmetic('$mul', 'multiply', operand, multiply);

function arithmetic(
  name: '$inc' | '$mul',
  verb: string,
  operand: Value,
  combine: (a: NumberValue, b: NumberValue) => NumberValue | null,
): Leaf {
  if (!isNumber(operand)) {
    throw wrongType(`Cannot ${verb} with non-numeric argument of type ${typeName(operand)}`);
  }
  return {
    creates: always,
    apply: (current, _context, path) => {
      if (current === undefined) return name === '$inc' ? operand : zeroLike(operand);
      if (!isNumber(current)) {
        const field = `has the field '${path}' of non-numeric type ${typeName(current)}`;
        throw wrongType(`Cannot apply ${name} to a value of non-numeric type. The document ${field}`);
      }
      const result = combine(current, operand);
      if (!result) throw badValue(`Failed to apply ${name} operations to the current value of '${path}'`);
      return result;
    },
  };
}

function zeroLike(number: NumberValue): NumberValue {
  if (number instanceof Double) return new Double(0);
  return number instanceof Long ? Long.fromNumber(0) : new Int32(0);
}

/** Keeps the smaller (-1) or larger (1) value in the order over all types. */
export function extreme(operand: Value, sign: 1 | -1): Leaf {
  checkValue(operand);
  return {
    creates: always,
    apply: (current) => (current === undefined || compare(operand, current) * sign > 0 ? operand : current),
  };
}

export function currentDate(operand: Value, now: Date): Leaf {
  const type = isDoc(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp') {
    throw badValue("The '$type' string field is required to be 'date' or 'timestamp'");
  }
  const value = type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  return { apply: () => value, creates: always };
}

/** The two ends of a rename: the source goes, the target takes its value if there was one. */
export function rename(from: string, to: Value): { source: Leaf; target: Leaf; to: string } {
  if (typeof to !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${from}`);
  if (from === to) throw badValue(`The source and target field for $rename must differ: ${from}`);
  for (const path of [from, to]) {
    if (/(^|\.)\$/.test(path)) throw badValue(`The field for $rename may not be dynamic: ${path}`);
  }
  const source = splitPath(from);
  const target = splitPath(to);
  return {
    to,
    source: { apply: () => undefined, creates: never },
    target: {
      creates: ({ root }) => valueAt(root, source, 'source') !== undefined,
      apply: (current, { root }) => {
        valueAt(root, target, 'destination');
        return valueAt(root, source, 'source') ?? current;
      },
    },
  };
}

function valueAt(root: Doc, parts: readonly string[], role: string): Value {
  let value: Value = root;
  for (const part of parts) {
    if (Array.isArray(value)) {
      throw badValue(`The ${role} field cannot be an array element, '${parts.join('.')}' has an array field`);
    }
    value = isDoc(value) ? own(value, part) : undefined;
  }
  return value;
}

export function requireDoc(operator: string, operand: Value): Doc {
  if (isDoc(operand)) return operand;
  throw cannotParse(
    `Modifiers operate on fields but we found type ${typeName(operand)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ...}`,
  );
}

export const unknownModifier = (operator: string): StoreError =>
  cannotParse(`Unknown modifier: ${operator}. Expected a valid update modifier`);
