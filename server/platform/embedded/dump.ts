import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { deserialize, EJSON } from 'bson';
import { MongoClient } from 'mongodb';
import type { Document } from 'bson';
import type { Db, IndexDescription } from 'mongodb';

/** How many documents were written or read, per collection. */
export type DumpCounts = Record<string, number>;

const OWN_DATABASES = new Set(['admin', 'local', 'config']);
const LARGEST = 16 * 1024 * 1024 + 16 * 1024;
const BATCH_DOCUMENTS = 1000;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Keeps every number in the type it was stored with. */
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

/**
 * Writes the database `uri` names in mongodump's layout: `<db>/<collection>.bson` beside `<collection>.metadata.json`, so
 * that mongorestore reads it; others on the same server are not ours. Works against any MongoDB. Collections are read one
 * after the other while work goes on; for one moment in time use the backup, or export while nothing writes.
 */
export async function exportDump({ uri, out }: { uri: string; out: string }): Promise<DumpCounts> {
  const client = await MongoClient.connect(uri);
  const counts: DumpCounts = {};
  try {
    const db = client.db();
    const folder = join(out, db.databaseName);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { name, type } of await db.listCollections().toArray()) {
      if (type === undefined || type === 'collection')
        counts[name] = await exportCollection(db, name, folder);
    }
    return counts;
  } finally {
    await client.close();
  }
}

async function exportCollection(db: Db, name: string, folder: string): Promise<number> {
  const file = createWriteStream(join(folder, `${encodeURIComponent(name)}.bson`), { mode: 0o600 });
  let count = 0;
  try {
    // With `raw` the driver hands out the bytes; its types do not say so.
    for await (const bytes of db.collection(name).find({}, { raw: true }) as AsyncIterable<unknown>) {
      if (!(bytes instanceof Uint8Array)) throw new Error('The driver did not hand out raw documents');
      count++;
      if (!file.write(bytes)) await once(file, 'drain');
    }
  } finally {
    file.end();
    await finished(file);
  }
  const indexes = await db.collection(name).indexes();
  const metadata = EJSON.stringify({ indexes, collectionName: name, type: 'collection' }, { relaxed: false });
  await writeFile(join(folder, `${encodeURIComponent(name)}.metadata.json`), metadata, { mode: 0o600 });
  return count;
}

/**
 * Reads what `exportDump` or mongodump wrote into the database `uri` names, of any MongoDB and whatever its name was. A
 * collection that holds documents already is refused before anything is written: mixing two data sets is never what was meant.
 */
export async function importDump({ uri, from }: { uri: string; from: string }): Promise<DumpCounts> {
  const client = await MongoClient.connect(uri);
  const counts: DumpCounts = {};
  try {
    const db = client.db();
    const found = await dumpedCollections(await dumpedDatabase(from, db.databaseName));
    for (const { name } of found) {
      if ((await db.collection(name).findOne({})) !== null) {
        throw new Error(`The collection ${db.databaseName}.${name} is not empty; import into an empty store`);
      }
    }
    for (const { name, file, indexes } of found) {
      counts[name] = await importDocuments(db, name, file);
      const others = indexes.filter((index) => index.name !== '_id_');
      if (others.length > 0) await db.collection(name).createIndexes(others);
    }
    return counts;
  } finally {
    await client.close();
  }
}

interface DumpedCollection {
  name: string;
  file: string;
  indexes: IndexDescription[];
}

/** The folder of the only database in a dump, or of the one called as asked for: of the others nobody knows what they are. */
async function dumpedDatabase(from: string, wanted: string): Promise<string> {
  const folders = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).filter((name) => !OWN_DATABASES.has(name));
  const [first] = names;
  if (first === undefined) throw new Error(`There is no dump in ${from}`);
  if (names.length === 1) return join(from, first);
  if (names.includes(wanted)) return join(from, wanted);
  throw new Error(`The dump holds the databases ${names.join(', ')}, and none is called ${wanted}`);
}

async function dumpedCollections(folder: string): Promise<DumpedCollection[]> {
  const found: DumpedCollection[] = [];
  for (const entry of await readdir(folder)) {
    if (!entry.endsWith('.bson')) continue;
    const base = entry.slice(0, -'.bson'.length);
    const metadata = await readMetadata(join(folder, `${base}.metadata.json`));
    const name = metadata.collectionName ?? decodeURIComponent(base);
    found.push({ name, file: join(folder, entry), indexes: metadata.indexes });
  }
  if (found.length === 0) throw new Error(`There is no dump in ${folder}`);
  return found;
}

async function readMetadata(path: string): Promise<{ collectionName?: string; indexes: IndexDescription[] }> {
  let parsed: Document;
  try {
    parsed = EJSON.parse(await readFile(path, 'utf8')) as Document; // an object, or the checks below fail
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const indexes: unknown = parsed['indexes'];
  const name: unknown = parsed['collectionName'];
  return {
    ...(typeof name === 'string' ? { collectionName: name } : {}),
    // `ns` comes from old dumps and `v` is the server's own business.
    indexes: (Array.isArray(indexes) ? (indexes as Document[]) : []).map(
      ({ ns: _ns, v: _v, ...index }) => index as IndexDescription,
    ),
  };
}

async function importDocuments(db: Db, name: string, file: string): Promise<number> {
  await db.createCollection(name).catch((error: unknown) => {
    // It may be there, empty.
    if (!(error instanceof Error && 'code' in error && error.code === 48)) throw error;
  });
  let batch: Document[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await db.collection(name).insertMany(batch, { ordered: true });
    count += batch.length;
    batch = [];
    bytes = 0;
  };
  for await (const document of documentsIn(file)) {
    batch.push(deserialize(document, EXACT));
    bytes += document.length;
    if (batch.length >= BATCH_DOCUMENTS || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
  return count;
}

/** The documents of a file of BSON laid end to end. */
async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    // A stream without an encoding yields buffers.
    held = held.length > 0 ? Buffer.concat([held, chunk as Buffer]) : (chunk as Buffer);
    while (held.length >= 4) {
      const length = held.readInt32LE(0);
      if (length < 5 || length > LARGEST)
        throw new Error(`${file} is damaged: a document of ${length} bytes`);
      if (held.length < length) break;
      yield held.subarray(0, length);
      held = held.subarray(length);
    }
  }
  if (held.length > 0)
    throw new Error(`${file} is cut short: ${held.length} bytes at its end are no document`);
}
