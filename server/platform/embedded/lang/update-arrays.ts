import { BSONRegExp } from 'bson';
import { hasOperators } from './clauses.ts';
import { badValue, cannotParse, StoreError, wrongType } from './errors.ts';
import { compileFilter } from './filter.ts';
import { isNumber, toNumber, wholeNumber } from './numbers.ts';
import { compileSort } from './sort.ts';
import { checkValue } from './storable.ts';
import { typeName } from './type-names.ts';
import { compare, isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';
import type { Leaf } from './update-tree.ts';

/** The update operators that work on an array as a whole. */

const always = (): boolean => true;
const never = (): boolean => false;

interface PushPlan {
  items: Value[];
  position: number | null;
  slice: number | null;
  sort: ((a: Value, b: Value) => number) | null;
}

/** Inserts, then sorts, then cuts, whatever the order the modifiers are written in. */
export function push(operand: Value): Leaf {
  const plan = readPush(operand);
  return {
    creates: always,
    apply: (current, _context, path) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw badValue(`The field '${path}' must be an array but is of type ${typeName(current)}`);
      }
      const result = [...(current ?? [])];
      result.splice(plan.position ?? result.length, 0, ...plan.items);
      if (plan.sort) result.sort(plan.sort);
      if (plan.slice === null) return result;
      if (plan.slice === 0) return [];
      return plan.slice > 0 ? result.slice(0, plan.slice) : result.slice(plan.slice);
    },
  };
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

function readPush(operand: Value): PushPlan {
  if (!isDoc(operand) || operand['$each'] === undefined) {
    checkValue(operand);
    return { items: [operand], position: null, slice: null, sort: null };
  }
  for (const key of Object.keys(operand)) {
    if (!MODIFIERS.has(key)) throw badValue(`Unrecognized clause in $push: ${key}`);
  }
  return {
    items: readEach('$push', operand['$each']),
    position: readWhole('$position', operand['$position']),
    slice: readWhole('$slice', operand['$slice']),
    sort: readSort(operand['$sort']),
  };
}

function readEach(operator: '$push' | '$addToSet', each: Value): Value[] {
  if (!Array.isArray(each)) {
    const message = `The argument to $each in ${operator} must be an array but it was ${typeName(each)}`;
    throw operator === '$push' ? badValue(message) : wrongType(message);
  }
  checkValue(each);
  return each;
}

function readWhole(modifier: string, value: Value): number | null {
  if (value === undefined) return null;
  const whole = wholeNumber(value);
  if (whole === null) throw badValue(`The value for ${modifier} must be an integer value`);
  return whole;
}

function readSort(sort: Value): ((a: Value, b: Value) => number) | null {
  if (sort === undefined) return null;
  if (isDoc(sort)) {
    const byFields = compileSort(sort);
    return (a, b) => byFields(isDoc(a) ? a : {}, isDoc(b) ? b : {});
  }
  const direction = isNumber(sort) ? toNumber(sort) : 0;
  if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
  return (a, b) => compare(a, b) * direction;
}

export function addToSet(operand: Value): Leaf {
  const each = isDoc(operand) && Object.keys(operand)[0] === '$each';
  if (each && Object.keys(operand).length > 1) {
    throw badValue('Found unexpected fields after $each in $addToSet');
  }
  const items = each ? readEach('$addToSet', operand['$each']) : [operand];
  checkValue(items);
  return {
    creates: always,
    apply: (current, _context, path) => {
      if (current !== undefined && !Array.isArray(current)) {
        const found = `Field named '${path}' has non-array type ${typeName(current)}`;
        throw badValue(`Cannot apply $addToSet to non-array field. ${found}`);
      }
      const result = [...(current ?? [])];
      for (const item of items) {
        if (!result.some((there) => compare(there, item) === 0)) result.push(item);
      }
      return result;
    },
  };
}

export const pull = (condition: Value): Leaf => removing('$pull', elementTest(condition));

export function pullAll(operand: Value): Leaf {
  if (!Array.isArray(operand)) {
    throw badValue(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  return removing('$pullAll', (item) => operand.some((unwanted) => compare(item, unwanted) === 0));
}

function removing(operator: string, isUnwanted: (item: Value) => boolean): Leaf {
  return {
    creates: never,
    apply: (current) => {
      if (current === undefined) return undefined;
      if (!Array.isArray(current)) throw badValue(`Cannot apply ${operator} to a non-array value`);
      const kept = current.filter((item) => !isUnwanted(item));
      return kept.length === current.length ? current : kept;
    },
  };
}

/** Operators ask about the element, a document about its fields, any other value must be equal. */
function elementTest(condition: Value): (item: Value) => boolean {
  if (hasOperators(condition) || condition instanceof BSONRegExp) {
    const filter = compileFilter({ element: condition });
    return (item) => filter.matchesDoc({ element: item });
  }
  if (isDoc(condition)) {
    const filter = compileFilter(condition);
    return (item) => isDoc(item) && filter.matchesDoc(item);
  }
  return (item) => compare(item, condition) === 0;
}

export function pop(operand: Value): Leaf {
  const end = isNumber(operand) ? toNumber(operand) : 0;
  if (end !== 1 && end !== -1) throw cannotParse('$pop expects 1 or -1');
  return {
    creates: never,
    apply: (current, _context, path) => {
      if (current === undefined) return undefined;
      if (!Array.isArray(current)) {
        throw new StoreError(
          14,
          `Path '${path}' contains an element of non-array type '${typeName(current)}'`,
        );
      }
      return end === 1 ? current.slice(0, -1) : current.slice(1);
    },
  };
}

/** The array filters by identifier; each names one identifier, and each has to be used. */
export function readArrayFilters(filters: readonly Doc[]): Map<string, (element: Value) => boolean> {
  const tests = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    const identifiers = new Set(identifiersOf(filter));
    const [identifier, second] = identifiers;
    if (identifier === undefined) {
      throw cannotParse('Cannot use an expression without a top-level field name in arrayFilters');
    }
    if (second !== undefined) {
      throw cannotParse(`Expected a single top-level field name, found '${identifier}' and '${second}'`);
    }
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
      throw badValue(
        `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    }
    if (tests.has(identifier)) {
      throw cannotParse(`Found multiple array filters with the same top-level field name ${identifier}`);
    }
    const compiled = compileFilter(filter);
    tests.set(identifier, (element) => compiled.matchesDoc({ [identifier]: element }));
  }
  return tests;
}

function identifiersOf(filter: Doc): string[] {
  return Object.keys(filter).flatMap((key) => {
    const value = filter[key];
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key];
    return Array.isArray(value) ? value.filter(isDoc).flatMap(identifiersOf) : [];
  });
}
