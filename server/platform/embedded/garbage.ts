import { after } from './storage.ts';
import { indexPrefix, docPrefix } from './catalog.ts';
import type { Change, Storage } from './storage.ts';
import type { Collection } from './catalog.ts';
import type { WriteQueue } from './write-queue.ts';

const PREFIX = Buffer.from('g');
const PER_COMMIT = 5000;

/**
 * Dropped data is marked in the same commit that drops it, and removed piece by piece afterwards: a large
 * collection neither blocks others nor comes back after a crash. Ids are never used again.
 */
export class Garbage {
  readonly #storage: Storage;
  readonly #queue: WriteQueue;
  #sweeping: Promise<void> | undefined;

  constructor(storage: Storage, queue: WriteQueue) {
    this.#storage = storage;
    this.#queue = queue;
  }

  marker(index: { id: number }): Change {
    return [Buffer.concat([PREFIX, indexPrefix(index)]), Buffer.alloc(1)];
  }

  markers(collection: Collection): Change[] {
    return [
      [Buffer.concat([PREFIX, docPrefix(collection)]), Buffer.alloc(1)],
      ...collection.indexes.map((index) => this.marker(index)),
    ];
  }

  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    for (;;) {
      const [mark] = this.#storage.page(PREFIX, after(PREFIX), false, 1).entries;
      if (!mark) return;
      const prefix = mark.key.subarray(1);
      await this.#queue.run((view) => {
        const { entries, more } = view.page(prefix, after(prefix), false, PER_COMMIT);
        view.apply(entries.map(({ key }) => [key, null]));
        if (!more) view.apply([[mark.key, null]]);
      });
    }
  }
}
