import { compilePipeline } from '../lang/aggregate.ts';
import { StoreError } from '../lang/errors.ts';
import { isDoc, parse, parseFields, serialize } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { wholeNumber } from '../lang/numbers.ts';
import { planQuery, results, scanOf } from '../query.ts';
import { asInt } from '../reply.ts';
import { countMatches } from './count.ts';
import { answerWithCursor } from './find.ts';
import type { Pipeline } from '../lang/aggregate.ts';
import type { Collection } from '../catalog.ts';
import type { Call } from '../engine.ts';
import type { Doc, Value } from '../lang/values.ts';
import type { Query } from '../query.ts';
import type { Scan } from '../scan.ts';

export interface Aggregation {
  ns: string;
  pipeline: Pipeline;
  collection: Collection | undefined;
  query: Query | undefined;
}

/** The pipeline with what of it an index can answer. */
export function planAggregation(call: Call, body: Doc): Aggregation {
  const name = body['aggregate'];
  if (typeof name !== 'string') throw new StoreError(73, 'An aggregation needs a collection here');
  args.refuseCollation(body);
  const ns = `${call.db}.${name}`;
  const pipeline = compilePipeline(args.documents(body, 'pipeline'));
  const collection = call.engine.catalog.find(ns);
  const { filter = {}, sort, skip = 0, limit = 0 } = pipeline.prefix;
  const wanted = { filter, sort, hint: body['hint'], limit: limit > 0 ? skip + limit : 0 };
  const query = collection && planQuery(call, collection, wanted);
  return { ns, pipeline, collection, query };
}

export async function aggregate(call: Call): Promise<Buffer> {
  const aggregation = planAggregation(call, call.body);
  const counted = countedAs(args.documents(call.body, 'pipeline'));
  const size = args.count(args.document(call.body, 'cursor'), 'batchSize') ?? 101;
  const { ns, query } = aggregation;
  const found = counted && query ? count(call, query, counted) : runAggregation(call, aggregation);
  return answerWithCursor(call, ns, found, size, false);
}

/** What the pipeline of a driver's countDocuments counts, and the name it gives the only group. */
function countedAs(stages: Doc[]): { filter: Doc; name: Value } | null {
  const [match, group, ...others] = stages;
  const filter = match?.['$match'];
  const spec = group?.['$group'];
  if (others.length > 0 || !isDoc(filter) || !isDoc(spec)) return null;
  const { _id: name, n, ...fields } = spec;
  if (wholeNumber(name) === null || !isDoc(n) || Object.keys(fields).length > 0) return null;
  return Object.keys(n).length === 1 && wholeNumber(n['$sum']) === 1 ? { filter, name } : null;
}

async function* count(
  call: Call,
  query: Query,
  { filter, name }: { filter: Doc; name: Value },
): AsyncGenerator<Uint8Array[]> {
  const n = await countMatches(call, query, filter);
  if (n > 0) yield [serialize({ _id: name, n: asInt(n) })];
}

export async function* runAggregation(
  call: Call,
  { pipeline, query }: Aggregation,
  scan?: Scan,
): AsyncGenerator<Uint8Array[]> {
  for await (const doc of pipeline.run(input(call, pipeline, query, scan))) yield [serialize(doc)];
}

async function* input(
  call: Call,
  pipeline: Pipeline,
  query: Query | undefined,
  scan?: Scan,
): AsyncGenerator<Doc[]> {
  if (!query) return;
  const { skip = 0, limit } = pipeline.prefix;
  if (limit === 0) return;
  const { fields } = pipeline;
  for await (const some of results(call, query, skip, limit ?? 0, scan ?? scanOf(call, query))) {
    yield some.map((bytes) => (fields ? parseFields(bytes, fields) : parse(bytes)));
  }
}
