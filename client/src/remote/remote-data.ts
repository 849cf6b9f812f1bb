import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { ApiError } from '@/api/api-error.ts';
import { ApiError as Failure } from '@/api/api-error.ts';
import { unreadable } from '@/api/transport-words.ts';

/** Everything a screen can know about data that lives on the server. */
export type RemoteData<Value> =
  | { state: 'idle' }
  /** `slow` turns true after 300 ms: only then is a skeleton worth the flicker. `previous` stays on screen meanwhile. */
  | { state: 'loading'; slow: boolean; previous?: Value }
  | { state: 'loaded'; value: Value }
  | { state: 'failed'; error: ApiError; previous?: Value };

export interface Remote<Value> {
  data: ShallowRef<RemoteData<Value>>;
  /** What is there to show now: the loaded value, or the one before while a newer is on its way. */
  value: ComputedRef<Value | undefined>;
  load: () => Promise<void>;
  /** Puts in an answer that came by another way, e.g. the record a save returned. */
  put: (value: Value) => void;
}

const SKELETON_AFTER_MS = 300;

export function valueOf<Value>(data: RemoteData<Value>): Value | undefined {
  if (data.state === 'loaded') return data.value;
  return data.state === 'idle' ? undefined : data.previous;
}

export const asApiError = (cause: unknown): ApiError => {
  if (cause instanceof Failure) return cause;
  // A fault of our own: said on screen as one, and left to the browser's error log with its stack.
  setTimeout(() => {
    throw cause;
  });
  return unreadable(0, undefined);
};

/** Loads on demand; the newest request wins, an older one that comes late is dropped and aborted. */
export function useRemote<Value>(fetchValue: (signal: AbortSignal) => Promise<Value>): Remote<Value> {
  const data: ShallowRef<RemoteData<Value>> = shallowRef({ state: 'idle' });
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    running?.abort();
    clearTimeout(timer);
  }

  function waiting(slow: boolean): RemoteData<Value> {
    const previous = valueOf(data.value);
    return previous === undefined ? { state: 'loading', slow } : { state: 'loading', slow, previous };
  }

  async function load(): Promise<void> {
    stop();
    const mine = new AbortController();
    running = mine;
    data.value = waiting(false);
    timer = setTimeout(() => (data.value = waiting(true)), SKELETON_AFTER_MS);
    try {
      const value = await fetchValue(mine.signal);
      if (running === mine) data.value = { state: 'loaded', value };
    } catch (cause) {
      if (running !== mine || mine.signal.aborted) return;
      const previous = valueOf(data.value);
      const error = asApiError(cause);
      data.value = previous === undefined ? { state: 'failed', error } : { state: 'failed', error, previous };
    } finally {
      if (running === mine) clearTimeout(timer);
    }
  }

  onScopeDispose(stop);
  return {
    data,
    value: computed(() => valueOf(data.value)),
    load,
    put: (value) => {
      stop();
      running = undefined;
      data.value = { state: 'loaded', value };
    },
  };
}
