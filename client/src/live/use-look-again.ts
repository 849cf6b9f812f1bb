import { onScopeDispose } from 'vue';
import { onLive } from './live.ts';

/** A burst of changes is one look at the server. */
const LOOK_AFTER_MS = 1_000;

/** Looks again a moment after one of these was heard; the socket never says what has changed, only that it has. */
export function useLookAgain(events: readonly string[], look: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, LOOK_AFTER_MS);
  };
  for (const event of events) onLive(event, soon);
  onScopeDispose(() => clearTimeout(timer));
}
