import { Long } from 'bson';
import { wholeNumber } from '../lang/numbers.ts';
import { compileProjection } from '../lang/project.ts';
import { cutOf } from '../lang/project-bytes.ts';
import { StoreError } from '../lang/errors.ts';
import { compileFilter } from '../lang/filter.ts';
import { compare, parse, serialize } from '../lang/values.ts';
import { getPath } from '../lang/paths.ts';
import * as args from '../arguments.ts';
import { cursorReply, success } from '../reply.ts';
import { planQuery, results } from '../query.ts';
import type { Call } from '../engine.ts';
import type { Doc, Value } from '../lang/values.ts';

const FIRST_BATCH = 101;

export async function find(call: Call): Promise<Buffer> {
  const { body } = call;
  const ns = `${call.db}.${args.text(body, 'find')}`;
  args.refuse(body, 'tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max');
  args.refuseCollation(body);
  const projection = args.optionalDocument(body, 'projection');
  const project = projection && Object.keys(projection).length > 0 ? byteProjection(projection) : undefined;
  const filter = args.document(body, 'filter');
  const limit = args.count(body, 'limit') ?? 0;
  const skip = args.count(body, 'skip') ?? 0;
  const collection = call.engine.catalog.find(ns);
  if (!collection) {
    compileFilter(filter); // a wrong filter is refused even where there is nothing to find
    return cursorReply('firstBatch', ns, 0n, []);
  }
  const query = planQuery(call, collection, {
    filter,
    sort: args.optionalDocument(body, 'sort'),
    hint: body['hint'],
    limit: limit > 0 ? skip + limit : 0,
  });
  const found = results(call, query, skip, limit);
  const documents = project ? projected(found, project) : found;
  const size = args.count(body, 'batchSize') ?? FIRST_BATCH;
  return answerWithCursor(call, ns, documents, size, args.flag(body, 'singleBatch'));
}

/** Fields are cut out of the bytes; only what cannot be cut reads the document. */
function byteProjection(spec: Doc): (bytes: Uint8Array) => Uint8Array {
  const project = compileProjection(spec);
  const cut = cutOf(spec);
  return (bytes) => cut?.(bytes) ?? serialize(project(parse(bytes)));
}

async function* projected(
  found: AsyncIterable<Uint8Array[]>,
  project: (bytes: Uint8Array) => Uint8Array,
): AsyncGenerator<Uint8Array[]> {
  for await (const some of found) yield some.map(project);
}

/** The first batch, and a cursor for the rest when there is one. */
export async function answerWithCursor(
  call: Call,
  ns: string,
  documents: AsyncIterable<Uint8Array[]>,
  size: number,
  single: boolean,
): Promise<Buffer> {
  const { cursors } = call.engine;
  const cursor = cursors.make(ns, documents, call.session?.id);
  const batch = await cursors.batch(cursor, size);
  if (single || (size > 0 && !(await cursors.hasMore(cursor)))) cursors.close(cursor);
  else cursors.keep(cursor);
  return cursorReply('firstBatch', ns, cursor.id, batch);
}

export async function getMore(call: Call): Promise<Buffer> {
  const { body, engine } = call;
  const id = cursorId(body['getMore']);
  const ns = `${call.db}.${args.text(body, 'collection')}`;
  const cursor = engine.cursors.find(id, ns);
  const batch = await engine.cursors.batch(cursor, args.count(body, 'batchSize') || Infinity);
  if (!(await engine.cursors.hasMore(cursor))) engine.cursors.close(cursor);
  return cursorReply('nextBatch', ns, cursor.id, batch);
}

/** Clients that promote longs send a small id back as a double. */
function cursorId(value: Value): bigint {
  if (value instanceof Long) return value.toBigInt();
  const whole = wholeNumber(value);
  if (whole === null) throw new StoreError(14, 'a cursor id has to be a long');
  return BigInt(whole);
}

export function killCursors(call: Call): Buffer {
  const { body, engine } = call;
  const given = body['cursors'];
  const ids = Array.isArray(given) ? given.map(cursorId) : [];
  const killed = ids.filter((id) => engine.cursors.kill(id));
  const long = (list: bigint[]): Value => list.map((id) => Long.fromBigInt(id));
  return success({
    cursorsKilled: long(killed),
    cursorsNotFound: long(ids.filter((id) => !killed.includes(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
  });
}

export async function distinct(call: Call): Promise<Buffer> {
  const { body } = call;
  args.refuseCollation(body);
  const key = args.text(body, 'key');
  const collection = call.engine.catalog.find(`${call.db}.${args.text(body, 'distinct')}`);
  const filter = args.document(body, 'query');
  compileFilter(filter);
  if (!collection) return success({ values: [] });
  const seen = new Map<string, Value>();
  for await (const some of results(call, planQuery(call, collection, { filter }))) {
    for (const value of some.flatMap((bytes) => getPath(parse(bytes), key))) {
      for (const item of Array.isArray(value) ? value : [value]) {
        const name = serialize({ v: item }).toString('latin1');
        if (!seen.has(name)) seen.set(name, item);
      }
    }
  }
  const values = [...seen.values()].sort(compare);
  return success({ values: values.filter((value, at) => at === 0 || compare(value, values[at - 1]) !== 0) });
}
