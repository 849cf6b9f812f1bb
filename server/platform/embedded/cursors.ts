import { StoreError } from './lang/errors.ts';
import { ticks } from './time.ts';

const IDLE_MS = 10 * 60_000;
const MOST_CURSORS = 10_000;
/** A batch ends before its reply outgrows what a client accepts. */
const BATCH_BYTES = 15 * 1024 * 1024;

export interface Cursor {
  id: bigint;
  ns: string;
  documents: AsyncIterator<Uint8Array>;
  /** A document that did not fit into the last batch. */
  kept: Uint8Array | undefined;
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

  make(ns: string, documents: AsyncIterable<Uint8Array>, session: string | undefined): Cursor {
    return {
      id: 0n,
      ns,
      documents: documents[Symbol.asyncIterator](),
      kept: undefined,
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
        const next = cursor.kept ?? (await this.#next(cursor));
        cursor.kept = undefined;
        if (!next) break;
        if (documents.length > 0 && bytes + next.length > BATCH_BYTES) {
          cursor.kept = next;
          break;
        }
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
      cursor.kept ??= await this.#next(cursor);
    } catch (error) {
      this.close(cursor);
      throw error;
    } finally {
      cursor.busy = false;
    }
    return cursor.kept !== undefined;
  }

  async #next(cursor: Cursor): Promise<Uint8Array | undefined> {
    if (cursor.done) return undefined;
    const result = await cursor.documents.next();
    if (result.done !== true) return result.value;
    cursor.done = true;
    return undefined;
  }
}
