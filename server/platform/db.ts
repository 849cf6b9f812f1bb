import mongoose from 'mongoose';
import type { ClientSession } from 'mongoose';
import './cut-lines.ts';
import './one-after-the-other.ts';
import { attemptOnce, attempts, endedBefore } from './transaction-attempt.ts';
import type { Attempt } from './transaction-attempt.ts';

mongoose.set('transactionAsyncLocalStorage', true);
mongoose.set('strict', 'throw');
mongoose.set('strictQuery', 'throw');
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);

/** Opens the one connection of this process; models become usable. Indexes are made by `prepareStore`. */
export async function connectDb(
  uri: string,
  options: { serverSelectionTimeoutMS?: number; monitorCommands?: boolean } = {},
): Promise<void> {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: options.serverSelectionTimeoutMS ?? 10_000,
    // A store that stands still without closing its lines counts as away after these two together, and not after the
    // forty seconds of the driver: what takes long is done in pieces, between which a store answers.
    heartbeatFrequencyMS: 5_000,
    connectTimeoutMS: 15_000,
    monitorCommands: options.monitorCommands ?? false,
    // After a pause of the machine or a jump of its clock mongoose takes its line for lost, and would let every
    // transaction wait ten seconds for an opening that never comes; the driver knows better which line is there.
    bufferCommands: false,
    maxPoolSize: 64,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
}

/** The open database, for what no model can ask. */
export function openDb(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (db === undefined) throw new Error('There is no open connection to the store');
  return db;
}

/** Makes every collection and index of the loaded models; safe to run again and by several instances at once. */
export async function prepareStore(): Promise<void> {
  for (const model of Object.values(mongoose.models)) {
    await model.createCollection();
    await model.createIndexes();
  }
}

export async function disconnectDb(): Promise<void> {
  await mongoose.disconnect();
}

/**
 * Runs `work` in one transaction and commits it durably before returning; every mongoose call inside joins by itself.
 * A write conflict runs `work` again, so it must not touch anything but the store. Nested calls join the outer one.
 */
export async function inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  if (attempts.getStore()?.hasEnded === true) throw endedBefore();
  if (currentSession()?.inTransaction() === true) return work();
  let done: { result: Result; after: Attempt['after'] } | undefined;
  await mongoose.connection.transaction(async () => {
    // What an attempt that failed wanted told and noted is forgotten with it.
    done = await attemptOnce(async ({ before, after }) => {
      const result = await work();
      for (const last of before) await last();
      return { result, after };
    });
  });
  if (done === undefined) throw new Error('The transaction has ended without its work');
  for (const tell of done.after) tell();
  return done.result;
}

const currentAttempt = (): Attempt | undefined =>
  currentSession()?.inTransaction() === true ? attempts.getStore() : undefined;

/**
 * What each attempt of a transaction notes of its own writes, so that it need not ask the store for them; made when it is
 * first wanted and forgotten with the attempt. Null where no transaction runs.
 */
export function notedInTransaction<Notes>(make: () => Notes): () => Notes | null {
  const key = {};
  return () => {
    const attempt = currentAttempt();
    if (attempt === undefined) return null;
    if (!attempt.notes.has(key)) attempt.notes.set(key, make());
    return attempt.notes.get(key) as Notes; // only `make` is put under this key
  };
}

/** What the transaction around it does last of all, in the order in which it was asked for. */
export function beforeCommit(last: () => Promise<void>): void {
  const attempt = currentAttempt();
  if (attempt === undefined) throw new Error('There is no transaction to do this at the end of');
  attempt.before.push(last);
}

/**
 * Runs once the transaction around it has committed, at once where there is none: for telling sockets, which must not
 * hear of what may still be undone. What must not get lost goes into the outbox instead.
 */
export function afterCommit(tell: () => void): void {
  const attempt = currentAttempt();
  if (attempt === undefined) tell();
  else attempt.after.push(tell);
}

/** The session of the running transaction, or null: for guards that demand one. */
export function currentSession(): ClientSession | null {
  const store = mongoose as unknown as {
    transactionAsyncLocalStorage?: { getStore(): { session?: ClientSession } | undefined };
  }; // mongoose keeps this storage on its instance without typing it
  return store.transactionAsyncLocalStorage?.getStore()?.session ?? null;
}

/** The unique-key fields of a duplicate-key error, or null for any other error. */
export function duplicateKeyFields(error: unknown): string[] | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return null;
  const pattern: unknown = error['keyPattern'];
  return typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : [];
}
