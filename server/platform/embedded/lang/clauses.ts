import { BSONRegExp } from 'bson';
import { isAllowed } from './allow-list.ts';
import { allOf, AnyOf, ElementMatch, Leaf, NoneOf, type Clause } from './clause-nodes.ts';
import { badValue, StoreError } from './errors.ts';
import { compileExpression, newScope } from './expression.ts';
import { splitPath } from './paths.ts';
import * as test from './predicates.ts';
import { toRegex } from './regex.ts';
import { hasType } from './type-names.ts';
import { isDoc } from './values.ts';
import type { Predicate } from './predicates.ts';
import type { Doc, Value } from './types.ts';

/** What a filter reads of a document, gathered while it is compiled. */
export interface Needs {
  names: Set<string>;
  wholeDocument: boolean;
}

export const newNeeds = (): Needs => ({ names: new Set(), wholeDocument: false });

/** `prefix` is the path of the array whose elements are filtered: bounds are known by the full path. */
export function readFilter(filter: Doc, prefix: string, needs: Needs): Clause[] {
  return Object.keys(filter).flatMap((key) => {
    const value = filter[key];
    if (!key.startsWith('$')) return readField(key, value, prefix, needs);
    if (!isAllowed('queryOperators', key)) throw badValue(`unknown top level operator: ${key}`);
    if (key === '$expr') return [readExpression(value, prefix, needs)];
    if (key !== '$and' && key !== '$or' && key !== '$nor') {
      throw badValue(`unknown top level operator: ${key}`);
    }
    const branches = readBranches(key, value).map((branch) => allOf(readFilter(branch, prefix, needs)));
    return [key === '$and' ? allOf(branches) : key === '$or' ? new AnyOf(branches) : new NoneOf(branches)];
  });
}

function readBranches(operator: string, value: Value): Doc[] {
  if (!Array.isArray(value)) throw badValue(`${operator} must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((branch) => {
    if (!isDoc(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return branch;
  });
}

function readExpression(value: Value, prefix: string, needs: Needs): Clause {
  if (prefix !== '') throw badValue('$expr can only be applied to the top-level document');
  const scope = newScope();
  const evaluate = compileExpression(value, scope);
  if (scope.reads.wholeDocument) needs.wholeDocument = true;
  for (const name of scope.fields) needs.names.add(name);
  return { matches: (root) => isDoc(root) && test.isTruthy(evaluate(root)) };
}

/** A document whose first key is an operator is a set of operators; any other is a value. */
export const hasOperators = (value: Value): value is Doc =>
  isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);

function readField(path: string, value: Value, prefix: string, needs: Needs): Clause[] {
  const field: Field = { path, parts: splitPath(path), prefix, needs };
  if (prefix === '') needs.names.add(field.parts[0] ?? path);
  if (hasOperators(value)) return readOperators(value, field);
  return [leaf(field, value instanceof BSONRegExp ? test.regex(value) : test.equals(value))];
}

interface Field {
  path: string;
  parts: string[];
  prefix: string;
  needs: Needs;
  /** Set for the operators of $elemMatch, which ask about the element itself, arrays included. */
  single?: true;
}

const leaf = (field: Field, predicate: Predicate): Clause =>
  new Leaf(field.prefix + field.path, field.parts, predicate, predicate.leafArrays && !field.single);

function readOperators(operators: Doc, field: Field): Clause[] {
  return Object.keys(operators).flatMap((operator) => {
    if (!isAllowed('queryOperators', operator)) throw badValue(`unknown operator: ${operator}`);
    return readOperator(operator, operators[operator], operators, field);
  });
}

function readOperator(operator: string, operand: Value, all: Doc, field: Field): Clause[] {
  const is = (predicate: Predicate): Clause[] => [leaf(field, predicate)];
  switch (operator) {
    case '$eq':
      return is(test.equals(operand));
    case '$ne':
      if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
      return [new NoneOf(is(test.equals(operand)))];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return is(test.ordered(operator, operand));
    case '$in':
      return is(test.anyOf(checkedList(operator, operand)));
    case '$nin':
      return [new NoneOf(is(test.anyOf(checkedList(operator, operand))))];
    case '$exists':
      return test.isTruthy(operand) ? is(test.exists(operand)) : [new NoneOf(is(test.exists(operand)))];
    case '$type':
      return is(hasType(operand));
    case '$size':
      return is(test.hasSize(operand));
    case '$mod':
      return is(test.modulus(operand));
    case '$regex':
      return is(test.regex(readRegex(operand, all['$options'])));
    case '$options':
      if (all['$regex'] === undefined) throw badValue('$options needs a $regex');
      return [];
    case '$not':
      return [new NoneOf([allOf(readNegated(operand, field))])];
    case '$all':
      return readAll(operand, field);
    case '$elemMatch':
      return [elementMatch(operand, field)];
    default:
      throw badValue(`unknown operator: ${operator}`);
  }
}

function checkedList(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  if (operand.some(hasOperators)) throw badValue(`cannot nest $ under ${operator}`);
  return operand;
}

function readRegex(operand: Value, options: Value): BSONRegExp {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (typeof operand === 'string') return toRegex(operand, options ?? '');
  if (!(operand instanceof BSONRegExp)) throw badValue('$regex has to be a string');
  if (options !== undefined && operand.options !== '') {
    throw new StoreError(51075, 'options set in both $regex and $options');
  }
  return options === undefined ? operand : toRegex(operand.pattern, options);
}

function readNegated(operand: Value, field: Field): Clause[] {
  if (operand instanceof BSONRegExp) return [leaf(field, test.regex(operand))];
  if (!isDoc(operand)) throw badValue('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty');
  return readOperators(operand, field);
}

function readAll(operand: Value, field: Field): Clause[] {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return [{ matches: () => false }];
  const isElementMatch = (item: Value): item is Doc => isDoc(item) && Object.keys(item)[0] === '$elemMatch';
  const withElements = isElementMatch(operand[0]);
  return operand.map((item) => {
    if (isElementMatch(item) !== withElements) throw badValue('$all has to hold $elemMatch only, or none');
    if (isElementMatch(item)) return elementMatch(item['$elemMatch'], field);
    if (hasOperators(item)) throw badValue('no $ expressions in $all');
    return leaf(field, item instanceof BSONRegExp ? test.regex(item) : test.equals(item));
  });
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr']);

/** One element has to meet every condition; operators ask about it, anything else about its fields. */
function elementMatch(operand: Value, field: Field): Clause {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValues = first?.startsWith('$') === true && !LOGICAL.has(first);
  const path = field.prefix + field.path;
  const inside: Clause[] = onValues
    ? readOperators(operand, { path, parts: [], prefix: '', needs: newNeeds(), single: true })
    : readFilter(operand, `${path}.`, newNeeds());
  return new ElementMatch(field.parts, inside, onValues);
}
