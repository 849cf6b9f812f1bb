import { Binary, Double, ObjectId, Timestamp, BSONRegExp } from 'bson';
import { isNaNValue, type Predicate } from './predicates.ts';
import { literalPrefix } from './regex.ts';
import { compare, RANK, typeRank } from './values.ts';
import type { Clause } from './clause-nodes.ts';
import type { Value } from './types.ts';

interface Edge {
  value: Value;
  inclusive: boolean;
}
interface Range {
  min?: Edge;
  max?: Edge;
}
/** Every index entry a match can have on a path: single keys, or one stretch of keys. */
export type Bounds = { points: Value[] } | Range;

/**
 * Single values that must all be among what the path reaches: each of them alone is a bound, even where an array made
 * several entries. An index of arrays is entered with the rarest.
 */
export function requiredPoints(root: Clause, path: string): Value[] {
  if (root.and) return root.and.flatMap((clause) => requiredPoints(clause, path));
  const bounds = root.leaf?.path === path ? predicateBounds(root.leaf.predicate) : null;
  return bounds && 'points' in bounds && bounds.points.length === 1 ? bounds.points : [];
}

/**
 * The paths of a filter that says nothing but that each of them equals one value that is there; null for any other.
 * Then the entries of an index over these paths, with these values, are the matches.
 */
export function equalPaths(root: Clause): string[] | null {
  if (root.and) {
    const all = root.and.map(equalPaths);
    return all.every((paths) => paths !== null) ? all.flat() : null;
  }
  if (root.leaf?.predicate.op !== '$eq') return null;
  const { path, predicate } = root.leaf;
  const { operand } = predicate;
  const isPlain = ['string', 'boolean'].includes(typeof operand) || operand instanceof ObjectId;
  return isPlain && !path.split('.').some((part) => /^\d+$/.test(part)) ? [path] : null;
}

/** What a filter says about one path, never less than what matches. */
export function boundsOf(root: Clause, path: string, multikey: boolean): Bounds | null {
  if (path.split('.').some((part) => /^\d+$/.test(part))) return null;
  return clauseBounds(root, path, multikey);
}

function clauseBounds(clause: Clause, path: string, multikey: boolean): Bounds | null {
  if (clause.leaf) return clause.leaf.path === path ? predicateBounds(clause.leaf.predicate) : null;
  // One element meets all conditions of $elemMatch, so they narrow each other; an array inside the
  // element could still split them, which a dotted path behind the array may hide.
  if (clause.element) return combine(clause.element, path, multikey);
  if (clause.and) return combine(clause.and, path, multikey);
  return clause.or ? union(clause.or, path, multikey) : null;
}

function combine(clauses: Clause[], path: string, multikey: boolean): Bounds | null {
  const all = clauses.map((c) => clauseBounds(c, path, multikey)).filter((b) => b !== null);
  if (!multikey) return all.reduce<Bounds | null>((a, b) => (a ? intersect(a, b) : b), null);
  return all.reduce<Bounds | null>((best, b) => (best && weight(best) <= weight(b) ? best : b), null);
}

const weight = (bounds: Bounds): number => ('points' in bounds ? bounds.points.length : Infinity);

function union(clauses: Clause[], path: string, multikey: boolean): Bounds | null {
  const points: Value[] = [];
  for (const clause of clauses) {
    const bounds = clauseBounds(clause, path, multikey);
    if (!bounds || !('points' in bounds)) return null;
    points.push(...bounds.points);
  }
  return { points: distinct(points) };
}

function intersect(a: Bounds, b: Bounds): Bounds {
  if ('points' in a) return { points: a.points.filter((value) => within(value, b)) };
  if ('points' in b) return intersect(b, a);
  const range: Range = {};
  const min = tighter(a.min, b.min, 1);
  const max = tighter(a.max, b.max, -1);
  if (min) range.min = min;
  if (max) range.max = max;
  return range;
}

function within(value: Value, bounds: Bounds): boolean {
  if ('points' in bounds) return bounds.points.some((point) => compare(point, value) === 0);
  const low = bounds.min ? compare(value, bounds.min.value) : 1;
  const high = bounds.max ? compare(value, bounds.max.value) : -1;
  return (
    (low > 0 || (low === 0 && bounds.min?.inclusive === true)) &&
    (high < 0 || (high === 0 && bounds.max?.inclusive === true))
  );
}

function tighter(a: Edge | undefined, b: Edge | undefined, sign: 1 | -1): Edge | undefined {
  if (!a || !b) return a ?? b;
  const order = compare(a.value, b.value) * sign;
  if (order === 0) return a.inclusive ? b : a;
  return order > 0 ? a : b;
}

function distinct(values: Value[]): Value[] {
  const sorted = [...values].sort(compare);
  return sorted.filter((value, i) => i === 0 || compare(value, sorted[i - 1]) !== 0);
}

