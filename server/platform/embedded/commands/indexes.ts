import { StoreError } from '../lang/errors.ts';
import { isAllowed } from '../lang/allow-list.ts';
import { wholeNumber } from '../lang/numbers.ts';
import { isDoc, parse, parseFields, serialize } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { docPrefix, numeric, readIndex } from '../catalog.ts';
import { duplicateKey, entryKey, holderOf, indexKeys, mark } from '../index-entries.ts';
import { waitFor } from '../locks.ts';
import { answerWithCursor } from './find.ts';
import { success } from '../reply.ts';
import { after, justAfter } from '../storage.ts';
import { ticks } from '../time.ts';
import type { Collection, Index } from '../catalog.ts';
import type { Call, Engine } from '../engine.ts';
import type { Doc } from '../lang/values.ts';
import type { Change } from '../storage.ts';
import type { WriteView } from '../write-queue.ts';

const MOST_INDEXES = 64;
const BUILD_MS = 10;
export const ID_INDEX: Doc = { v: args.int(2), key: { _id: args.int(1) }, name: '_id_' };

/** The specification as it is kept, with a name; what the store cannot honour is refused. */
function checkedSpec(given: Doc): Doc {
  const key = args.document(given, 'key');
  const paths = Object.keys(key);
  if (paths.length === 0 || paths.length > 32) throw new StoreError(67, 'An index key needs 1 to 32 fields');
  for (const path of paths) {
    const dir = wholeNumber(key[path]);
    if (dir !== 1 && dir !== -1)
      throw new StoreError(67, `Values in an index key have to be 1 or -1, not so '${path}'`);
    if (path === '' || path.startsWith('$') || path.split('.').includes('')) {
      throw new StoreError(67, `'${path}' cannot be indexed`);
    }
  }
  for (const option of Object.keys(given)) {
    if (!isAllowed('indexOptions', option)) {
      throw new StoreError(197, `The field '${option}' is not valid for an index specification here`);
    }
  }
  const expire = given['expireAfterSeconds'];
  if (expire !== undefined) {
    const seconds = wholeNumber(expire);
    if (seconds === null || seconds < 0 || seconds > 2 ** 31 - 1)
      throw new StoreError(67, 'expireAfterSeconds is out of range');
    if (paths.length !== 1 || paths[0] === '_id')
      throw new StoreError(67, 'TTL indexes are single-field indexes');
  }
  if (given['partialFilterExpression'] !== undefined && given['sparse'] !== undefined) {
    throw new StoreError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  const { background: _background, v: _v, key: _key, name, ...options } = given;
  const label =
    typeof name === 'string' && name !== '' ? name : paths.map((p) => `${p}_${numeric(key[p])}`).join('_');
  return { v: args.int(2), key, name: label, ...options };
}

const shape = (doc: Doc): string =>
  Object.keys(doc)
    .map((path) => `${path}:${numeric(doc[path])}`)
    .join();
const sameOptions = (a: Doc, b: Doc): boolean =>
  ['unique', 'sparse', 'expireAfterSeconds', 'partialFilterExpression'].every((name) =>
    serialize({ o: a[name] ?? false }).equals(serialize({ o: b[name] ?? false })),
  );

/** True when the index is there already; the codes are the ones mongoose looks for. */
function alreadyThere(collection: Collection, spec: Doc): boolean {
  const key = args.document(spec, 'key');
  if (shape(key) === '_id:1') return true;
  for (const index of collection.indexes) {
    const sameKey = shape(args.document(index.spec, 'key')) === shape(key);
    const sameName = index.name === spec['name'];
    if (sameKey && sameName && sameOptions(index.spec, spec)) return true;
    if (sameName)
      throw new StoreError(86, `An existing index has the same name as the requested index: ${index.name}`);
    if (sameKey && sameOptions(index.spec, spec)) {
      throw new StoreError(85, `Index already exists with a different name: ${index.name}`);
    }
    if (sameKey)
      throw new StoreError(85, `An equivalent index already exists with other options: ${index.name}`);
  }
  return false;
}

export async function createIndexes(call: Call): Promise<Buffer> {
  const { body, engine } = call;
  const name = args.text(body, 'createIndexes');
  const ns = `${call.db}.${name}`;
  const specs = args.documents(body, 'indexes').map(checkedSpec);
  const existed = engine.catalog.find(ns) !== undefined;
  await engine.ensureCollection(call.db, name);
  const before = (engine.catalog.find(ns)?.indexes.length ?? 0) + 1;
  for (const spec of specs) await createIndex(engine, ns, spec);
  return success({
    numIndexesBefore: args.int(before),
    numIndexesAfter: args.int((engine.catalog.find(ns)?.indexes.length ?? 0) + 1),
    createdCollectionAutomatically: !existed,
  });
}

async function createIndex(engine: Engine, ns: string, spec: Doc): Promise<void> {
  const there = engine.catalog.find(ns);
  const started =
    there && alreadyThere(there, spec)
      ? null
      : await whenQuiet(engine, ns, (view): Index | null => {
          const collection = engine.catalog.find(ns);
          if (!collection) throw new StoreError(26, `ns not found: ${ns}`);
          if (alreadyThere(collection, spec)) return null;
          if (collection.indexes.length >= MOST_INDEXES) throw new StoreError(67, 'too many indexes');
          const index = readIndex(spec, engine.catalog.newId());
          index.ready = engine.isEmpty(collection);
          collection.indexes.push(index);
          view.apply(engine.catalog.saved(collection));
          return index;
        });
  if (started && !started.ready) await build(engine, ns, started);
  // Somebody else's build of the same index: its answer is this one's, too.
  while (engine.catalog.find(ns)?.indexes.some((i) => i.name === spec['name'] && !i.ready) === true) {
    await engine.queue.run(() => undefined);
  }
}

/** Indexes what is there, piece by piece; writes that come meanwhile keep the new index up themselves. */
async function build(engine: Engine, ns: string, index: Index): Promise<void> {
  const { id } = index;
  const current = (): { collection: Collection; index: Index } => {
    const collection = engine.catalog.find(ns);
    const found = collection?.indexes.find((one) => one.id === id);
    if (!collection || !found)
      throw new StoreError(276, `The build of index ${index.name} was ended: it is gone`);
    return { collection, index: found };
  };
  try {
    let from = docPrefix(current().collection);
    const end = after(from);
    for (let more = true; more;) {
      ({ from, more } = await engine.queue.run((view) => buildPart(engine, view, current(), from, end)));
    }
    await engine.queue.run((view) => {
      const { collection, index: built } = current();
      built.ready = true;
      built.readyAt = engine.queue.commits + 1;
      view.apply(engine.catalog.saved(collection));
    });
  } catch (error) {
    await removeIndexes(engine, ns, (one) => one.id === id);
    throw error;
  }
}

function buildPart(
  engine: Engine,
  view: WriteView,
  { collection, index }: { collection: Collection; index: Index },
  start: Buffer,
  end: Buffer,
): { from: Buffer; more: boolean } {
  const until = ticks() + BUILD_MS;
  const changes: Change[] = [];
  const unique = new Set<string>();
  let from = start;
  let more = true;
  while (more && ticks() < until) {
    const page = view.page(from, end, false, 100);
    for (const { key: docKey, value } of page.entries) {
      const doc = index.fields ? parseFields(value, index.fields) : parse(value);
      const keys = indexKeys(index, doc);
      for (const key of keys) {
        const name = key.toString('latin1');
        const taken = index.unique && (unique.has(name) || holderOf(view, index, key, docKey) !== undefined);
        if (taken) throw duplicateKey(collection, index.name, index.key, doc);
        if (index.unique) unique.add(name);
        changes.push([entryKey(index, key, docKey), docKey]);
      }
      mark(collection, index, keys);
    }
    more = page.more;
    const last = page.entries.at(-1);
    if (last) from = justAfter(last.key);
  }
  view.apply(changes);
  if (collection.unsaved) view.apply(engine.catalog.saved(collection));
  return { from, more };
}

/** Runs `work` while no open transaction has to do with the collection; waits for those that have. */
export async function whenQuiet<T>(engine: Engine, ns: string, work: (view: WriteView) => T): Promise<T> {
  for (;;) {
    const outcome = await engine.queue.run((view) => {
      const busy = engine.sessions.openTransactions().find((one) => one.touched.has(ns));
      return busy ? { busy } : { value: work(view) };
    });
    if ('value' in outcome) return outcome.value; // present exactly when nothing was busy
    if (!(await waitFor(outcome.busy, 5_000))) {
      throw new StoreError(117, `A transaction is using ${ns}`);
    }
  }
}

async function removeIndexes(engine: Engine, ns: string, which: (index: Index) => boolean): Promise<void> {
  await whenQuiet(engine, ns, (view) => {
    const collection = engine.catalog.find(ns);
    const gone = collection?.indexes.filter(which) ?? [];
    if (!collection || gone.length === 0) return;
    collection.indexes = collection.indexes.filter((index) => !gone.includes(index));
    view.apply([...engine.catalog.saved(collection), ...gone.map((index) => engine.garbage.marker(index))]);
  });
  engine.sweepGarbage();
}

export async function dropIndexes(call: Call): Promise<Buffer> {
  const { body, engine } = call;
  const ns = `${call.db}.${args.text(body, 'dropIndexes')}`;
  const collection = engine.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns not found ${ns}`);
  const before = collection.indexes.length + 1;
  const wanted = body['index'];
  const list = Array.isArray(wanted) ? wanted : [wanted];
  for (const one of list) {
    if (one === '*') {
      await removeIndexes(engine, ns, () => true);
      continue;
    }
    if (one === '_id_') throw new StoreError(72, 'cannot drop _id index');
    const matches = (index: Index): boolean =>
      isDoc(one) ? shape(one) === shape(args.document(index.spec, 'key')) : index.name === one;
    if (!collection.indexes.some(matches)) throw new StoreError(27, 'index not found with that name or key');
    await removeIndexes(engine, ns, matches);
  }
  return success({ nIndexesWas: args.int(before) });
}

export async function listIndexes(call: Call): Promise<Buffer> {
  const name = args.text(call.body, 'listIndexes');
  const collection = call.engine.catalog.find(`${call.db}.${name}`);
  if (!collection) throw new StoreError(26, `ns does not exist: ${call.db}.${name}`);
  const specs = [ID_INDEX, ...collection.indexes.filter((index) => index.ready).map((index) => index.spec)];
  const size = args.count(args.document(call.body, 'cursor'), 'batchSize') ?? 1000;
  return answerWithCursor(call, `${call.db}.${name}`, asStream(specs), size, false);
}

export async function* asStream(docs: Iterable<Doc>): AsyncGenerator<Uint8Array[]> {
  for (const doc of docs) yield [serialize(doc)];
}
