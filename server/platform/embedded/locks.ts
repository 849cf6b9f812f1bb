import { inTime } from '../in-time.ts';
import { StoreError } from './lang/errors.ts';

/** Whoever holds locks: an open transaction. */
export interface Holder {
  /** Settles when the locks are gone. */
  readonly finished: Promise<void>;
}

/** Thrown by a plain write that met the lock of an open transaction: it waits and tries again. */
export class Blocked extends Error {
  readonly holder: Holder;

  constructor(holder: Holder) {
    super('A transaction holds this document');
    this.holder = holder;
  }
}

export const writeConflict = (): StoreError =>
  new StoreError(112, 'Write conflict: another operation changed the same document. Please retry.', {
    labels: ['TransientTransactionError'],
  });

/** Locks of open transactions on documents and unique keys, by storage key. */
export class Locks {
  readonly #holders = new Map<string, Holder>();

  get none(): boolean {
    return this.#holders.size === 0;
  }

  holder(key: string): Holder | undefined {
    return this.#holders.get(key);
  }

  take(key: string, holder: Holder): void {
    this.#holders.set(key, holder);
  }

  release(keys: Iterable<string>): void {
    for (const key of keys) this.#holders.delete(key);
  }
}

/** Waits for the holder, but not beyond `timeoutMs`: then false. */
export const waitFor = (holder: Holder, timeoutMs: number): Promise<boolean> =>
  inTime(
    holder.finished.then(() => true),
    timeoutMs,
    () => false,
  );
