import { StoreError } from '../lang/errors.ts';
import { compileFilter } from '../lang/filter.ts';
import { isStorable } from '../lang/storable-bytes.ts';
import { compileUpdate } from '../lang/update.ts';
import { parse, serialize } from '../lang/values.ts';
import { wholeNumber } from '../lang/numbers.ts';
import * as args from '../arguments.ts';
import { insertDocument, insertStorable, removeDocument, replaceDocument, withId } from '../documents.ts';
import { firstMatch, planQuery, scanOf, turnsFor } from '../query.ts';
import { pages } from '../scan.ts';
import { epochMs } from '../time.ts';
import { runStatements } from './statements.ts';
import type { Collection } from '../catalog.ts';
import type { Target } from '../documents.ts';
import type { Call, Engine } from '../engine.ts';
import type { Filter } from '../lang/filter.ts';
import type { Update } from '../lang/update.ts';
import type { Doc, Value } from '../lang/values.ts';
import type { Progress, Statement } from './statements.ts';

const MOST_STATEMENTS = 100_000;

/** The statements of a command, from the body or from the document sequence beside it. */
function statementsOf(call: Call, name: string): Doc[] {
  const beside = call.sequences.get(name)?.map((bytes) => parse(bytes));
  return checkedCount(beside ?? args.documents(call.body, name));
}

