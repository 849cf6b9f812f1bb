import { StoreError } from './lang/errors.ts';
import { writeConflict } from './locks.ts';
import { Overlay } from './overlay.ts';
import { ticks } from './time.ts';
import type { Target } from './documents.ts';
import type { Holder, Locks } from './locks.ts';
import type { Change, Page, Snapshot, Storage } from './storage.ts';
import type { WriteView } from './write-queue.ts';

const LARGEST = 64_000_000;

/**
 * A transaction over several documents: reads from a snapshot with its own writes laid over, a lock on each
 * document and unique key it writes, and at the end one storage transaction. The first to write wins.
 */
export class Transaction implements WriteView, Holder {
  readonly number: bigint;
  readonly finished: Promise<void>;
  readonly startedAtCommit: number;
  /** Namespaces it touched: building or dropping there has to wait. */
  readonly touched = new Set<string>();
  /** Namespaces whose indexes learned something new: stored with the commit. */
  readonly marked = new Set<string>();
  readonly began = ticks();
  lastUsed = ticks();
  state: 'open' | 'committing' | 'committed' | 'aborted' = 'open';
  readonly #storage: Storage;
  readonly #locks: Locks;
  readonly #held: string[] = [];
  readonly #snapshot: Snapshot;
  readonly #overlay: Overlay;
  readonly #commits: () => number;
  #finish: () => void = () => undefined;

  /** `commits` tells how many there have been by now. */
  constructor(options: { number: bigint; storage: Storage; locks: Locks; commits: () => number }) {
    this.number = options.number;
    this.#storage = options.storage;
    this.#locks = options.locks;
    // Storage commits are synchronous, so snapshot and commit count are of the same moment.
    this.#commits = options.commits;
    this.startedAtCommit = options.commits();
    this.#snapshot = options.storage.snapshot();
    this.#overlay = new Overlay(this.#snapshot);
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.#overlay.get(key);
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    return this.#overlay.page(from, to, reverse, limit);
  }

  apply(changes: readonly Change[]): void {
    if (this.state !== 'open') throw new StoreError(251, 'The transaction has ended');
    this.#overlay.apply(changes);
    if (this.#overlay.bytes > LARGEST) {
      throw new StoreError(257, `A transaction may write ${LARGEST / 1_000_000} MB at most`);
    }
  }

  /** For one piece of synchronous work. */
  target(): Target {
    // As long as nobody has committed since, the store is what the snapshot shows: there is nothing to compare.
    const alone = this.#isAlone();
    return {
      get: (key) => this.get(key),
      page: (from, to, reverse, limit) => this.page(from, to, reverse, limit),
      apply: (changes) => this.apply(changes),
      claim: (key) => this.claim(key),
      marked: (collection) => this.marked.add(collection.ns),
      ...(alone ? {} : { committed: { now: this.#storage, atStart: this.#snapshot } }),
    };
  }

  /** Locks one key; a write by somebody else since the snapshot, or under way, is a conflict. */
  claim(key: Buffer): void {
    // A lock taken after the end would never be given back.
    if (this.state !== 'open') throw new StoreError(251, 'The transaction has ended');
    const name = key.toString('latin1');
    const holder = this.#locks.holder(name);
    if (holder === this) return;
    if (holder) throw writeConflict();
    if (!this.#isAlone()) {
      const seen = this.#snapshot.get(key);
      const now = this.#storage.get(key);
      if (seen === undefined ? now !== undefined : now === undefined || !seen.equals(now))
        throw writeConflict();
    }
    this.#locks.take(name, this);
    this.#held.push(name);
  }

  #isAlone(): boolean {
    return this.#commits() === this.startedAtCommit;
  }

  /** What the commit writes, some thousands at a time; the locks stay until `end`. */
  changes(): Iterable<Change[]> {
    return this.#overlay.changes();
  }

  end(state: 'committed' | 'aborted'): void {
    if (this.state === 'committed' || this.state === 'aborted') return;
    this.state = state;
    this.#snapshot.release();
    this.#locks.release(this.#held);
    this.#finish();
  }
}
