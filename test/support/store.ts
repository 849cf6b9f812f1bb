import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { MongoClient } from 'mongodb';
import { collectOperators, outsideAllowList } from './command-census.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import { connectDb, disconnectDb, prepareStore } from '../../server/platform/db.ts';
import { forgetEverything } from '../../server/platform/remembered.ts';
import { databaseOnNamed } from './named-store.ts';
import type { TestStore } from './named-store.ts';

let running: Promise<TestStore> | null = null;

/**
 * One store for the whole mocha process: a database of its own where MONGODB_URI points, gone at the end, or an embedded one
 * in a temporary folder.
 */
export function testStore(): Promise<TestStore> {
  running ??= start();
  return running;
}

async function start(): Promise<TestStore> {
  const named = await databaseOnNamed('anxin-test');
  if (named !== null) return named;
  const dir = mkdtempSync(join(tmpdir(), 'anxin-test-'));
  // The tests' clock stands where each of them puts it: what is kept for days would be long over by the store's.
  const store = await startEmbeddedStore({ dir, keepsExpired: true });
  return {
    uri: store.uri,
    stop: async () => {
      await store.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function stopTestStore(): Promise<void> {
  const store = await running;
  running = null;
  await disconnectDb();
  await store?.stop();
}

/** Connects this file's tests to the store, with all indexes made, and empties every collection before each test. */
export function useStore(options: { emptyBefore: 'each' | 'all' } = { emptyBefore: 'each' }): void {
  before(async function () {
    this.timeout(60_000);
    const { uri } = await testStore();
    if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) await connectAndListen(uri);
    await prepareOnce();
    await emptyWritten();
  });
  if (options.emptyBefore === 'each') beforeEach(emptyWritten);
}

/** Everything outside the allow-list that the application asked of the store, in all tests of this process. */
export const askedTooMuch = new Set<string>();

/** Commands of one transaction that were under way at the same time, which no MongoDB promises to carry out. */
export const askedAtOnce = new Set<string>();

/** What this process has written since it was emptied; null when another process may have written anything. */
let written: Set<string> | null = null;

/** To be said by whoever starts another process on this store. */
export function othersWrite(): void {
  written = null;
}

const WRITES = ['insert', 'update', 'findAndModify', 'create'];
const DROPS = ['drop', 'dropDatabase', 'dropIndexes'];

/** So many models have their collections and indexes: files that bring no further one need not ask for each again. */
let prepared = 0;

async function prepareOnce(): Promise<void> {
  const models = Object.keys(mongoose.models).length;
  if (prepared === models) return;
  await prepareStore();
  prepared = models;
}

function noteOverlaps(client: MongoClient): void {
  const underWay = new Map<number, { session: string; what: string }>();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    if (command['autocommit'] !== false) return;
    const session = String(command['lsid']?.id);
    const what = `${commandName} ${String(command[commandName])}`;
    const other = [...underWay.values()].find((one) => one.session === session);
    if (other !== undefined) askedAtOnce.add(`${other.what} + ${what}`);
    underWay.set(requestId, { session, what });
  });
  const ended = ({ requestId }: { requestId: number }): void => void underWay.delete(requestId);
  client.on('commandSucceeded', ended).on('commandFailed', ended);
}

async function connectAndListen(uri: string): Promise<void> {
  await connectDb(uri, { monitorCommands: true });
  noteOverlaps(mongoose.connection.getClient());
  mongoose.connection.getClient().on('commandStarted', ({ command }) => {
    for (const name of WRITES) {
      const collection: unknown = command[name];
      if (typeof collection === 'string') written?.add(collection);
    }
    for (const { ns } of (command['nsInfo'] ?? []) as { ns: string }[])
      // of a bulkWrite
      written?.add(ns.slice(ns.indexOf('.') + 1));
    if (DROPS.some((name) => name in command)) prepared = 0;
    for (const name of outsideAllowList(collectOperators(command))) askedTooMuch.add(name);
  });
}

/** Empties what has been written since the last time: fifty commands before each test cost more than most tests. */
async function emptyWritten(): Promise<void> {
  const names = written;
  if (names === null) return emptyStore();
  written = new Set();
  forgetEverything();
  await Promise.all([...names].map((name) => mongoose.connection.collection(name).deleteMany({})));
}

export async function emptyStore(): Promise<void> {
  written = new Set();
  forgetEverything();
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  await Promise.all(collections.map((one) => one.deleteMany({})));
}
