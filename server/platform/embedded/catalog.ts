import { randomUUID } from 'node:crypto';
import { Int32 } from 'bson';
import { StoreError } from './lang/errors.ts';
import { compileFilter } from './lang/filter.ts';
import { isDoc, parse, serialize } from './lang/values.ts';
import { wholeNumber } from './lang/numbers.ts';
import { after } from './storage.ts';
import type { Filter } from './lang/filter.ts';
import type { KeyPart } from './lang/keys.ts';
import type { Doc, Value } from './lang/values.ts';
import type { Change, Reader } from './storage.ts';

export interface Index {
  id: number;
  name: string;
  key: KeyPart[];
  /** As createIndexes was given it and listIndexes shows it. */
  spec: Doc;
  unique: boolean;
  sparse: boolean;
  partial?: { expression: Doc; filter: Filter };
  /** The top-level fields that decide its entries; null when only the whole document does. */
  fields: readonly string[] | null;
  expireAfterSeconds?: number;
  /** Some document made several entries: the order of entries is then not the order of documents. */
  multikey: boolean;
  /** Some key was too long and ends in a hash: entries that share its beginning are out of order. */
  hashed: boolean;
  /** False while it is being built: it is kept up by writes already, but not yet read. */
  ready: boolean;
  /** The commit it became ready with: older snapshots do not see all its entries. */
  readyAt: number;
}

export interface Collection {
  ns: string;
  db: string;
  name: string;
  id: number;
  uuid: string;
  indexes: Index[];
  /** Memory knows more of an index than is stored; the next write to the collection stores it. */
  unsaved: boolean;
}

const CATALOG = Buffer.from('c');
const NEXT_ID = Buffer.from('mnextId');

function prefixed(kind: string, id: number): Buffer {
  const prefix = Buffer.allocUnsafe(PREFIX_LENGTH);
  prefix[0] = kind.charCodeAt(0);
  prefix.writeUInt32BE(id, 1);
  return prefix;
}
/** Behind it, a document's key is its index key by _id. */
export const PREFIX_LENGTH = 5;
export const docPrefix = (collection: { id: number }): Buffer => prefixed('d', collection.id);
export const indexPrefix = (index: { id: number }): Buffer => prefixed('i', index.id);

/** What collections and indexes exist: held in memory, and stored with the change that made it so. */
export class Catalog {
  readonly #collections = new Map<string, Collection>();
  #nextId = 1;

  /** Reads everything again: at start, and after a storage transaction failed. */
  load(reader: Reader): void {
    this.#collections.clear();
    const next = reader.get(NEXT_ID);
    this.#nextId = next ? next.readUInt32BE(0) : 1;
    let from: Buffer = CATALOG;
    for (;;) {
      const { entries, more } = reader.page(from, after(CATALOG), false, 1000);
      for (const { key, value } of entries) {
        const ns = key.toString('utf8', 1);
        this.#collections.set(ns, readCollection(ns, parse(value)));
      }
      const last = entries.at(-1);
      if (!last || !more) return;
      from = Buffer.concat([last.key, Buffer.from([0])]);
    }
  }

  find(ns: string): Collection | undefined {
    return this.#collections.get(ns);
  }

  all(db?: string): Collection[] {
    const found = [...this.#collections.values()].filter((c) => db === undefined || c.db === db);
    return found.sort((a, b) => (a.ns < b.ns ? -1 : 1));
  }

  newId(): number {
    return this.#nextId++;
  }

  add(db: string, name: string): Collection {
    const ns = `${db}.${name}`;
    checkNamespace(db, name);
    const made: Collection = {
      ns,
      db,
      name,
      id: this.newId(),
      uuid: randomUUID(),
      indexes: [],
      unsaved: false,
    };
    this.#collections.set(ns, made);
    return made;
  }

  remove(collection: Collection): Change[] {
    this.#collections.delete(collection.ns);
    return [[Buffer.concat([CATALOG, Buffer.from(collection.ns)]), null]];
  }

  /** The changes that make the collection's present shape durable. */
  saved(collection: Collection): Change[] {
    collection.unsaved = false;
    const next = Buffer.alloc(4);
    next.writeUInt32BE(this.#nextId);
    const indexes = collection.indexes.map((index) => ({
      id: new Int32(index.id),
      spec: index.spec,
      multikey: index.multikey,
      hashed: index.hashed,
      ready: index.ready,
    }));
    const doc: Doc = { id: new Int32(collection.id), uuid: collection.uuid, indexes };
    return [
      [NEXT_ID, next],
      [Buffer.concat([CATALOG, Buffer.from(collection.ns)]), serialize(doc)],
    ];
  }
}

function readCollection(ns: string, doc: Doc): Collection {
  const dot = ns.indexOf('.');
  const indexes = Array.isArray(doc['indexes']) ? doc['indexes'] : [];
  return {
    ns,
    db: ns.slice(0, dot),
    name: ns.slice(dot + 1),
    id: wholeNumber(doc['id']) ?? 0,
    uuid: String(doc['uuid']),
    unsaved: false,
    indexes: indexes.filter(isDoc).map((stored) => ({
      ...readIndex(isDoc(stored['spec']) ? stored['spec'] : {}, wholeNumber(stored['id']) ?? 0),
      multikey: stored['multikey'] === true,
      hashed: stored['hashed'] === true,
      ready: stored['ready'] === true,
    })),
  };
}

/** An index from its specification, which `checkedSpec` has already judged when it came from outside. */
export function readIndex(spec: Doc, id: number): Index {
  const pattern = isDoc(spec['key']) ? spec['key'] : {};
  const key = Object.keys(pattern).map((path): KeyPart => ({
    path,
    dir: numeric(pattern[path]) < 0 ? -1 : 1,
  }));
  const index: Index = {
    id,
    name: String(spec['name']),
    key,
    fields: key.map(({ path }) => path.split('.')[0] ?? path),
    spec,
    unique: truthy(spec['unique']),
    sparse: truthy(spec['sparse']),
    multikey: false,
    hashed: false,
    ready: true,
    readyAt: 0,
  };
  const expression = spec['partialFilterExpression'];
  if (isDoc(expression)) {
    const filter = compileFilter(expression);
    index.partial = { expression, filter };
    index.fields = filter.fields && index.fields && [...index.fields, ...filter.fields];
  }
  if (spec['expireAfterSeconds'] !== undefined)
    index.expireAfterSeconds = numeric(spec['expireAfterSeconds']);
  return index;
}

export const numeric = (value: Value): number => wholeNumber(value) ?? Number.NaN;
export const truthy = (value: Value): boolean => value === true || (wholeNumber(value) ?? 0) !== 0;

export function checkNamespace(db: string, name: string): void {
  if (!/^[^/\\. "$*<>:|?\0]{1,63}$/.test(db)) throw new StoreError(73, `Invalid database name: '${db}'`);
  if (
    name === '' ||
    name.includes('\0') ||
    name.includes('$') ||
    /^\.|\.\.|\.$/.test(name) ||
    name.length > 200
  ) {
    throw new StoreError(73, `Invalid namespace specified '${db}.${name}'`);
  }
  if (name.startsWith('system.')) throw new StoreError(73, `Invalid system namespace: ${db}.${name}`);
}
