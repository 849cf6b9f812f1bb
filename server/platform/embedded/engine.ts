import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from './lang/errors.ts';
import { Catalog, docPrefix } from './catalog.ts';
import { inspectDataFile } from './data-file.ts';
import { Cursors } from './cursors.ts';
import { Estimates } from './estimates.ts';
import { Garbage } from './garbage.ts';
import { KeptCounts } from './kept-counts.ts';
import { Blocked, Locks, waitFor, writeConflict } from './locks.ts';
import { Sessions } from './sessions.ts';
import { Storage } from './storage.ts';
import { ticks } from './time.ts';
import { WriteQueue } from './write-queue.ts';
import type { Collection } from './catalog.ts';
import type { Target } from './documents.ts';
import type { Doc } from './lang/values.ts';
import type { Change, Page, Reader } from './storage.ts';
import type { SessionPart } from './sessions.ts';
import type { Transaction } from './transaction.ts';
import type { WriteView } from './write-queue.ts';

export type Log = (line: string) => void;
const LOCK_WAIT_MS = 5_000;
/** How long the process before this one may take to end. */
const ALONE_MS = 5_000;

/** Everything one store consists of. */
export class Engine {
  readonly storage: Storage;
  readonly catalog = new Catalog();
  readonly locks = new Locks();
  readonly queue: WriteQueue;
  readonly sessions: Sessions;
  readonly cursors = new Cursors();
  readonly garbage: Garbage;
  readonly counts = new KeptCounts();
  readonly estimates: Estimates;
  readonly log: Log;

  constructor(dir: string, log: Log) {
    this.log = log;
    const file = inspectDataFile(dir);
    this.storage = new Storage(dir);
    if (file === 'short') this.storage.readThrough();
    this.estimates = new Estimates(this.storage);
    this.sessions = new Sessions(this.storage, this.locks);
    this.queue = new WriteQueue(this.storage, this.counts, () => {
      // What memory says about indexes may have been part of what was rolled back.
      this.sessions.abortAll();
      this.catalog.load(this.storage);
    });
    this.garbage = new Garbage(this.storage, this.queue);
  }

  /** Makes sure to be alone with the data, and removes what a crash left half-built or half-dropped. */
  async recover(): Promise<void> {
    const end = ticks() + ALONE_MS;
    for (
      let others = this.storage.otherProcesses();
      others.length > 0;
      others = this.storage.otherProcesses()
    ) {
      if (ticks() > end)
        throw new Error(`Process ${others.join(', ')} has this store open; it has to end first`);
      await sleep(50);
    }
    this.catalog.load(this.storage);
    for (const collection of this.catalog.all()) {
      const unfinished = collection.indexes.filter((index) => !index.ready);
      if (unfinished.length === 0) continue;
      await this.queue.run((view) => {
        collection.indexes = collection.indexes.filter((index) => index.ready);
        view.apply([
          ...this.catalog.saved(collection),
          ...unfinished.map((index) => this.garbage.marker(index)),
        ]);
      });
    }
    this.sweepGarbage();
  }

  sweepGarbage(): void {
    this.garbage
      .sweep()
      .catch((error: unknown) => this.log(`removing dropped data failed: ${String(error)}`));
  }

  async close(): Promise<void> {
    this.sessions.abortAll();
    await this.storage.close();
  }

  isEmpty(collection: Collection): boolean {
    const prefix = docPrefix(collection);
    return this.storage.page(prefix, Buffer.concat([prefix, HIGHEST]), false, 1).entries.length === 0;
  }

  plainTarget(view: WriteView): Target {
    return new PlainTarget(this, view);
  }

  /** Work of one command: in its transaction at once, or else with the next commit, waiting for locks. */
  async write<T>(call: Call, work: (target: Target) => T): Promise<T> {
    const { transaction } = call;
    if (transaction) return work(transaction.target());
    for (;;) {
      const outcome = await this.queue.run((view) => {
        try {
          return { value: work(this.plainTarget(view)) };
        } catch (error) {
          if (error instanceof Blocked) return error;
          throw error;
        }
      });
      if (!(outcome instanceof Blocked)) return outcome.value;
      await this.waitUnblocked(outcome);
    }
  }

  async waitUnblocked(blocked: Blocked): Promise<void> {
    if (!(await waitFor(blocked.holder, LOCK_WAIT_MS))) {
      const { code, message } = writeConflict();
      throw new StoreError(code, `${message} Waited ${LOCK_WAIT_MS} ms for a transaction.`);
    }
  }

  /** The collection a write goes to, made when it is missing; a transaction has it made beforehand. */
  async ensureCollection(db: string, name: string): Promise<void> {
    if (this.catalog.find(`${db}.${name}`)) return;
    await this.queue.run((view) => {
      if (!this.catalog.find(`${db}.${name}`)) view.apply(this.catalog.saved(this.catalog.add(db, name)));
    });
  }
}

const HIGHEST = Buffer.from([0xff]);

/** Writes with the batch being committed, unless a transaction holds what they write. */
class PlainTarget implements Target {
  readonly #engine: Engine;
  readonly #view: WriteView;

  constructor(engine: Engine, view: WriteView) {
    this.#engine = engine;
    this.#view = view;
  }

  get(key: Buffer): Buffer | undefined {
    return this.#view.get(key);
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    return this.#view.page(from, to, reverse, limit);
  }

  apply(changes: readonly Change[]): void {
    this.#view.apply(changes);
  }

  claim(key: Buffer): void {
    const { locks } = this.#engine;
    const holder = locks.none ? undefined : locks.holder(key.toString('latin1'));
    if (holder) throw new Blocked(holder);
  }

  marked(collection: Collection): void {
    this.#view.apply(this.#engine.catalog.saved(collection));
  }
}

/** One request being carried out. */
export interface Call {
  engine: Engine;
  db: string;
  command: string;
  body: Doc;
  sequences: Map<string, Buffer[]>;
  session: SessionPart | undefined;
  maxTimeMs: number | undefined;
  transaction: Transaction | undefined;
}

/** Where a call reads: its transaction's snapshot, or what is committed. */
export const readerOf = (call: Call): Reader => call.transaction ?? call.engine.storage;