export function checkedCount<T>(list: T[]): T[] {
  if (list.length === 0 || list.length > MOST_STATEMENTS) {
    throw new StoreError(
      16,
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${list.length} operations.`,
    );
  }
  return list;
}

export async function insert(call: Call): Promise<Buffer> {
  const name = args.text(call.body, 'insert');
  const beside = call.sequences.get('documents');
  const given = checkedCount(beside ?? args.documents(call.body, 'documents').map((doc) => serialize(doc)));
  await call.engine.ensureCollection(call.db, name);
  const ns = `${call.db}.${name}`;
  return runStatements(
    call,
    name,
    given.map((bytes) => new Insertion(call.engine, ns, bytes)),
  );
}

/** One document for one collection. */
export class Insertion implements Statement {
  readonly #engine: Engine;
  readonly #ns: string;
  readonly #bytes: Buffer;
  /** Only where the bytes cannot be stored as they are. */
  readonly #raw: Doc | undefined;

  constructor(engine: Engine, ns: string, bytes: Buffer) {
    this.#engine = engine;
    this.#ns = ns;
    this.#bytes = bytes;
    this.#raw = isStorable(bytes) ? undefined : parse(bytes);
  }

  one(target: Target, progress: Progress): void {
    const collection = present(this.#engine, this.#ns);
    if (!this.#raw) insertStorable(target, collection, this.#bytes);
    else {
      const doc = withId(this.#raw);
      insertDocument(target, collection, doc, serialize(doc));
    }
    progress.n++;
  }
}

/** The collection as it is now: it may have been dropped between two steps. */
function present(engine: Engine, ns: string): Collection {
  const collection = engine.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns not found: ${ns}`);
  return collection;
}

export async function update(call: Call): Promise<Buffer> {
  const name = args.text(call.body, 'update');
  const statements = statementsOf(call, 'updates').map((statement, at) =>
    updateStatement(call, name, statement, at),
  );
  if (statements.some((statement) => statement.upserts)) await call.engine.ensureCollection(call.db, name);
  return runStatements(call, name, statements);
}

function updateStatement(
  call: Call,
  name: string,
  statement: Doc,
  at: number,
): Statement & { upserts: boolean } {
  args.refuseCollation(statement);
  args.refuse(statement, 'c');
  const query = args.document(statement, 'q');
  const change = readUpdate(statement['u'], args.optionalDocuments(statement, 'arrayFilters'));
  const upserts = args.flag(statement, 'upsert');
  const wanted = { filter: query, sort: args.optionalDocument(statement, 'sort'), hint: statement['hint'] };
  const filter = compileFilter(query);
  const upsert = (target: Target, progress: Progress): void => {
    const doc = withId(change.upsertDoc(filter.equalities));
    insertDocument(target, present(call.engine, `${call.db}.${name}`), doc, serialize(doc));
    progress.n++;
    progress.upserted.push({ index: args.int(at), _id: doc['_id'] });
  };
  const apply = (
    target: Target,
    collection: Collection,
    docKey: Buffer,
    bytes: Uint8Array,
    progress: Progress,
  ): void => {
    if (updateDocument(target, collection, docKey, parse(bytes), filter, change).changed)
      progress.nModified++;
    progress.n++;
  };
  if (!args.flag(statement, 'multi')) {
    return {
      upserts,
      one: (target, progress) => {
        const collection = call.engine.catalog.find(`${call.db}.${name}`);
        const match =
          collection && firstMatch(target, planQuery(call, collection, { ...wanted, compiled: filter }));
        if (match) apply(target, collection, match.docKey, match.bytes, progress);
        else if (upserts) upsert(target, progress);
      },
    };
  }
  if (change.isReplacement)
    throw new StoreError(9, 'multi update is not supported for replacement-style update');
  return { upserts, ...many(call, name, wanted, filter, apply, upserts ? upsert : undefined) };
}

type ApplyOne = (
  target: Target,
  collection: Collection,
  docKey: Buffer,
  bytes: Uint8Array,
  progress: Progress,
) => void;

/** First every match is found, then each is written after a second look: a document is never taken twice. */
function many(
  call: Call,
  name: string,
  wanted: { filter: Doc; hint?: Value },
  filter: Filter,
  apply: ApplyOne,
  otherwise?: (target: Target, progress: Progress) => void,
): Statement {
  let found: number | undefined;
  return {
    find: async () => {
      const collection = call.engine.catalog.find(`${call.db}.${name}`);
      const keys: Buffer[] = [];
      if (!collection) return keys;
      found = collection.id;
      const query = planQuery(call, collection, wanted);
      for await (const matches of pages(scanOf(call, query), turnsFor(call, query))) {
        for (const { docKey } of matches) keys.push(docKey);
      }
      return keys;
    },
    each: (target, docKey, progress) => {
      const collection = call.engine.catalog.find(`${call.db}.${name}`);
      if (collection?.id !== found) return; // dropped meanwhile
      target.claim(docKey);
      const bytes = target.get(docKey);
      if (collection && bytes && filter.matches(bytes)) apply(target, collection, docKey, bytes, progress);
    },
    one: (target, progress) => otherwise?.(target, progress),
  };
}

export function readUpdate(change: Value, arrayFilters: Doc[] | undefined): Update {
  // A pipeline arrives as an array; compileUpdate refuses it with the right code.
  return compileUpdate(change as Doc, {
    ...(arrayFilters ? { arrayFilters } : {}),
    now: new Date(epochMs()),
  });
}

export function updateDocument(
  target: Target,
  collection: Collection,
  docKey: Buffer,
  old: Doc,
  filter: Filter,
  change: Update,
): { doc: Doc; changed: boolean } {
  target.claim(docKey);
  const result = change.apply(old, { positional: filter.positional(old), inserting: false });
  if (result.changed) replaceDocument(target, collection, docKey, old, result.doc);
  return result;
}

export async function remove(call: Call): Promise<Buffer> {
  const name = args.text(call.body, 'delete');
  const statements = statementsOf(call, 'deletes').map((statement): Statement => {
    args.refuseCollation(statement);
    const wanted = { filter: args.document(statement, 'q'), hint: statement['hint'] };
    const filter = compileFilter(wanted.filter);
    const limit = wholeNumber(statement['limit']);
    if (limit !== 0 && limit !== 1)
      throw new StoreError(9, 'The limit field in delete objects must be 0 or 1');
    const apply: ApplyOne = (target, collection, docKey, bytes, progress) => {
      target.claim(docKey);
      removeDocument(target, collection, docKey, parse(bytes));
      progress.n++;
    };
    if (limit === 0) return many(call, name, wanted, filter, apply);
    return {
      one: (target, progress) => {
        const collection = call.engine.catalog.find(`${call.db}.${name}`);
        const match = collection && firstMatch(target, planQuery(call, collection, wanted));
        if (match) apply(target, collection, match.docKey, match.bytes, progress);
      },
    };
  });
  return runStatements(call, name, statements);
}
