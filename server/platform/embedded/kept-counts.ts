import { docPrefix } from './catalog.ts';
import { ticks } from './time.ts';
import type { Collection } from './catalog.ts';
import type { Filter } from './lang/filter.ts';
import type { Change, Reader } from './storage.ts';

interface Kept {
  readonly filter: Filter;
  /** Counted in a state of the store, with what was committed since. Undefined while that state is being counted. */
  count: number | undefined;
  /** What commits have added since the state that is being counted. */
  since: number;
  /** What the batch being written adds if it is committed. */
  pending: number;
  lastUsed: number;
}

interface Watched {
  byFilter: Map<string, Kept>;
  /** Those, and what is being counted. */
  all: Set<Kept>;
}

const MOST_OF_A_COLLECTION = 32;
const FORGOTTEN_AFTER_MS = 300_000;
const DOCUMENT = docPrefix({ id: 0 })[0];

/**
 * Counts of filters, exact at every commit: a list asks for the count of all it matches with every first page, so each
 * written document is tested, before and after, against the filters whose counts are kept. Lost with the process.
 */
export class KeptCounts {
  readonly #collections = new Map<number, Watched>();
  readonly #touched = new Set<Kept>();

  find(collection: Collection, filter: string): number | undefined {
    const kept = this.#collections.get(collection.id)?.byFilter.get(filter);
    if (kept === undefined) return undefined;
    kept.lastUsed = ticks();
    return kept.count;
  }

  /**
   * Begins with the state of this moment, of which the caller counts a snapshot; `end` turns that into the count of
   * now. Null when it could not be counted; not kept when it was counted with little reading.
   */
  begin(
    collection: Collection,
    name: string,
    filter: Filter,
  ): { end(counted: number | null, keep: boolean): number } {
    const watched = this.#watched(collection.id);
    const kept: Kept = { filter, count: undefined, since: 0, pending: 0, lastUsed: ticks() };
    watched.all.add(kept);
    return {
      end: (counted, keep) => {
        const count = (counted ?? 0) + kept.since;
        if (counted === null || !keep || watched.byFilter.has(name)) watched.all.delete(kept);
        else {
          kept.count = count;
          watched.byFilter.set(name, kept);
        }
        return count;
      },
    };
  }

  /** Before the changes of a batch are applied. */
  note(changes: readonly Change[], reader: Reader): void {
    for (const [key, value] of changes) {
      if (key[0] !== DOCUMENT) continue;
      const watched = this.#collections.get(key.readUInt32BE(1));
      if (watched === undefined || watched.all.size === 0) continue;
      const old = reader.get(key);
      for (const kept of watched.all) {
        const before = old !== undefined && kept.filter.matches(old) ? 1 : 0;
        const now = value !== null && kept.filter.matches(value) ? 1 : 0;
        if (before === now) continue;
        kept.pending += now - before;
        this.#touched.add(kept);
      }
    }
  }

  committed(): void {
    for (const kept of this.#touched) {
      if (kept.count === undefined) kept.since += kept.pending;
      else kept.count += kept.pending;
      kept.pending = 0;
    }
    this.#touched.clear();
  }

  rolledBack(): void {
    for (const kept of this.#touched) kept.pending = 0;
    this.#touched.clear();
  }

  /** Makes room: what nobody has asked for in a while is no longer kept up. */
  #watched(id: number): Watched {
    const watched = this.#collections.get(id) ?? { byFilter: new Map(), all: new Set() };
    this.#collections.set(id, watched);
    const byAge = [...watched.byFilter].sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    const tooMany = byAge.length - MOST_OF_A_COLLECTION + 1;
    for (const [at, [name, kept]] of byAge.entries()) {
      if (at >= tooMany && ticks() - kept.lastUsed < FORGOTTEN_AFTER_MS) break;
      watched.byFilter.delete(name);
      watched.all.delete(kept);
    }
    return watched;
  }
}
