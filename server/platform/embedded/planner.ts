import { StoreError } from './lang/errors.ts';
import { encodeKey } from './lang/keys.ts';
import { docPrefix, indexPrefix, numeric } from './catalog.ts';
import { cheapest, isSearch, walkOrRange } from './plan-cost.ts';
import { after } from './storage.ts';
import { highBound, lowBound } from './index-entries.ts';
import type { Collection, Index } from './catalog.ts';
import type { Estimate } from './plan-cost.ts';
import type { Bounds, Filter } from './lang/filter.ts';
import type { KeyPart } from './lang/keys.ts';
import type { Doc, Value } from './lang/values.ts';

/** One stretch of keys, from (inclusive) to (exclusive). */
export interface Interval {
  from: Buffer;
  to: Buffer;
}

export interface Plan {
  /** Undefined: the documents themselves, in the order of _id. */
  index: Index | undefined;
  /** Uses bounds: a plan without reads every document, in whatever order. */
  bounded: boolean;
  intervals: Interval[];
  /** The one interval begins with the very key of the only document it can hold. */
  exact: boolean;
  reverse: boolean;
  /** Delivers the order that was asked for. */
  sorted: boolean;
  /** How many of the index's first parts are held to one value each. */
  equal: number;
  /** Beginnings of other entries every match has in this index: looked for before the document is read. */
  also: Buffer[];
}

const ID_KEY: KeyPart[] = [{ path: '_id', dir: 1 }];
const MOST_INTERVALS = 1000;
const MOST_LOOK_UPS = 3;

export interface Candidate extends Plan {
  score: number;
}

/** Chooses the index whose bounds say most, then the one that spares the sort. */
export function choosePlan(
  collection: Collection,
  filter: Filter,
  options: {
    sort?: Doc | undefined;
    hint?: Value;
    snapshotAt?: number | undefined;
    /** The first so many matches are wanted; all of them when missing. */
    limit?: number | undefined;
    estimate?: Estimate;
  } = {},
): Plan {
  const { sort, hint, snapshotAt = Infinity, limit, estimate } = options;
  const sortParts: KeyPart[] = Object.entries(sort ?? {}).map(([path, dir]) => ({
    path,
    dir: numeric(dir) < 0 ? -1 : 1,
  }));
  const byId = candidate(collection, undefined, filter, sortParts);
  if (byId.exact && hint === undefined) return byId;
  const usable = collection.indexes.filter(
    (index) =>
      index.ready &&
      index.readyAt <= snapshotAt &&
      (!index.partial || filter.impliesPartial(index.partial.expression)),
  );
  const candidates = [
    byId,
    ...usable.map((index) => candidate(collection, index, filter, sortParts, estimate)),
  ];
  if (hint !== undefined) return hinted(collection, candidates, hint);
  const sound = candidates.filter(
    // A sparse index leaves documents out; only bounds that exclude null make up for it.
    ({ index }) => index?.sparse !== true || excludesMissing(index, filter),
  );
  if (estimate && sound.some(isSearch)) return cheapest(sound, sortParts.length > 0, limit ?? 0, estimate);
  let best = byId;
  for (const other of sound) {
    if (other.score > best.score) best = other;
  }
  return estimate ? walkOrRange(best, sound, limit ?? 0, estimate) : best;
}

function excludesMissing(index: Index, filter: Filter): boolean {
  return index.key.some(({ path }) => {
    const bounds = filter.bounds(path, index.multikey);
    if (!bounds) return false;
    if ('points' in bounds) return bounds.points.every((value) => value !== null && value !== undefined);
    return bounds.min !== undefined && bounds.min.value !== null;
  });
}

function hinted(collection: Collection, candidates: Candidate[], hint: Value): Plan {
  const wanted = typeof hint === 'string' ? hint : null;
  const pattern = wanted === null ? JSON.stringify(hint) : '';
  const found = candidates.find(({ index }) => {
    if (wanted !== null) return wanted === (index?.name ?? '_id_');
    return pattern === JSON.stringify(index ? index.spec['key'] : { _id: 1 }) || samePattern(index, hint);
  });
  if (!found)
    throw new StoreError(2, `hint provided does not correspond to an existing index of ${collection.ns}`);
  return found;
}

function samePattern(index: Index | undefined, hint: Value): boolean {
  if (typeof hint !== 'object' || hint === null || Array.isArray(hint)) return false;
  const parts = Object.entries(hint).map(([path, dir]) => `${path}:${numeric(dir as Value) < 0 ? -1 : 1}`);
  return parts.join() === (index?.key ?? ID_KEY).map((part) => `${part.path}:${part.dir}`).join();
}

