import { isAllowed } from './allow-list.ts';
import { badValue, StoreError } from './errors.ts';
import { compileExpression, type Expression } from './expression.ts';
import { compileFilter } from './filter.ts';
import { isNumber, wholeNumber } from './numbers.ts';
import { isTruthy } from './predicates.ts';
import { addTo, applyComputed, hideFrom, keepOnly, newShape, type Shape } from './shape.ts';
import { isDoc } from './values.ts';
import type { Scope } from './expression-operator.ts';
import type { Doc, Value } from './types.ts';

/** What a projection says of each path, before it is known whether it includes or excludes. */
interface Entry {
  path: string;
  keep?: boolean;
  computed?: Expression;
  /** Only in `find`: a part of an array, as a function of the value. */
  partial?: { operator: '$slice' | '$elemMatch'; take: (value: Value) => Value };
}

/** The projection of `find`: fields in or out, `$slice` and `$elemMatch`. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  return assemble(readEntries(spec, '', findEntry));
}

/** The `$project` stage: fields in or out, or computed. `inclusive` tells whether the rest is dropped. */
export function compileProjectStage(
  spec: Doc,
  scope: Scope,
): { project: (doc: Doc) => Doc; inclusive: boolean } {
  if (Object.keys(spec).length === 0) {
    throw new StoreError(51272, 'projection specification must have at least one field');
  }
  const entries = readEntries(spec, '', (path, value) => ({
    path,
    computed: compileExpression(value, scope),
  }));
  const inclusive = isInclusion(entries);
  if (inclusive) for (const { path } of entries) scope.fields.add(path.split('.')[0] ?? path);
  if (inclusive) scope.fields.add('_id');
  return { project: assemble(entries), inclusive };
}

/** `$addFields` and `$set`: computed fields beside what is there. */
export function compileAddFields(spec: Doc, scope: Scope): (doc: Doc) => Doc {
  const shape = newShape();
  for (const entry of readEntries(
    spec,
    '',
    (path, value) => ({ path, computed: compileExpression(value, scope) }),
    false,
  )) {
    addTo(shape, entry.path, entry.computed ?? true);
  }
  return (doc) => applyComputed(shape, doc, doc) as Doc; // a document stays a document
}

/** `$unset`: the fields of a list taken out. */
export function compileUnset(paths: readonly string[]): (doc: Doc) => Doc {
  return assemble(paths.map((path) => ({ path, keep: false })));
}

type Special = (path: string, value: Value) => Entry;

function readEntries(spec: Doc, prefix: string, special: Special, flags = true): Entry[] {
  return Object.keys(spec).flatMap((name) => {
    const value = spec[name];
    if (name === '' || name.startsWith('$') || name.endsWith('.$') || name.includes('..')) {
      throw new StoreError(16410, `Field paths of a projection must be plain, found '${name}'`);
    }
    const path = prefix + name;
    if (flags && (typeof value === 'boolean' || isNumber(value))) return [{ path, keep: isTruthy(value) }];
    const keys = isDoc(value) ? Object.keys(value) : [];
    if (isDoc(value) && keys.length > 0 && !keys[0]?.startsWith('$')) {
      return readEntries(value, `${path}.`, special, flags);
    }
    return [special(path, value)];
  });
}

function findEntry(path: string, value: Value): Entry {
  const [operator = ''] = isDoc(value) ? Object.keys(value) : [];
  if (!isDoc(value) || !isAllowed('projectionOperators', operator) || Object.keys(value).length !== 1) {
    throw badValue(`A projection of this kind is not supported for the field '${path}'`);
  }
  return operator === '$slice'
    ? { path, partial: { operator, take: readSlice(value[operator]) } }
    : { path, partial: { operator: '$elemMatch', take: readElement(path, value[operator]) } };
}

function readSlice(operand: Value): (value: Value) => Value {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(wholeNumber);
  const [first, count] = numbers;
  if (first === undefined || numbers.length > 2 || numbers.includes(null)) {
    throw badValue('$slice takes a whole number, or a list of two');
  }
  if (count === undefined) {
    const size = first ?? 0;
    return (value) => (!Array.isArray(value) ? value : size >= 0 ? value.slice(0, size) : value.slice(size));
  }
  const [skip, limit] = [first ?? 0, count ?? 0];
  if (limit <= 0) throw new StoreError(28724, 'Second argument to $slice must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    const start = skip >= 0 ? skip : Math.max(0, value.length + skip);
    return value.slice(start, start + limit);
  };
}

function readElement(path: string, operand: Value): (value: Value) => Value {
  if (path.includes('.')) throw new StoreError(31275, 'Cannot use $elemMatch projection on a nested field');
  if (!isDoc(operand)) throw new StoreError(31274, 'elemMatch: Invalid argument, object required');
  const filter = compileFilter({ list: { $elemMatch: operand } });
  return (value) => {
    const found = Array.isArray(value)
      ? value.find((item) => filter.matchesDoc({ list: [item] }))
      : undefined;
    return found === undefined ? undefined : [found];
  };
}

/** Included, if anything but `_id` is; a lone `$slice` keeps the rest, a lone `$elemMatch` does not. */
function isInclusion(entries: Entry[]): boolean {
  const rest = entries.filter((entry) => entry.path !== '_id' && entry.keep !== undefined);
  const [first] = rest;
  for (const entry of rest) {
    if (entry.keep === first?.keep) continue;
    const [code, verb, kind] = first?.keep
      ? [31254, 'exclusion', 'inclusion']
      : [31253, 'inclusion', 'exclusion'];
    throw new StoreError(code, `Cannot do ${verb} on field ${entry.path} in ${kind} projection`);
  }
  const computed = entries.find((entry) => entry.computed);
  if (first?.keep === false && computed) {
    throw new StoreError(31252, `Cannot compute the field ${computed.path} in exclusion projection`);
  }
  if (first) return first.keep === true;
  if (computed || entries.some((entry) => entry.partial?.operator === '$elemMatch')) return true;
  if (entries.some((entry) => entry.partial)) return false;
  return entries.some((entry) => entry.path === '_id' && entry.keep === true);
}

function assemble(entries: Entry[]): (doc: Doc) => Doc {
  const inclusive = isInclusion(entries);
  const chosen = newShape();
  const computed = newShape();
  const idEntry = entries.find((entry) => entry.path === '_id');
  for (const { path, keep, partial, computed: expression } of entries) {
    if (expression) addTo(computed, path, expression);
    else if (partial?.operator === '$elemMatch') {
      addTo(computed, path, (doc: Doc) => partial.take(doc[path]));
      if (!inclusive) addTo(chosen, path, true);
    } else if (partial) addTo(chosen, path, partial.take);
    else if (path !== '_id' && keep !== undefined) addTo(chosen, path, true);
  }
  const keepId = idEntry?.keep ?? (idEntry?.computed ? false : true);
  if (keepId === inclusive) addTo(chosen, '_id', true);
  const pick = inclusive ? keepOnly : hideFrom;
  return (doc) => finish(computed, pick(chosen, doc), doc);
}

function finish(computed: Shape, picked: Value, doc: Doc): Doc {
  return applyComputed(computed, picked, doc) as Doc; // picked out of a document, so a document
}
