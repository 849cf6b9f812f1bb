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
export async function waitFor(holder: Holder, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const done = await Promise.race([holder.finished.then(() => true as const), late]);
  clearTimeout(timer);
  return done;
}