function candidate(
  collection: Collection,
  index: Index | undefined,
  filter: Filter,
  sort: KeyPart[],
  estimate?: Estimate,
): Candidate {
  const key = index?.key ?? ID_KEY;
  const prefix = index ? indexPrefix(index) : docPrefix(collection);
  const multikey = index?.multikey ?? false;
  let starts: Value[][] = [[]];
  let equal = 0; // leading parts held to one value each
  let score = 0;
  let range: Bounds | null = null;
  let also: Buffer[] = [];
  const firstNames = new Set<string>();
  const dirs = key.map((part) => part.dir);
  const rarest = (path: string): Bounds | null => {
    const points = filter.required(path);
    const [start] = starts;
    if (points.length < 2 || starts.length !== 1 || !start || !estimate) return null;
    const sized = points.map((point) => {
      const { from, to } = interval(prefix, [...start, point], dirs, null);
      return { point, from, size: estimate({ from, to }) };
    });
    const [first, ...others] = sized.sort((a, b) => a.size - b.size);
    if (start.length === key.length - 1 && index?.hashed === false)
      also = others.slice(0, MOST_LOOK_UPS).map(({ from }) => from);
    return { points: [first?.point] };
  };
  for (const part of key) {
    const first = part.path.split('.')[0] ?? part.path;
    const bounds =
      multikey && firstNames.has(first)
        ? null
        : ((estimate && multikey ? rarest(part.path) : null) ?? filter.bounds(part.path, multikey));
    if (!bounds) break;
    firstNames.add(first);
    if (!('points' in bounds)) {
      range = bounds;
      break;
    }
    if (starts.length * bounds.points.length > MOST_INTERVALS) break;
    starts = starts.flatMap((values) => bounds.points.map((value) => [...values, value]));
    if (starts.length === 1 && equal === (starts[0]?.length ?? 0) - 1) equal++;
    score += 10;
  }
  const used = starts[0]?.length ?? 0;
  const intervals = starts
    .map((values) => interval(prefix, values, dirs, range))
    .sort((a, b) => Buffer.compare(a.from, b.from));
  if (range && 'min' in range && range.min && 'max' in range && range.max) score += 6;
  else if (range) score += 4;
  // A unique key fully given yields one document at most.
  if ((index?.unique ?? true) && equal === key.length) score += 15;
  const order = sort.length > 0 && !multikey && index?.hashed !== true ? sortDirection(key, equal, sort) : 0;
  // Several intervals lie in the order of the key, and only parts with one value may be left out of the sort.
  const sorted = sort.length === 0 || order !== 0;
  if (sort.length > 0 && sorted) score += 5;
  const reverse = sorted && order < 0;
  if (reverse) intervals.reverse();
  return {
    index,
    bounded: used > 0 || range !== null || starts.length === 0,
    intervals: merged(intervals),
    // Whole keys of documents are looked up, not searched for.
    exact: !index && equal === 1,
    reverse,
    sorted,
    equal,
    also,
    score: starts.length === 0 ? 100 : score,
  };
}

/** 1 or -1 when reading the index that way gives the order; parts held equal may be left out of it. */
function sortDirection(key: KeyPart[], equal: number, sort: KeyPart[]): 1 | -1 | 0 {
  let direction: 1 | -1 | 0 = 0;
  let at = 0;
  const fixed = new Set(key.slice(0, equal).map((part) => part.path));
  for (const wanted of sort) {
    if (fixed.has(wanted.path)) continue;
    while (at < key.length && fixed.has(key[at]?.path ?? '')) at++;
    const part = key[at++];
    if (part?.path !== wanted.path) return 0;
    const way = part.dir === wanted.dir ? 1 : -1;
    if (direction !== 0 && direction !== way) return 0;
    direction = way;
  }
  return direction === 0 ? 1 : direction;
}

function interval(prefix: Buffer, values: Value[], directions: (1 | -1)[], range: Bounds | null): Interval {
  const base = encodeKey(values, directions);
  if (!range || 'points' in range) {
    return {
      from: Buffer.concat([prefix, lowBound(base)]),
      to: after(Buffer.concat([prefix, lowBound(base)])),
    };
  }
  const descending = directions[values.length] === -1;
  const low = descending ? range.max : range.min;
  const high = descending ? range.min : range.max;
  const edge = (value: Value): Buffer => encodeKey([...values, value], directions);
  const from = low
    ? low.inclusive
      ? lowBound(edge(low.value))
      : exclusiveLow(edge(low.value))
    : lowBound(base);
  const to = high
    ? high.inclusive
      ? highBound(edge(high.value))
      : exclusiveHigh(edge(high.value))
    : highBound(base);
  // An empty bound is no bound: the index ends where its prefix ends.
  return {
    from: Buffer.concat([prefix, from]),
    to: to.length === 0 ? after(prefix) : Buffer.concat([prefix, to]),
  };
}

/** A shortened key stands for many: they stay inside, the filter tells them apart. */
const exclusiveLow = (key: Buffer): Buffer =>
  lowBound(key).length < key.length ? lowBound(key) : highBound(key);
const exclusiveHigh = (key: Buffer): Buffer => (lowBound(key).length < key.length ? highBound(key) : key);

/** Equal points of different number types share a key: nothing may be read twice. */
function merged(intervals: Interval[]): Interval[] {
  return intervals.filter((one, at) => at === 0 || !one.from.equals(intervals[at - 1]?.from ?? one.to));
}
