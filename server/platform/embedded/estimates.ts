import { ticks } from './time.ts';
import type { Interval } from './planner.ts';
import type { Storage } from './storage.ts';

const HOLDS_MS = 10_000;
const MOST = 2000;

/** About how many entries lie in stretches of keys: counted, and believed for a while, because plans need no more. */
export class Estimates {
  readonly #storage: Storage;
  readonly #known = new Map<string, { size: number; until: number }>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  of({ from, to }: Interval): number {
    const name = `${from.toString('latin1')}\n${to.toString('latin1')}`;
    const known = this.#known.get(name);
    if (known && known.until > ticks()) return known.size;
    const size = Buffer.compare(from, to) < 0 ? this.#storage.count(from, to) : 0;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(name, { size, until: ticks() + HOLDS_MS });
    return size;
  }
}
