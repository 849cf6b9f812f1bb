import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import type { RootDatabase, Transaction } from 'lmdb';
import { StoreError } from './lang/errors.ts';

export interface Entry {
  key: Buffer;
  value: Buffer;
}

/** `more` says that the range may go on behind the last entry. */
export interface Page {
  entries: Entry[];
  more: boolean;
}

/** Ordered reads: everything above storage is written against this, so that a transaction reads as the store does. */
export interface Reader {
  get(key: Buffer): Buffer | undefined;
  /** Entries with from <= key < to, at most `limit` of them; `reverse` begins at the upper end. */
  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page;
}

/** Null removes the key. */
export type Change = readonly [key: Buffer, value: Uint8Array | null];

export interface Snapshot extends Reader {
  release(): void;
}

/** Full or failing disks answer with these; the transaction was then rolled back as a whole. */
const DISK_TROUBLE =
  /MDB_MAP_FULL|MDB_TXN_FULL|No space left|File too large|Disk quota|Input\/output error|not enough space/i;
const PAGE_BYTES = 4_000_000;
const MAP_BYTES = 2 ** 36;

/** The ten or so calls another ordered store would have to offer. */
export class Storage implements Reader {
  readonly #db: RootDatabase<Buffer, Buffer>;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.#db = open<Buffer, Buffer>({
      path: dir,
      noSubdir: false,
      encoding: 'binary',
      keyEncoding: 'binary',
      compression: false,
      cache: false,
      overlappingSync: false, // by default a commit is acknowledged before it is flushed
      noMemInit: true,
      mapSize: MAP_BYTES,
      maxReaders: 512,
    });
  }

  get(key: Buffer): Buffer | undefined {
    const found = this.#db.getBinaryFast(key);
    if (!found) return undefined;
    // lmdb reads into one buffer of its own, longer than the value; its own copies are no pooled memory.
    const value = Buffer.allocUnsafe(found.length);
    value.set(new Uint8Array(found.buffer, found.byteOffset, found.length));
    return value;
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    return this.#read(from, to, reverse, limit);
  }

  #read(from: Buffer, to: Buffer, reverse: boolean, limit: number, transaction?: Transaction): Page {
    if (Buffer.compare(from, to) >= 0) return { entries: [], more: false };
    const range = reverse
      ? { start: to, end: from, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
      : { start: from, end: to, limit };
    const entries: Entry[] = [];
    let bytes = 0;
    for (const entry of this.#db.getRange(transaction ? { ...range, transaction } : range)) {
      entries.push(entry);
      bytes += entry.value.length;
      if (bytes > PAGE_BYTES) return { entries, more: true };
    }
    return { entries, more: entries.length === limit };
  }

  /** How many keys lie in the range, counted without reading values. */
  count(from: Buffer, to: Buffer): number {
    return this.#db.getKeysCount({ start: from, end: to });
  }

  /** Runs `work` in one transaction and returns after its flush to disk; a throw rolls everything back. */
  write<T>(work: (apply: (changes: readonly Change[]) => void) => T): T {
    try {
      return this.#db.transactionSync(() =>
        work((changes) => {
          for (const [key, value] of changes) {
            if (value)
              this.#db.putSync(key, value as Buffer); // lmdb takes any Uint8Array; its types say Buffer
            else this.#db.removeSync(key);
          }
        }),
      );
    } catch (error) {
      if (error instanceof Error && DISK_TROUBLE.test(error.message)) {
        throw new StoreError(
          14031,
          `The disk of the store is full or failing, nothing was written: ${error.message}`,
        );
      }
      throw error;
    }
  }

  /** The state of the last commit, for as long as it is held: long ones make the file grow. */
  snapshot(): Snapshot {
    const transaction = this.#db.useReadTransaction();
    let held = true;
    // lmdb does not check: reading a released snapshot would end the process.
    const open = (): Transaction => {
      if (held) return transaction;
      throw new StoreError(251, 'The transaction this reads from has ended');
    };
    return {
      get: (key) => this.#db.get(key, { transaction: open() }),
      page: (from, to, reverse, limit) => this.#read(from, to, reverse, limit, open()),
      release: () => {
        if (held) transaction.done();
        held = false;
      },
    };
  }

  /** A consistent copy while work goes on. */
  async backup(dir: string): Promise<void> {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    await this.#db.backup(dir, true);
  }

  /** Other live processes that have this data open: lmdb would let them write, but what they hold in memory differs. */
  otherProcesses(): number[] {
    this.#db.readerCheck(); // forgets dead ones
    const pids = [...this.#db.readerList().matchAll(/^\s*(\d+)\s/gm)].map(([, pid]) => Number(pid));
    return pids.filter((pid) => pid !== process.pid);
  }

  /** Reads every entry there is: where pages are missing, this is where the process ends. */
  readThrough(): number {
    let entries = 0;
    for (const { value } of this.#db.getRange({})) entries += value.length >= 0 ? 1 : 0;
    return entries;
  }

  stats(): { entries: number; pages: number; pageSize: number; readers: number } {
    // lmdb types its statistics as {}
    const found = this.#db.getStats() as {
      entryCount?: number;
      lastPageNumber?: number;
      pageSize?: number;
      numReaders?: number;
    };
    return {
      entries: found.entryCount ?? 0,
      pages: found.lastPageNumber ?? 0,
      pageSize: found.pageSize ?? 4096,
      readers: found.numReaders ?? 0,
    };
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

/** The first key above every key that begins with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const next = Buffer.from(prefix.subarray(0, end));
  if (end > 0) next[end - 1] = (next[end - 1] as number) + 1; // end - 1 is within
  return next;
}

/** The first key above `key` itself. */
export const justAfter = (key: Buffer): Buffer => Buffer.concat([key, ZERO]);
const ZERO = Buffer.from([0]);
