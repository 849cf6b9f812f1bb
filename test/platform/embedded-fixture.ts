import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, MongoServerError } from 'mongodb';
import type { Collection, Db, Document, ObjectId } from 'mongodb';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import type { EmbeddedStore } from '../../server/platform/embedded/index.ts';

export interface Doc extends Document {
  _id?: string | number | ObjectId;
}

export interface Fixture {
  dir: string;
  store: EmbeddedStore;
  client: MongoClient;
  db: Db;
  docs: Collection<Doc>;
  lines: string[];
}

const folders: string[] = [];

/** A folder that is removed when the tests are over. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'anxin-store-'));
  folders.push(made);
  return made;
}

process.once('exit', () => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

/** Starts a store, lets `use` work with it, and stops it again. */
export async function withStore<T>(
  dir: string,
  use: (client: MongoClient, uri: string) => Promise<T>,
): Promise<T> {
  const store = await startEmbeddedStore({ dir });
  const client = await MongoClient.connect(store.uri);
  try {
    return await use(client, store.uri);
  } finally {
    await client.close();
    await store.stop();
  }
}

/** An embedded store of its own for the tests of one file, whatever MONGODB_URI says: they look inside it. */
export function useEmbeddedStore(): () => Fixture {
  let fixture: Fixture | undefined;
  before(async function () {
    this.timeout(30_000);
    const dir = folder();
    const lines: string[] = [];
    const store = await startEmbeddedStore({ dir, log: (line) => lines.push(line) });
    const client = await MongoClient.connect(store.uri, {
      maxPoolSize: 50,
      serverSelectionTimeoutMS: 15_000,
    });
    const db = client.db('test');
    fixture = { dir, store, client, db, docs: db.collection<Doc>('docs'), lines };
  });
  beforeEach(async () => {
    await fixture?.docs.drop();
  });
  after(async () => {
    await fixture?.client.close();
    await fixture?.store.stop();
  });
  return () => {
    if (!fixture) throw new Error('The store is there only while tests run');
    return fixture;
  };
}

/** The server's error, or a failure when the promise is kept. */
export async function refusal(promise: Promise<unknown>): Promise<MongoServerError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (error instanceof MongoServerError) return error;
    throw error;
  }
  throw new Error(`should have been refused, but was answered with ${JSON.stringify(value)}`);
}
