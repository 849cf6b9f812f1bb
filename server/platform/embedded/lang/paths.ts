import { StoreError } from './errors.ts';
import { isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

/** Called with each value a path reaches; `index` is the element of the outermost array on the way. */
export type Visit = (value: Value, index: number | undefined) => boolean;

const NUMERIC = /^(?:0|[1-9]\d{0,8})$/;
export const isArrayIndex = (part: string): boolean => NUMERIC.test(part);

/** A path that can be walked: no empty part, and no name that reaches into JavaScript's own objects. */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '__proto__') throw new StoreError(2, `The field name ${part} is not allowed`);
  }
  return parts;
}

export const own = (doc: Doc, key: string): Value => (Object.hasOwn(doc, key) ? doc[key] : undefined);

/**
 * Visits every value the path reaches as a query sees it, `undefined` standing for a missing one, until
 * a visit answers true. Arrays on the way are entered element by element, and by position when the next
 * part is a number. An array at the end is entered too when `leafArrays` is set, then visited whole.
 */
export function visitPath(root: Value, parts: readonly string[], leafArrays: boolean, visit: Visit): boolean {
  return walk(root, parts, 0, leafArrays, visit, undefined);
}

/** All values reached, with MongoDB's array semantics. */
export function getPath(doc: Doc, path: string): Value[] {
  const values: Value[] = [];
  visitPath(doc, splitPath(path), false, (value) => {
    if (value !== undefined) values.push(value);
    return false;
  });
  return values;
}

function walk(
  root: Value,
  parts: readonly string[],
  from: number,
  leafArrays: boolean,
  visit: Visit,
  index: number | undefined,
): boolean {
  let value = root;
  for (let at = from; at < parts.length; at++) {
    if (Array.isArray(value)) return inArray(value, parts, at, leafArrays, visit, index);
    // A scalar in the middle of the path, or no field: the path is missing.
    value = isDoc(value) ? own(value, parts[at] as string) : undefined; // at < parts.length
    if (value === undefined) return visit(undefined, index);
  }
  return atLeaf(value, leafArrays, visit, index);
}

function atLeaf(value: Value, leafArrays: boolean, visit: Visit, index: number | undefined): boolean {
  if (leafArrays && Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (visit(value[i], index ?? i)) return true;
    }
  }
  return visit(value, index);
}

function inArray(
  items: Value[],
  parts: readonly string[],
  at: number,
  leafArrays: boolean,
  visit: Visit,
  index: number | undefined,
): boolean {
  const part = parts[at] as string; // the caller has checked that a part is left
  const position = isArrayIndex(part) ? Number(part) : -1;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const outer = index ?? i;
    if (isDoc(item) && walk(item, parts, at, leafArrays, visit, outer)) return true;
    if (i !== position) continue;
    // The element at this very position: the path goes on behind the number. A last number does not
    // open the array it names, as in MongoDB.
    if (
      at + 1 === parts.length ? visit(item, index) : afterIndex(item, parts, at + 1, leafArrays, visit, index)
    ) {
      return true;
    }
  }
  return false;
}

function afterIndex(
  item: Value,
  parts: readonly string[],
  at: number,
  leafArrays: boolean,
  visit: Visit,
  index: number | undefined,
): boolean {
  if (Array.isArray(item)) return inArray(item, parts, at, leafArrays, visit, index);
  return isDoc(item) && walk(item, parts, at, leafArrays, visit, index);
}
