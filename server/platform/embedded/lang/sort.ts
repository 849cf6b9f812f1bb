import { badValue } from './errors.ts';
import { isNumber, toNumber } from './numbers.ts';
import { splitPath, visitPath } from './paths.ts';
import { compareWithMissing } from './values.ts';
import type { Doc, Value } from './types.ts';

export interface SortPart {
  path: string;
  dir: 1 | -1;
}

const MAX_PARTS = 32;

/** The parts of a sort; anything but 1 and -1 is refused. */
export function readSort(spec: Doc): SortPart[] {
  const paths = Object.keys(spec);
  if (paths.length > MAX_PARTS) throw badValue('too many compound keys');
  return paths.map((path) => {
    const given = spec[path];
    const dir = isNumber(given) ? toNumber(given) : 0;
    if (dir !== 1 && dir !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '' || path.startsWith('$')) throw badValue(`Invalid sort path '${path}'`);
    return { path, dir };
  });
}

/** Sort keys are taken out once per document, because a comparison needs them many times over. */
export interface Sorter {
  key(doc: Doc): Value[];
  compareKeys(a: Value[], b: Value[]): number;
}

export function compileSorter(spec: Doc): Sorter {
  const parts = readSort(spec).map(({ path, dir }) => ({ names: splitPath(path), dir }));
  return {
    key: (doc) => parts.map(({ names, dir }) => sortValue(doc, names, dir)),
    compareKeys: (a, b) => {
      for (let i = 0; i < parts.length; i++) {
        const result = compareWithMissing(a[i], b[i]);
        if (result !== 0) return parts[i]?.dir === -1 ? -result : result;
      }
      return 0;
    },
  };
}

/** Compares two documents; an array counts with its least element ascending, its greatest descending. */
export function compileSort(spec: Doc): (a: Doc, b: Doc) => number {
  const sorter = compileSorter(spec);
  return (a, b) => sorter.compareKeys(sorter.key(a), sorter.key(b));
}

/** Nothing stands for an empty array, which sorts below null; a missing field sorts as null. */
const EMPTY_ARRAY = [undefined];
const MISSING = [null];

function sortValue(doc: Doc, names: readonly string[], dir: 1 | -1): Value {
  let best: Value = null;
  let found = false;
  visitPath(doc, names, false, (value) => {
    for (const item of candidates(value)) {
      if (!found || compareWithMissing(item, best) * dir < 0) best = item;
      found = true;
    }
    return false;
  });
  return best;
}

function candidates(value: Value): Value[] {
  if (value === undefined) return MISSING;
  if (!Array.isArray(value)) return [value];
  return value.length > 0 ? value : EMPTY_ARRAY;
}