function predicateBounds({ op, operand }: Predicate): Bounds | null {
  // A whole array is not an index key: its elements are.
  if (Array.isArray(operand) && op !== '$in') return null;
  switch (op) {
    case '$eq':
      return operand instanceof BSONRegExp ? null : { points: [operand] };
    case '$in': {
      const list = Array.isArray(operand) ? operand : [];
      if (list.some((item) => Array.isArray(item) || item instanceof BSONRegExp)) return null;
      return { points: distinct(list) };
    }
    case '$regex':
      return operand instanceof BSONRegExp ? prefixBounds(literalPrefix(operand)) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeBounds(op, operand);
    default:
      return null;
  }
}

/** Comparisons stay within the operand's type, so the other side ends where the type does. */
function rangeBounds(op: string, operand: Value): Bounds | null {
  const inclusive = op === '$gte' || op === '$lte';
  if (operand === null || isNaNValue(operand)) return { points: inclusive ? [operand] : [] };
  const bracket = BRACKETS[typeRank(operand)];
  if (!bracket) return null;
  const edge = { value: operand, inclusive };
  return op === '$gt' || op === '$gte' ? { min: edge, max: bracket.max } : { min: bracket.min, max: edge };
}

const including = (value: Value): Edge => ({ value, inclusive: true });
const upTo = (value: Value): Edge => ({ value, inclusive: false });
const FIRST = { string: '', object: {}, array: [], binData: new Binary(new Uint8Array(0), 0) };
const ZERO_ID = new ObjectId('000000000000000000000000');

/** The first value of each type, and the first of the next one. */
const BRACKETS: Readonly<Record<number, { min: Edge; max: Edge }>> = {
  [RANK.number]: { min: including(new Double(-Infinity)), max: including(new Double(Infinity)) },
  [RANK.string]: { min: including(FIRST.string), max: upTo(FIRST.object) },
  [RANK.object]: { min: including(FIRST.object), max: upTo(FIRST.array) },
  [RANK.binData]: { min: including(FIRST.binData), max: upTo(ZERO_ID) },
  [RANK.objectId]: { min: including(ZERO_ID), max: upTo(false) },
  [RANK.bool]: { min: including(false), max: including(true) },
  [RANK.date]: { min: upTo(true), max: upTo(new Timestamp(0n)) },
  [RANK.timestamp]: { min: including(new Timestamp(0n)), max: upTo(new BSONRegExp('')) },
};

function prefixBounds(prefix: string): Bounds | null {
  if (prefix === '') return null;
  const characters = [...prefix];
  const last = characters.pop()?.codePointAt(0) ?? 0;
  const min = including(prefix);
  if (last >= 0x10ffff) return { min, max: upTo(FIRST.object) };
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return { min, max: upTo(characters.join('') + String.fromCodePoint(next)) };
}

/** Whether every document that satisfies `clause` satisfies `wanted`; false when in doubt. */
export function implies(clause: Clause, wanted: Clause): boolean {
  if (wanted.and) return wanted.and.every((part) => implies(clause, part));
  if (clause.and?.some((part) => implies(part, wanted))) return true;
  if (clause.or) return clause.or.every((branch) => implies(branch, wanted));
  if (wanted.or) return wanted.or.some((branch) => implies(clause, branch));
  if (!clause.leaf || !wanted.leaf || clause.leaf.path !== wanted.leaf.path) return false;
  return impliesPredicate(clause.leaf.predicate, wanted.leaf.predicate);
}

function impliesPredicate(given: Predicate, wanted: Predicate): boolean {
  if (given.op === wanted.op && given.op !== '$regex' && compare(given.operand, wanted.operand) === 0)
    return true;
  if (wanted.op === '$exists') return !given.test(undefined);
  if (Array.isArray(given.operand) && given.op !== '$in') return false;
  // What equals null may also be missing.
  const accepts = (value: Value): boolean =>
    wanted.leafArrays && wanted.test(value) && (value !== null || wanted.test(undefined));
  if (given.op === '$eq') return accepts(given.operand);
  if (given.op === '$in' && Array.isArray(given.operand)) {
    return given.operand.every((v) => !(v instanceof BSONRegExp) && !Array.isArray(v) && accepts(v));
  }
  const inner = predicateBounds(given);
  const outer = predicateBounds(wanted);
  if (given.op === '$regex' || wanted.op === '$regex' || !inner || !outer) return false;
  if ('points' in inner) return inner.points.every((point) => within(point, outer));
  if ('points' in outer) return false;
  return covers(outer, inner);
}

function covers(outer: Range, inner: Range): boolean {
  const low = tighter(outer.min, inner.min, 1);
  const high = tighter(outer.max, inner.max, -1);
  return same(low, inner.min) && same(high, inner.max);
}

const same = (a: Edge | undefined, b: Edge | undefined): boolean =>
  a === b || (!!a && !!b && a.inclusive === b.inclusive && compare(a.value, b.value) === 0);
