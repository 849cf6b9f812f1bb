import { parseFields, parse } from './lang/values.ts';
import { compileFilter } from './lang/filter.ts';
import { compileSorter, readSort } from './lang/sort.ts';
import { StoreError } from './lang/errors.ts';
import { docPrefix } from './catalog.ts';
import { choosePlan } from './planner.ts';
import { readerOf } from './engine.ts';
import { Scan, Turns, pages } from './scan.ts';
import { after } from './storage.ts';
import type { Collection } from './catalog.ts';
import type { Call } from './engine.ts';
import type { Filter } from './lang/filter.ts';
import type { Doc, Value } from './lang/values.ts';
import type { Plan } from './planner.ts';
import type { Match } from './scan.ts';
import type { Reader } from './storage.ts';

const SORT_BYTES = 100 * 1024 * 1024;

/** What is looked for, in which order, and how it will be found. */
export interface Query {
  collection: Collection;
  filter: Filter;
  /** Null when every document matches. */
  test: Filter | null;
  sort: Doc | undefined;
  plan: Plan;
}

export interface Wanted {
  filter: Doc;
  /** The filter, where it has been compiled before. */
  compiled?: Filter;
  sort?: Doc | undefined;
  hint?: Value;
  /** The first so many matches are wanted; all of them when missing or 0. */
  limit?: number;
}

export function planQuery(call: Call, collection: Collection, wanted: Wanted): Query {
  const filter = wanted.compiled ?? compileFilter(wanted.filter);
  const sort = wanted.sort && Object.keys(wanted.sort).length > 0 ? wanted.sort : undefined;
  if (sort) readSort(sort); // an index may deliver the order, so nobody else would look at the directions
  const plan = choosePlan(collection, filter, {
    sort,
    hint: wanted.hint,
    snapshotAt: call.transaction?.startedAtCommit,
    limit: wanted.limit,
    estimate: (interval) => call.engine.estimates.of(interval),
  });
  const everything = Object.keys(wanted.filter).length === 0;
  call.transaction?.touched.add(collection.ns);
  return { collection, filter, test: everything ? null : filter, sort, plan };
}

/** Time is up, or the collection or index being read is gone. */
export function turnsFor(call: Call, query: Query): Turns {
  const { collection, plan } = query;
  return new Turns(call.maxTimeMs, () => {
    const now = call.engine.catalog.find(collection.ns);
    const there =
      now?.id === collection.id && (!plan.index || now.indexes.some((index) => index.id === plan.index?.id));
    if (!there)
      throw new StoreError(175, `${collection.ns} was dropped or an index of it removed while it was read`);
  });
}

/** All matches in the order asked for, as many at once as were read at once. */
export async function* results(
  call: Call,
  query: Query,
  skip = 0,
  limit = 0,
  scan = scanOf(call, query),
): AsyncGenerator<Uint8Array[]> {
  const turns = turnsFor(call, query);
  let left = limit > 0 ? limit : Infinity;
  let toSkip = skip;
  const source =
    query.sort && !query.plan.sorted
      ? sorted(query.sort, scan, turns, skip + left)
      : pages(scan, turns, limit > 0 ? skip + limit : undefined);
  for await (const matches of source) {
    const from = Math.min(toSkip, matches.length);
    toSkip -= from;
    const wanted = matches.slice(from, from + left);
    if (wanted.length > 0) yield wanted.map((match) => match.bytes);
    left -= wanted.length;
    if (left <= 0) return;
  }
}

export const scanOf = (call: Call, query: Query): Scan => new Scan(readerOf(call), query.plan, query.test);

/** Sorts what no index has in order: the first `keep` stay, and memory has a limit. */
async function* sorted(sort: Doc, scan: Scan, turns: Turns, keep: number): AsyncGenerator<Match[]> {
  const sorter = compileSorter(sort);
  const fields = [...new Set(Object.keys(sort).map((path) => path.split('.')[0] ?? path))];
  let rows: { key: Value[]; match: Match }[] = [];
  const order = (): void => {
    rows.sort((a, b) => sorter.compareKeys(a.key, b.key));
    if (rows.length > keep) rows = rows.slice(0, keep);
  };
  let bytes = 0;
  for await (const matches of pages(scan, turns)) {
    for (const match of matches) {
      rows.push({ key: sorter.key(parseFields(match.bytes, fields)), match });
      bytes += match.bytes.length;
    }
    if (rows.length > keep * 2 + 1000 || bytes > SORT_BYTES) {
      order();
      bytes = rows.reduce((sum, row) => sum + row.match.bytes.length, 0);
      if (bytes > SORT_BYTES)
        throw new StoreError(
          292,
          `Sort exceeded memory limit of ${SORT_BYTES} bytes; add an index or a limit`,
        );
    }
  }
  order();
  yield rows.map((row) => row.match);
}

/** The first match in the order asked for, inside a storage transaction or a transaction's view. */
export function firstMatch(reader: Reader, query: Query): Match | undefined {
  const scan = new Scan(reader, query.plan, query.test);
  if (!query.sort || query.plan.sorted) return scan.first();
  const sorter = compileSorter(query.sort);
  let best: { key: Value[]; match: Match } | undefined;
  while (!scan.done) {
    for (const match of scan.step(256)) {
      const key = sorter.key(parse(match.bytes));
      if (!best || sorter.compareKeys(key, best.key) < 0) best = { key, match };
    }
  }
  return best?.match;
}

/** How many documents a collection holds, without reading them. */
export function countAll(call: Call, collection: Collection): number {
  const prefix = docPrefix(collection);
  return call.engine.storage.count(prefix, after(prefix));
}
