import { StoreError } from './lang/errors.ts';
import { ticks } from './time.ts';

const IDLE_MS = 10 * 60_000;
const MOST_CURSORS = 10_000;
/** A batch ends before its reply outgrows what a client accepts. */
const BATCH_BYTES = 15 * 1024 * 1024;

export interface Cursor {
  id: bigint;
  ns: string;
  documents: AsyncIterator<Uint8Array[]>;
  /** Documents that have been read but not yet delivered: those of `read` from `at` on. */
  read: Uint8Array[];
  at: number;
  done: boolean;
  session: string | undefined;
  lastUsed: number;
  busy: boolean;
}

/** Results that are fetched in batches. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  // Ids are not guessable by counting: another client's cursor is not to be met by accident.
  #nextId = (BigInt(Math.floor(Math.random() * 2 ** 40)) << 20n) + 1n;

  get size(): number {
    return this.#open.size;
  }

  make(ns: string, documents: AsyncIterable<Uint8Array[]>, session: string | undefined): Cursor {
    return {
      id: 0n,
      ns,
      documents: documents[Symbol.asyncIterator](),
      read: [],
      at: 0,
      done: false,
      session,
      lastUsed: ticks(),
      busy: false,
    };
  }

  /** Gives the cursor an id under which the rest can be fetched. */
  keep(cursor: Cursor): void {
    if (this.#open.size >= MOST_CURSORS) throw new StoreError(146, 'Too many open cursors');
    this.#nextId += BigInt(1 + Math.floor(Math.random() * 1000));
    cursor.id = this.#nextId;
    this.#open.set(cursor.id, cursor);
  }

  find(id: bigint, ns: string): Cursor {
    const cursor = this.#open.get(id);
    if (cursor?.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    if (cursor.busy) throw new StoreError(12051, `cursor id ${id} is already in use`);
    return cursor;
  }

  has(id: bigint): boolean {
    return this.#open.has(id);
  }

  close(cursor: Cursor): void {
    this.#open.delete(cursor.id);
    cursor.id = 0n;
    cursor.done = true;
    cursor.read = [];
    cursor.at = 0;
    cursor.documents.return?.().catch(() => undefined); // nothing is left to tell
  }

  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (cursor) this.close(cursor);
    return cursor !== undefined;
  }

  killOfSession(session: string): void {
    for (const cursor of this.#open.values()) if (cursor.session === session) this.close(cursor);
  }

  closeIdle(): void {
    for (const cursor of this.#open.values()) {
      if (!cursor.busy && ticks() - cursor.lastUsed > IDLE_MS) this.close(cursor);
    }
  }

  /** The next documents, up to `size` of them; a cursor without more is closed. */
  async batch(cursor: Cursor, size: number): Promise<Uint8Array[]> {
    const documents: Uint8Array[] = [];
    let bytes = 0;
    cursor.busy = true;
    try {
      while (documents.length < size) {
        if (cursor.at === cursor.read.length) await this.#readOn(cursor);
        const next = cursor.read[cursor.at];
        if (!next || (documents.length > 0 && bytes + next.length > BATCH_BYTES)) break;
        cursor.at++;
        documents.push(next);
        bytes += next.length;
      }
    } catch (error) {
      this.close(cursor);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.lastUsed = ticks();
    }
    return documents;
  }

  /** Looks one document ahead, so that the last batch can say it is the last. */
  async hasMore(cursor: Cursor): Promise<boolean> {
    cursor.busy = true;
    try {
      if (cursor.at === cursor.read.length) await this.#readOn(cursor);
    } catch (error) {
      this.close(cursor);
      throw error;
    } finally {
      cursor.busy = false;
    }
    return cursor.at < cursor.read.length;
  }

  /** Nothing is read any more once the cursor is done. */
  async #readOn(cursor: Cursor): Promise<void> {
    cursor.read = [];
    cursor.at = 0;
    if (cursor.done) return;
    const result = await cursor.documents.next();
    if (result.done === true) cursor.done = true;
    else cursor.read = result.value;
  }
}
