import { StoreError } from './lang/errors.ts';
import { isAllowed } from './lang/allow-list.ts';
import * as args from './arguments.ts';
import * as admin from './commands/admin.ts';
import { aggregate } from './commands/aggregate.ts';
import { bulkWrite } from './commands/bulk-write.ts';
import * as collections from './commands/collections.ts';
import { explain } from './commands/explain.ts';
import { count } from './commands/count.ts';
import * as find from './commands/find.ts';
import { findAndModify } from './commands/find-and-modify.ts';
import * as indexes from './commands/indexes.ts';
import * as transactions from './commands/transactions.ts';
import * as write from './commands/write.ts';
import { failure, success } from './reply.ts';
import { readSession } from './sessions.ts';
import type { Call, Engine } from './engine.ts';
import type { Message } from './wire.ts';

type Handler = (call: Call) => Buffer | Promise<Buffer>;

const done: Handler = () => success({});

const HANDLERS: Readonly<Record<string, Handler>> = {
  ping: admin.ping,
  buildInfo: admin.buildInfo,
  buildinfo: admin.buildInfo,
  serverStatus: admin.serverStatus,
  anxinBackup: admin.backup,
  anxinSweep: admin.sweepNow,
  find: find.find,
  getMore: find.getMore,
  killCursors: find.killCursors,
  count: count,
  distinct: find.distinct,
  aggregate,
  explain,
  insert: write.insert,
  update: write.update,
  delete: write.remove,
  bulkWrite,
  findAndModify,
  findandmodify: findAndModify,
  create: collections.create,
  drop: collections.drop,
  dropDatabase: collections.dropDatabase,
  listCollections: collections.listCollections,
  listDatabases: collections.listDatabases,
  dbStats: collections.dbStats,
  collStats: collections.collStats,
  collMod: collections.collMod,
  createIndexes: indexes.createIndexes,
  dropIndexes: indexes.dropIndexes,
  listIndexes: indexes.listIndexes,
  commitTransaction: transactions.commitTransaction,
  abortTransaction: transactions.abortTransaction,
  startSession: done,
  refreshSessions: done,
  endSessions: transactions.endSessions,
};

const IN_TRANSACTION = new Set([
  'find',
  'getMore',
  'killCursors',
  'aggregate',
  'distinct',
  'count',
  'insert',
  'update',
  'delete',
  'bulkWrite',
  'findAndModify',
  'findandmodify',
]);
const ENDS_TRANSACTION = new Set(['commitTransaction', 'abortTransaction']);

/** Carries out one request; whatever goes wrong becomes a reply. */
export async function answer(engine: Engine, message: Message, address: string): Promise<Buffer> {
  let call: Call | undefined;
  try {
    call = begin(engine, message);
    if (call.command === 'hello' || call.command === 'isMaster' || call.command === 'ismaster')
      return admin.hello(call, address);
    const handler = Object.hasOwn(HANDLERS, call.command) ? HANDLERS[call.command] : undefined;
    if (!handler) throw new StoreError(59, `no such command: '${call.command.slice(0, 60)}'`);
    return await handler(call);
  } catch (error) {
    // Any error inside a transaction ends it, as in MongoDB.
    if (call?.transaction && call.session) engine.sessions.abort(call.session.id);
    if (!(error instanceof StoreError)) {
      engine.log(
        `${call?.command ?? 'request'} failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`,
      );
    }
    return failure(error);
  }
}

function begin(engine: Engine, { body, sequences }: Message): Call {
  const [command = ''] = Object.keys(body);
  const db = body['$db'];
  if (typeof db !== 'string') throw new StoreError(9, 'OP_MSG requests require a $db argument');
  if (!command.startsWith('anxin') && !isAllowed('commands', command)) {
    throw new StoreError(59, `no such command: '${command.slice(0, 60)}'`);
  }
  const session = readSession(body);
  args.refuse(body, 'let');
  const concern = args.document(body, 'readConcern');
  if (concern['level'] === 'snapshot' && session?.inTransaction !== true) {
    throw new StoreError(115, 'readConcern snapshot is supported inside a transaction only');
  }
  const call: Call = {
    engine,
    db,
    command,
    body,
    sequences,
    session,
    maxTimeMs: args.count(body, 'maxTimeMS'),
    transaction: undefined,
  };
  if (!session?.inTransaction || ENDS_TRANSACTION.has(command)) return call;
  if (!IN_TRANSACTION.has(command)) {
    throw new StoreError(263, `Cannot run '${command}' in a multi-document transaction.`);
  }
  call.transaction = engine.sessions.transactionFor(session, () => engine.queue.commits);
  return call;
}
