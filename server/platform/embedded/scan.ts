import { PREFIX_LENGTH } from './catalog.ts';
import { StoreError } from './lang/errors.ts';
import { justAfter } from './storage.ts';
import { breathe, ticks } from './time.ts';
import type { Filter } from './lang/filter.ts';
import type { Interval, Plan } from './planner.ts';
import type { Page, Reader } from './storage.ts';

export interface Match {
  docKey: Buffer;
  bytes: Buffer;
}

const SLICE_MS = 5;
const LARGEST_PAGE = 256;
/** What one step may hold in memory. */
const STEP_BYTES = 4_000_000;

/**
 * Reads along a plan in pages and holds nothing open between them: a cursor pins no snapshot, and
 * documents that move while it waits are found where they are then.
 */
export class Scan {
  docsExamined = 0;
  keysExamined = 0;
  readonly #reader: Reader;
  readonly #plan: Plan;
  readonly #filter: Filter | null;
  #at = 0;
  #rest: Interval | undefined;
  /** A document with several entries in the range is delivered once. */
  readonly #seen: Set<string> | null;

  /** A null filter takes every document of the plan. */
  constructor(reader: Reader, plan: Plan, filter: Filter | null) {
    this.#reader = reader;
    this.#plan = plan;
    this.#filter = filter;
    this.#rest = plan.intervals[0];
    this.#seen = plan.index?.multikey === true ? new Set() : null;
  }

  get done(): boolean {
    return this.#rest === undefined;
  }

  /** The matches among the next `limit` entries or fewer. */
  step(limit: number): Match[] {
    const rest = this.#rest;
    if (!rest) return [];
    const { reverse, index, also } = this.#plan;
    const { entries, more } = this.#plan.exact
      ? this.#lookUp(rest.from)
      : this.#reader.page(rest.from, rest.to, reverse, limit);
    const matches: Match[] = [];
    let last: Buffer | undefined;
    let read = 0;
    for (const { key, value } of entries) {
      if (read > STEP_BYTES) break;
      last = key;
      let docKey = key;
      let bytes: Buffer | undefined = value;
      if (index) {
        this.keysExamined++;
        docKey = value;
        if (this.#seen) {
          const name = docKey.toString('latin1');
          if (this.#seen.has(name)) continue;
          this.#seen.add(name);
        }
        if (also.length > 0 && !this.#hasAll(also, docKey)) continue;
        bytes = this.#reader.get(docKey);
      }
      if (!bytes) continue;
      this.docsExamined++;
      read += bytes.length;
      if (!this.#filter || this.#filter.matches(bytes)) matches.push({ docKey, bytes });
    }
    if (!last || (!more && last === entries.at(-1)?.key)) this.#rest = this.#plan.intervals[++this.#at];
    else this.#rest = reverse ? { from: rest.from, to: last } : { from: justAfter(last), to: rest.to };
    return matches;
  }

  #hasAll(entries: readonly Buffer[], docKey: Buffer): boolean {
    const own = docKey.subarray(PREFIX_LENGTH);
    return entries.every((entry) => this.#reader.get(Buffer.concat([entry, own])) !== undefined);
  }

  #lookUp(key: Buffer): Page {
    const value = this.#reader.get(key);
    return { entries: value ? [{ key, value }] : [], more: false };
  }

  /** The first match, without giving others a turn: for work inside a storage transaction. */
  first(): Match | undefined {
    for (let size = 2; !this.done; size = Math.min(size * 4, 256)) {
      const [match] = this.step(size);
      if (match) return match;
    }
    return undefined;
  }
}

/** Shares the thread with other requests and ends when time is up. */
export class Turns {
  readonly #deadline: number;
  #sliceEnd = ticks() + SLICE_MS;
  /** Throws when what is being read is no longer there. */
  readonly check: () => void;

  constructor(maxTimeMs: number | undefined, check: () => void = () => undefined) {
    this.#deadline = maxTimeMs !== undefined && maxTimeMs > 0 ? ticks() + maxTimeMs : Infinity;
    this.check = check;
  }

  get due(): boolean {
    return ticks() >= this.#sliceEnd;
  }

  checkTime(): void {
    if (ticks() > this.#deadline) throw new StoreError(50, 'operation exceeded time limit');
  }

  async pause(): Promise<void> {
    this.checkTime();
    await breathe();
    this.#sliceEnd = ticks() + SLICE_MS;
  }
}

/** Every match of a scan, page by page; `first` is how many are wanted at once. */
export async function* pages(scan: Scan, turns: Turns, first = 16): AsyncGenerator<Match[]> {
  for (let size = Math.min(first, LARGEST_PAGE); !scan.done; size = Math.min(size * 2, LARGEST_PAGE)) {
    turns.check(); // between two pages anything may have happened
    const found = scan.step(size);
    if (found.length > 0) yield found;
    if (turns.due) await turns.pause();
  }
}
