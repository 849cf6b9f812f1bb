import type { Change, Page, Reader, Storage } from './storage.ts';

/** What a piece of work sees while the storage transaction of its batch is open. */
export interface WriteView extends Reader {
  apply(changes: readonly Change[]): void;
}

/** Follows what is written, and learns whether it stays. */
export interface Witness {
  /** Before the changes are applied. */
  note(changes: readonly Change[], reader: Reader): void;
  committed(): void;
  rolledBack(): void;
}

interface Job {
  work(view: WriteView): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Group commit: all work that is waiting when a turn ends shares one storage transaction and one flush,
 * and nobody is answered before that. Work must do its checks before its first `apply`, because a throw
 * undoes nothing of its own; it may run a second time when the batch as a whole failed.
 */
export class WriteQueue {
  readonly #storage: Storage;
  readonly #witness: Witness;
  readonly #onRollback: () => void;
  #waiting: Job[] = [];
  #scheduled = false;
  /** How many storage transactions were committed; a number no two different states share. */
  commits = 1;

  constructor(storage: Storage, witness: Witness, onRollback: () => void) {
    this.#storage = storage;
    this.#witness = witness;
    this.#onRollback = onRollback;
  }

  run<T>(work: (view: WriteView) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The result goes back to the very promise it was made for.
      this.#waiting.push({ work, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#flush(this.#waiting.splice(0));
      });
    });
  }

  #flush(jobs: Job[]): void {
    const outcomes: { value: unknown; failed: boolean }[] = [];
    try {
      this.#storage.write((apply) => {
        for (const job of jobs) {
          const view = new BatchView(this.#storage, this.#witness, apply);
          try {
            outcomes.push({ value: job.work(view), failed: false });
          } catch (error) {
            // Half-done work must not be committed with the others.
            if (view.touched) throw error;
            outcomes.push({ value: error, failed: true });
          }
        }
      });
      this.commits++;
      this.#witness.committed();
    } catch (error) {
      this.#witness.rolledBack();
      this.#onRollback();
      const [only] = jobs;
      // One piece of work may have spoilt it for the others: alone, each gets its own answer.
      if (jobs.length > 1) for (const job of jobs) this.#flush([job]);
      else only?.reject(error);
      return;
    }
    jobs.forEach((job, at) => {
      const outcome = outcomes[at];
      if (outcome?.failed === false) job.resolve(outcome.value);
      else job.reject(outcome?.value);
    });
  }
}

/** A class, because one is made for every write and closures cost more. */
class BatchView implements WriteView {
  touched = false;
  readonly #storage: Storage;
  readonly #witness: Witness;
  readonly #apply: (changes: readonly Change[]) => void;

  constructor(storage: Storage, witness: Witness, apply: (changes: readonly Change[]) => void) {
    this.#storage = storage;
    this.#witness = witness;
    this.#apply = apply;
  }

  get(key: Buffer): Buffer | undefined {
    return this.#storage.get(key);
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    return this.#storage.page(from, to, reverse, limit);
  }

  apply(changes: readonly Change[]): void {
    this.touched = true;
    this.#witness.note(changes, this.#storage);
    this.#apply(changes);
  }
}
