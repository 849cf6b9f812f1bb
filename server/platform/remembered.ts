import { elapsed } from './clock.ts';
import { afterCommit, currentSession } from './db.ts';

/** So long another instance may go on with what this one has changed; the one that changed it forgets it at once. */
export const REMEMBERED_MS = 1_000;
const MOST = 2_000;
const memories: Remembered<never>[] = [];

/** For whoever changes the store behind the application's back: a restore, a test that empties it. */
export function forgetEverything(): void {
  for (const memory of memories) memory.forget();
}

interface Entry<Value> {
  readAt: number;
  value: Promise<Value>;
}

export interface Remembered<Value> {
  /** What was read for this key within the last second, or what `read` finds now. Not to be changed by who gets it. */
  get(key: string, read: () => Promise<Value>): Promise<Value>;
  /** To be called with every change, inside its transaction or after it; without a key everything is forgotten. */
  forget(key?: string): void;
}

/**
 * A short memory for what nearly every request reads and hardly anybody changes. A transaction uses what is known and
 * adds nothing, because what it reads may still be undone, unless `readsCommitted` says that reading steps outside of
 * it. What failed to be read is not kept.
 */
export function remembered<Value>({ readsCommitted = false } = {}): Remembered<Value> {
  const known = new Map<string, Entry<Value>>();
  const drop = (key: string | undefined): void => {
    if (key === undefined) known.clear();
    else known.delete(key);
  };
  const memory: Remembered<Value> = {
    get(key, read) {
      const readAt = elapsed();
      const entry = known.get(key);
      if (entry !== undefined && readAt - entry.readAt < REMEMBERED_MS) return entry.value;
      if (!readsCommitted && currentSession() !== null) return read();
      if (known.size >= MOST) known.clear();
      const made: Entry<Value> = { readAt, value: read() };
      known.set(key, made);
      made.value.catch(() => {
        if (known.get(key) === made) known.delete(key);
      });
      return made.value;
    },
    forget(key) {
      drop(key);
      // Others may have read the old value again until the change was committed.
      afterCommit(() => drop(key));
    },
  };
  memories.push(memory as unknown as Remembered<never>); // only ever asked to forget
  return memory;
}
