import { Binary, Int32, Long } from 'bson';
import { StoreError } from './lang/errors.ts';
import { bigIntOf, longOf } from './lang/numbers.ts';
import { isDoc, parse, rawField, serialize } from './lang/values.ts';
import { after, justAfter } from './storage.ts';
import { epochMs, ticks } from './time.ts';
import { Transaction } from './transaction.ts';
import type { Doc, Value } from './lang/values.ts';
import type { Locks } from './locks.ts';
import type { Change, Reader, Storage } from './storage.ts';

const SESSION_MS = 30 * 60_000;
const TRANSACTION_MS = 60_000;
const MOST_TRANSACTIONS = 200;
const PREFIX = Buffer.from('s');

/** What a request says about the session it belongs to. */
export interface SessionPart {
  /** Hex of the session's UUID. */
  id: string;
  txnNumber: bigint | undefined;
  inTransaction: boolean;
  starts: boolean;
}

/** How far the write with this number got; stored in the same storage transaction as the write itself. */
export interface WriteRecord {
  txnNumber: bigint;
  kind: 'write' | 'transaction';
  progress: Doc;
}

const noSuchTransaction = (message: string): StoreError =>
  new StoreError(251, message, { labels: ['TransientTransactionError'] });

/** Sessions with their open transaction, and the record that makes a write safe to send twice. */
export class Sessions {
  readonly #storage: Storage;
  readonly #locks: Locks;
  readonly #open = new Map<string, Transaction>();
  /** The line over which each was last spoken of. */
  readonly #lines = new WeakMap<Transaction, object>();

  constructor(storage: Storage, locks: Locks) {
    this.#storage = storage;
    this.#locks = locks;
  }

  /** What is stored of this write or of a later one: mostly an earlier one was the last. */
  record(reader: Reader, session: string, from = 0n): WriteRecord | undefined {
    const bytes = reader.get(recordKey(session));
    if (!bytes) return undefined;
    const number = rawField(bytes, 'n');
    const txnNumber = number instanceof Long ? bigIntOf(number) : 0n;
    if (txnNumber < from) return undefined;
    const doc = parse(bytes);
    return {
      txnNumber,
      kind: doc['k'] === 'transaction' ? 'transaction' : 'write',
      progress: isDoc(doc['p']) ? doc['p'] : {},
    };
  }

  /** What is stored about this very write; a number older than the stored one is refused. */
  recordFor(reader: Reader, session: string, txnNumber: bigint): WriteRecord | undefined {
    const record = this.record(reader, session, txnNumber);
    if (!record) return undefined;
    if (record.txnNumber > txnNumber) {
      throw new StoreError(
        225,
        `Retryable write ${txnNumber} is older than ${record.txnNumber} of this session`,
      );
    }
    if (record.kind === 'transaction')
      throw new StoreError(256, `Number ${txnNumber} belongs to a committed transaction`);
    return record;
  }

  recordChange(session: string, record: WriteRecord): Change {
    const doc: Doc = {
      n: longOf(record.txnNumber),
      k: record.kind,
      at: new Date(epochMs()),
      p: record.progress,
    };
    return [recordKey(session), serialize(doc)];
  }

  /** The transaction a statement runs in; its first statement begins it. */
  transactionFor(part: SessionPart, commits: () => number): Transaction {
    const current = this.#open.get(part.id);
    const number = part.txnNumber ?? 0n;
    if (current && current.number > number) {
      throw new StoreError(225, `Transaction ${number} is older than ${current.number} of this session`);
    }
    if (!part.starts) {
      if (current?.number !== number || current.state !== 'open') {
        throw noSuchTransaction(
          `Given transaction number ${number} does not match any in-progress transactions`,
        );
      }
      current.lastUsed = ticks();
      return current;
    }
    if (current?.number === number) throw new StoreError(117, `Transaction ${number} has already started`);
    current?.end('aborted');
    this.#open.delete(part.id);
    if (this.#open.size >= MOST_TRANSACTIONS) {
      throw new StoreError(112, 'Too many open transactions', { labels: ['TransientTransactionError'] });
    }
    const begun = new Transaction({ number, storage: this.#storage, locks: this.#locks, commits });
    this.#open.set(part.id, begun);
    return begun;
  }

  current(session: string): Transaction | undefined {
    return this.#open.get(session);
  }

  forget(session: string, transaction: Transaction): void {
    if (this.#open.get(session) === transaction) this.#open.delete(session);
  }

  abort(session: string): void {
    const transaction = this.#open.get(session);
    if (transaction?.state === 'committing') return;
    transaction?.end('aborted');
    this.#open.delete(session);
  }

  abortAll(): void {
    for (const [session, transaction] of this.#open) {
      if (transaction.state === 'committing') continue;
      transaction.end('aborted');
      this.#open.delete(session);
    }
  }

  openTransactions(): Transaction[] {
    return [...this.#open.values()];
  }

  /** Notes over which line a request came, when it has left its transaction open. */
  heard(body: Doc, line: object): void {
    const id = body['autocommit'] === false ? sessionId(body) : undefined;
    const transaction = id === undefined ? undefined : this.#open.get(id);
    if (transaction) this.#lines.set(transaction, line);
  }

  /**
   * Whoever is killed in the middle of a transaction would keep others from what it locked until it is too old; with its
   * line it is over. A client that lost the line alone runs it again, as after a conflict.
   */
  hungUp(line: object): void {
    for (const [session, transaction] of this.#open) {
      if (this.#lines.get(transaction) === line) this.abort(session);
    }
  }

  /** Ends transactions that were left alone: their snapshot makes the file grow, their locks stop others. */
  abortExpired(): void {
    for (const [session, transaction] of this.#open) {
      if (ticks() - transaction.began > TRANSACTION_MS) this.abort(session);
    }
  }

  /** The records of sessions that are long over. */
  expiredRecords(reader: Reader): Change[] {
    const changes: Change[] = [];
    const oldest = epochMs() - SESSION_MS;
    let from: Buffer | undefined = PREFIX;
    while (from && changes.length < 1000) {
      const page = reader.page(from, after(PREFIX), false, 1000);
      for (const { key, value } of page.entries) {
        const at = parse(value)['at'];
        if (at instanceof Date && at.getTime() < oldest) changes.push([key, null]);
      }
      const last = page.entries.at(-1);
      from = page.more && last ? justAfter(last.key) : undefined;
    }
    return changes;
  }
}

const recordKey = (session: string): Buffer => Buffer.concat([PREFIX, Buffer.from(session, 'hex')]);

/** Hex of the UUID, or undefined when it is none. */
function sessionId(body: Doc): string | undefined {
  const lsid = body['lsid'];
  const id = isDoc(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary) || id.position !== 16) return undefined;
  return Buffer.from(id.buffer.subarray(0, 16)).toString('hex');
}

export function readSession(body: Doc): SessionPart | undefined {
  if (body['lsid'] === undefined) return undefined;
  const id = sessionId(body);
  if (id === undefined) throw new StoreError(72, 'lsid.id has to be a UUID');
  const given: Value = body['txnNumber'];
  let txnNumber: bigint | undefined;
  if (given instanceof Long) txnNumber = bigIntOf(given);
  else if (given instanceof Int32) txnNumber = BigInt(given.value);
  else if (given !== undefined) throw new StoreError(14, 'txnNumber has to be a long');
  const inTransaction = body['autocommit'] === false;
  if (inTransaction && txnNumber === undefined) throw new StoreError(72, 'a transaction needs a txnNumber');
  return {
    id,
    txnNumber,
    inTransaction,
    starts: inTransaction && body['startTransaction'] === true,
  };
}
