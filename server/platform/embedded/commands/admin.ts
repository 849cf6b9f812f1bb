import { Int32, Long, ObjectId } from 'bson';
import { StoreError } from '../lang/errors.ts';
import * as args from '../arguments.ts';
import { MAX_DOCUMENT } from '../documents.ts';
import { asInt, success } from '../reply.ts';
import { sweep } from '../sweeper.ts';
import { epochMs, ticks } from '../time.ts';
import { MAX_MESSAGE } from '../wire.ts';
import type { Call } from '../engine.ts';
import type { Doc } from '../lang/values.ts';

/** What the store says of itself, wherever it is asked. */
export const SELF_DESCRIPTION =
  'Single-node embedded store for small offices, demos and tests: one machine, no replication, no failover. Use a MongoDB replica set (MONGODB_URI) for anything larger.';
const VERSION = [7, 0, 0, 0];
const SET_NAME = 'embedded';
const PROCESS_ID = new ObjectId();

/** A replica set of one member: drivers then allow transactions and retryable writes. */
export function hello(call: Call, address: string): Buffer {
  const legacy = call.command !== 'hello';
  const facts: Doc = {
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    helloOk: true,
    secondary: false,
    setName: SET_NAME,
    setVersion: new Int32(1),
    hosts: [address],
    me: address,
    primary: address,
    electionId: PROCESS_ID,
    maxBsonObjectSize: new Int32(MAX_DOCUMENT),
    maxMessageSizeBytes: new Int32(MAX_MESSAGE),
    maxWriteBatchSize: new Int32(100_000),
    localTime: new Date(epochMs()),
    logicalSessionTimeoutMinutes: new Int32(30),
    minWireVersion: new Int32(0),
    maxWireVersion: new Int32(21),
    readOnly: false,
  };
  return success(facts);
}

export const ping = (): Buffer => success({});

export function buildInfo(): Buffer {
  return success({
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION.map((part) => new Int32(part)),
    gitVersion: 'none',
    modules: [],
    storageEngines: ['lmdb'],
    debug: false,
    maxBsonObjectSize: new Int32(MAX_DOCUMENT),
    embeddedStore: true,
    note: SELF_DESCRIPTION,
  });
}

export function serverStatus(call: Call): Buffer {
  const { storage, cursors, sessions, queue } = call.engine;
  const { pages, pageSize, entries, readers } = storage.stats();
  return success({
    process: 'embedded-store',
    note: SELF_DESCRIPTION,
    pid: Long.fromNumber(process.pid),
    uptimeMillis: Long.fromNumber(Math.round(ticks())),
    localTime: new Date(epochMs()),
    mem: { resident: asInt(Math.round(process.memoryUsage.rss() / 1_048_576)) },
    storage: {
      bytes: asInt(pages * pageSize),
      keys: asInt(entries),
      readers: asInt(readers),
      commits: asInt(queue.commits),
    },
    metrics: { cursor: { open: { total: asInt(cursors.size) } } },
    transactions: { currentOpen: asInt(sessions.openTransactions().length) },
  });
}

/** A copy of the store's file that is consistent although work goes on; `to` is a folder on this machine. */
export async function backup(call: Call): Promise<Buffer> {
  if (call.db !== 'admin')
    throw new StoreError(13, 'anxinBackup may only be run against the admin database.');
  await call.engine.storage.backup(args.text(call.body, 'to'));
  return success({});
}

/** What the sweeper does every minute, at once: removes what is past its time to live. */
export async function sweepNow(call: Call): Promise<Buffer> {
  return success({ removed: asInt(await sweep(call.engine)) });
}
