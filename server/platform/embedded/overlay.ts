import { SortedKeys } from './sorted-keys.ts';
import { justAfter } from './storage.ts';
import type { Change, Page, Reader } from './storage.ts';

const CHANGES_AT_ONCE = 5000;

/** Uncommitted changes laid over a snapshot: reads see both, ordered as one. */
export class Overlay implements Reader {
  readonly #base: Reader;
  readonly #values = new Map<string, Uint8Array | null>();
  /** The keys of `#values`: as latin1 strings they compare like their bytes. */
  readonly #keys = new SortedKeys();
  bytes = 0;

  constructor(base: Reader) {
    this.#base = base;
  }

  get(key: Buffer): Buffer | undefined {
    const own = this.#values.get(key.toString('latin1'));
    if (own === undefined) return this.#base.get(key);
    return own ? asBuffer(own) : undefined;
  }

  apply(changes: readonly Change[]): void {
    for (const [key, value] of changes) {
      const name = key.toString('latin1');
      if (!this.#values.has(name)) this.#keys.add(name);
      this.#values.set(name, value);
      this.bytes += name.length + (value?.length ?? 0);
    }
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    const own = this.#keys.range(from.toString('latin1'), to.toString('latin1'));
    if (own.length === 0) return this.#base.page(from, to, reverse, limit);
    // Removed keys may use up a page, so it asks for that many more.
    const removed = own.reduce((n, name) => n + (this.#values.get(name) === null ? 1 : 0), 0);
    const base = this.#base.page(from, to, reverse, limit + removed);
    const merged = new Map(base.entries.map((entry) => [entry.key.toString('latin1'), entry]));
    // Behind the last entry of a page the base is unknown: own keys from there on wait for the next page.
    const edge = base.more ? base.entries.at(-1)?.key.toString('latin1') : undefined;
    for (const name of own) {
      if (edge !== undefined && (reverse ? name < edge : name > edge)) continue;
      const value = this.#values.get(name);
      if (value) merged.set(name, { key: Buffer.from(name, 'latin1'), value: asBuffer(value) });
      else merged.delete(name);
    }
    const sorted = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
    const entries = (reverse ? sorted.reverse() : sorted).slice(0, limit);
    const last = base.entries.at(-1)?.key;
    if (entries.length === 0 && base.more && last) {
      return reverse ? this.page(from, last, true, limit) : this.page(justAfter(last), to, false, limit);
    }
    return { entries, more: base.more || sorted.length > limit };
  }

  /** Every change, in the order of the keys. */
  *changes(): Generator<Change[]> {
    const names = this.#keys.all();
    for (let at = 0; at < names.length; at += CHANGES_AT_ONCE) {
      const some = names.slice(at, at + CHANGES_AT_ONCE);
      yield some.map((name) => [Buffer.from(name, 'latin1'), this.#values.get(name) ?? null]);
    }
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
