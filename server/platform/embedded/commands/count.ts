import { compileFilter } from '../lang/filter.ts';
import { serialize } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { countAll, planQuery, results, turnsFor } from '../query.ts';
import { asInt, success } from '../reply.ts';
import { pages, Scan } from '../scan.ts';
import type { Call } from '../engine.ts';
import type { Interval } from '../planner.ts';
import type { Doc } from '../lang/values.ts';
import type { Query } from '../query.ts';

export async function count(call: Call): Promise<Buffer> {
  const { body } = call;
  args.refuseCollation(body);
  const collection = call.engine.catalog.find(`${call.db}.${args.text(body, 'count')}`);
  const filter = args.document(body, 'query');
  compileFilter(filter);
  if (!collection) return success({ n: args.int(0) });
  const limit = args.count(body, 'limit') ?? 0;
  const skip = args.count(body, 'skip') ?? 0;
  const query = planQuery(call, collection, { filter, hint: body['hint'] });
  let n = 0;
  if (limit > 0 && query.test !== null) {
    for await (const some of results(call, query, skip, limit)) n += some.length;
    return success({ n: asInt(n) });
  }
  n = Math.max(0, (await countMatches(call, query, filter)) - skip);
  return success({ n: asInt(limit > 0 ? Math.min(limit, n) : n) });
}

/** Fewer entries than this are counted again whenever somebody asks. */
const WORTH_KEEPING = 200;

/** The stretch of the index whose entries are the matches, one for each: they are counted without being read. */
function coveredBy({ filter, plan }: Query): Interval | undefined {
  const { index, intervals, equal } = plan;
  // An index of arrays holds a document several times, unless every part of its key is given.
  const once = index && !index.hashed && (!index.multikey || index.key.length === equal);
  const paths = once && intervals.length === 1 ? filter.equalPaths() : null;
  if (!paths || new Set(paths).size !== paths.length || paths.length !== equal) return undefined;
  const held = index?.key.slice(0, equal).map(({ path }) => path);
  return held?.every((path) => paths.includes(path)) === true ? intervals[0] : undefined;
}

/** How many documents match: outside transactions asked once, kept up from then on. */
export async function countMatches(call: Call, query: Query, filter: Doc): Promise<number> {
  const { collection, plan, test } = query;
  if (call.transaction) {
    let n = 0;
    for await (const some of results(call, query)) n += some.length;
    return n;
  }
  if (test === null) return countAll(call, collection);
  const { storage, counts } = call.engine;
  const entries = coveredBy(query);
  if (entries) return storage.count(entries.from, entries.to);
  const name = Buffer.from(serialize(filter)).toString('latin1');
  const known = counts.find(collection, name);
  if (known !== undefined) return known;
  const counting = counts.begin(collection, name, query.filter);
  const snapshot = storage.snapshot();
  try {
    const scan = new Scan(snapshot, plan, test);
    let n = 0;
    for await (const some of pages(scan, turnsFor(call, query), 256)) n += some.length;
    return counting.end(n, Math.max(scan.docsExamined, scan.keysExamined) > WORTH_KEEPING);
  } catch (error) {
    counting.end(null, false);
    throw error;
  } finally {
    snapshot.release();
  }
}
