import type { Change, Reader, Storage } from './storage.ts';

/** What a piece of work sees while the storage transaction of its batch is open. */
export interface WriteView extends Reader {
  apply(changes: readonly Change[]): void;
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
  readonly #onRollback: () => void;
  #waiting: Job[] = [];
  #scheduled = false;
  /** How many storage transactions were committed; a number no two different states share. */
  commits = 1;

  constructor(storage: Storage, onRollback: () => void) {
    this.#storage = storage;
    this.#onRollback = onRollback;
  }

  run<T>(work: (view: WriteView) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The result goes back to the very promise it was made for.
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#flush(this.#waiting.splice(0));
      });
    });
  }

  #flush(jobs: Job[]): void {
    const answers: (() => void)[] = [];
    try {
      this.#storage.write((apply) => {
        const view: WriteView = {
          get: (key) => this.#storage.get(key),
          page: (from, to, reverse, limit) => this.#storage.page(from, to, reverse, limit),
          apply,
        };
        for (const job of jobs) {
          let touched = false;
          const own: WriteView = {
            ...view,
            apply: (changes) => {
              touched = true;
              apply(changes);
            },
          };
          try {
            const value = job.work(own);
            answers.push(() => job.resolve(value));
          } catch (error) {
            // Half-done work must not be committed with the others.
            if (touched) throw error;
            answers.push(() => job.reject(error));
          }
        }
      });
      this.commits++;
    } catch (error) {
      this.#onRollback();
      const [only] = jobs;
      // One piece of work may have spoilt it for the others: alone, each gets its own answer.
      if (jobs.length > 1) for (const job of jobs) this.#flush([job]);
      else only?.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }
}
