import { StoreError } from './errors.ts';
import {
  isMissing,
  type Compile,
  type Expression,
  type Operator,
  type Scope,
} from './expression-operator.ts';
import { integer, wholeNumber } from './numbers.ts';
import { isTruthy } from './predicates.ts';
import { typeName } from './type-names.ts';
import { compare, isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

function array(operator: string, value: Value, code: number): Value[] {
  if (Array.isArray(value)) return value;
  throw new StoreError(code, `${operator} needs an array, but was given ${typeName(value)}`);
}

function whole(operator: string, value: Value, code: number): number {
  const number = wholeNumber(value);
  if (number !== null) return number;
  throw new StoreError(code, `${operator} needs a whole number, but was given ${typeName(value)}`);
}

function elementAt([value, index]: Value[]): Value {
  if (isMissing(value) || isMissing(index)) return null;
  const items = array('$arrayElemAt', value, 28689);
  return items.at(whole('$arrayElemAt', index, 28691));
}

function slice([value, first, second]: Value[]): Value {
  if (isMissing(value) || isMissing(first) || second === null) return null;
  const items = array('$slice', value, 28724);
  const from = whole('$slice', first, 28726);
  if (second === undefined) return from >= 0 ? items.slice(0, from) : items.slice(from);
  const count = whole('$slice', second, 28728);
  if (count <= 0) throw new StoreError(28729, 'Third argument to $slice must be positive');
  const start = from >= 0 ? from : Math.max(0, items.length + from);
  return items.slice(start, start + count);
}

function isIn([value, list]: Value[]): Value {
  const wanted = value ?? null;
  return array('$in', list, 40081).some((item) => compare(item, wanted) === 0);
}

function concatArrays(operands: Value[]): Value {
  if (operands.some(isMissing)) return null;
  return operands.flatMap((operand) => array('$concatArrays', operand, 28664));
}

/** Each value once, in order: MongoDB leaves the order open. */
function union(operands: Value[]): Value {
  if (operands.some(isMissing)) return null;
  const all = operands.flatMap((operand) => array('$setUnion', operand, 17043));
  const sorted = [...all].sort(compare);
  return sorted.filter((value, i) => i === 0 || compare(value, sorted[i - 1]) !== 0);
}

export function mergeObjects(operands: Value[]): Value {
  const merged: Doc = {};
  for (const operand of operands) {
    if (isMissing(operand)) continue;
    if (!isDoc(operand)) {
      throw new StoreError(
        40400,
        `$mergeObjects requires object inputs, but input is of type ${typeName(operand)}`,
      );
    }
    Object.assign(merged, operand);
  }
  return merged;
}

function end(operator: string, at: 0 | -1): Operator {
  return {
    least: 1,
    most: 1,
    run: ([value]) => (isMissing(value) ? null : array(operator, value, 28689).at(at)),
  };
}

/** The named parts of an operator such as `$filter`; an unknown part is refused. */
function parts(operator: string, operand: Value, known: readonly string[], code: number): Doc {
  if (!isDoc(operand)) throw new StoreError(code, `${operator} only supports an object as its argument`);
  for (const key of Object.keys(operand)) {
    if (!known.includes(key)) throw new StoreError(code, `Unrecognized parameter to ${operator}: ${key}`);
  }
  return operand;
}

/** The name of the variable that holds each element: `this`, unless another is given. */
function variableName(operator: string, given: Value): string {
  if (given === undefined) return 'this';
  if (typeof given === 'string' && /^[a-z][A-Za-z0-9_]*$/.test(given)) return given;
  throw new StoreError(16867, `'${String(given)}' is not a valid variable name in ${operator}`);
}

function overElements(
  operator: string,
  spec: Doc,
  body: 'cond' | 'in',
  scope: Scope,
  compile: Compile,
  code: number,
): { input: Expression; each: Expression; name: string } {
  if (spec['input'] === undefined || spec[body] === undefined) {
    throw new StoreError(28648, `Missing 'input' or '${body}' parameter to ${operator}`);
  }
  const name = variableName(operator, spec['as']);
  const inner = { ...scope, variables: new Set([...scope.variables, name]) };
  const input = compile(spec['input'], scope);
  return {
    name,
    each: compile(spec[body], inner),
    input: (doc, vars) => {
      const value = input(doc, vars);
      return isMissing(value) ? null : array(operator, value, code);
    },
  };
}

function filter(operand: Value, scope: Scope, compile: Compile): Expression {
  const spec = parts('$filter', operand, ['input', 'as', 'cond'], 28647);
  const { input, each, name } = overElements('$filter', spec, 'cond', scope, compile, 28651);
  return (doc, vars) => {
    const items = input(doc, vars);
    if (!Array.isArray(items)) return null;
    return items.filter((item) => isTruthy(each(doc, { ...vars, [name]: item })));
  };
}

function map(operand: Value, scope: Scope, compile: Compile): Expression {
  const spec = parts('$map', operand, ['input', 'as', 'in'], 16879);
  const { input, each, name } = overElements('$map', spec, 'in', scope, compile, 16883);
  return (doc, vars) => {
    const items = input(doc, vars);
    if (!Array.isArray(items)) return null;
    return items.map((item) => each(doc, { ...vars, [name]: item }) ?? null);
  };
}

const takes = (least: number, most: number, run: (operands: Value[]) => Value): Operator => ({
  least,
  most,
  run,
});

export const ARRAY_OPERATORS: Readonly<Record<string, Operator>> = {
  $size: takes(1, 1, ([value]) => integer(array('$size', value, 17124).length)),
  $in: takes(2, 2, isIn),
  $arrayElemAt: takes(2, 2, elementAt),
  $slice: takes(2, 3, slice),
  $isArray: takes(1, 1, ([value]) => Array.isArray(value)),
  $concatArrays: takes(0, Infinity, concatArrays),
  $setUnion: takes(0, Infinity, union),
  $mergeObjects: takes(0, Infinity, (operands) =>
    mergeObjects(operands.length === 1 && Array.isArray(operands[0]) ? operands[0] : operands),
  ),
  $first: end('$first', 0),
  $last: end('$last', -1),
  $filter: { build: filter },
  $map: { build: map },
};
