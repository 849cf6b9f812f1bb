import { Binary, Double } from 'bson';
import { compileFilter } from '../lang/filter.ts';
import { StoreError } from '../lang/errors.ts';
import { isDoc } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { checkNamespace } from '../catalog.ts';
import { countAll } from '../query.ts';
import { asInt, success } from '../reply.ts';
import { answerWithCursor } from './find.ts';
import { asStream, ID_INDEX, whenQuiet } from './indexes.ts';
import type { Collection } from '../catalog.ts';
import type { Call } from '../engine.ts';
import type { Doc } from '../lang/values.ts';

/** Makes a collection; one that is there is left as it is, as MongoDB does since 7.0 where the options are the same. */
export async function create(call: Call): Promise<Buffer> {
  const { body, engine } = call;
  const name = args.text(body, 'create');
  args.refuse(
    body,
    'capped',
    'timeseries',
    'viewOn',
    'validator',
    'clusteredIndex',
    'changeStreamPreAndPostImages',
  );
  args.refuseCollation(body);
  checkNamespace(call.db, name);
  await engine.ensureCollection(call.db, name);
  return success({});
}

async function dropOne(call: Call, collection: Collection): Promise<void> {
  const { engine } = call;
  await whenQuiet(engine, collection.ns, (view) => {
    const now = engine.catalog.find(collection.ns);
    if (now) view.apply([...engine.garbage.markers(now), ...engine.catalog.remove(now)]);
  });
  engine.sweepGarbage();
}

export async function drop(call: Call): Promise<Buffer> {
  const ns = `${call.db}.${args.text(call.body, 'drop')}`;
  const collection = call.engine.catalog.find(ns);
  if (!collection) return success({});
  await dropOne(call, collection);
  return success({ ns, nIndexesWas: args.int(collection.indexes.length + 1) });
}

export async function dropDatabase(call: Call): Promise<Buffer> {
  for (const collection of call.engine.catalog.all(call.db)) await dropOne(call, collection);
  return success({ dropped: call.db });
}

export async function listCollections(call: Call): Promise<Buffer> {
  const filter = compileFilter(args.document(call.body, 'filter'));
  const nameOnly = args.flag(call.body, 'nameOnly');
  const docs = call.engine.catalog.all(call.db).map((collection): Doc => {
    const uuid = new Binary(Buffer.from(collection.uuid.replaceAll('-', ''), 'hex'), 4);
    const full: Doc = {
      name: collection.name,
      type: 'collection',
      options: {},
      info: { readOnly: false, uuid },
      idIndex: ID_INDEX,
    };
    return nameOnly ? { name: collection.name, type: 'collection' } : full;
  });
  const found = docs.filter((doc) => filter.matchesDoc(doc));
  const size = args.count(args.document(call.body, 'cursor'), 'batchSize') ?? 1000;
  return answerWithCursor(call, `${call.db}.$cmd.listCollections`, asStream(found), size, false);
}

export function listDatabases(call: Call): Buffer {
  const filter = compileFilter(args.document(call.body, 'filter'));
  const { pages, pageSize } = call.engine.storage.stats();
  const names = [...new Set(call.engine.catalog.all().map((collection) => collection.db))];
  const databases = names
    .map((name): Doc => ({ name, sizeOnDisk: new Double(pages * pageSize), empty: false }))
    .filter((doc) => filter.matchesDoc(doc));
  return success({ databases, totalSize: new Double(pages * pageSize) });
}

export function dbStats(call: Call): Buffer {
  const collections = call.engine.catalog.all(call.db);
  const { pages, pageSize } = call.engine.storage.stats();
  const objects = collections.reduce((sum, collection) => sum + countAll(call, collection), 0);
  return success({
    db: call.db,
    collections: asInt(collections.length),
    views: args.int(0),
    objects: asInt(objects),
    indexes: asInt(collections.reduce((sum, collection) => sum + collection.indexes.length + 1, 0)),
    storageSize: asInt(pages * pageSize),
  });
}

export function collStats(call: Call): Buffer {
  const ns = `${call.db}.${args.text(call.body, 'collStats')}`;
  const collection = call.engine.catalog.find(ns);
  return success({
    ns,
    count: asInt(collection ? countAll(call, collection) : 0),
    nindexes: asInt(collection ? collection.indexes.length + 1 : 0),
  });
}

/** Only the time to live of an existing index can be changed. */
export async function collMod(call: Call): Promise<Buffer> {
  const { body, engine } = call;
  const ns = `${call.db}.${args.text(body, 'collMod')}`;
  const wanted = body['index'];
  if (!isDoc(wanted) || wanted['expireAfterSeconds'] === undefined) {
    throw new StoreError(115, 'collMod changes expireAfterSeconds of an index and nothing else');
  }
  const seconds = args.count(wanted, 'expireAfterSeconds') ?? 0;
  await whenQuiet(engine, ns, (view) => {
    const collection = engine.catalog.find(ns);
    const index = collection?.indexes.find((one) => one.name === wanted['name']);
    if (!collection || !index)
      throw new StoreError(27, `cannot find index ${String(wanted['name'])} for ns ${ns}`);
    index.spec = { ...index.spec, expireAfterSeconds: asInt(seconds) };
    index.expireAfterSeconds = seconds;
    view.apply(engine.catalog.saved(collection));
  });
  return success({});
}
