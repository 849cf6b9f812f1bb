import type { Page } from '@core/contract/page.ts';
import { onScopeDispose, reactive, ref, watch, type Ref } from 'vue';
import type { List } from '@/remote/use-list.ts';
import { LINE_BACK, onLive } from './live.ts';

export interface LiveList {
  /** How many rows have come in that are not shown yet. */
  waiting: Ref<number>;
  /** Rows that have just come in: marked for a while. */
  fresh: ReadonlySet<string>;
  /** Shows what waits. */
  show: () => void;
  /** Is somebody reading the rows? Then nothing moves under the eyes. */
  setReading: (isReading: boolean) => void;
}

/** A burst of changes is one look at the server. */
const LOOK_AFTER_MS = 700;
/** After the pointer or the focus has left the rows, what waits comes in by itself. */
const CALM_MS = 1_500;
const MARKED_MS = 30_000;

/**
 * A list that follows the server without a reload. The socket only says that something changed; the same query is asked
 * again through the same permissions. Rows that are shown are renewed in their place; new ones wait while somebody is
 * reading, and are marked when they come in.
 */
export function useLiveList<Row>(
  list: List<Row>,
  events: readonly string[],
  keyOf: (row: Row) => string,
): LiveList {
  const waiting = ref(0);
  const fresh = reactive(new Set<string>());
  let next: Page<Row> | undefined;
  let reading = false;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let calmTimer: ReturnType<typeof setTimeout> | undefined;
  const markTimers = new Set<ReturnType<typeof setTimeout>>();

  function show(): void {
    if (!next) return;
    const known = new Set(list.page.value?.items.map(keyOf));
    mark(next.items.map(keyOf).filter((key) => !known.has(key)));
    list.put(next);
    next = undefined;
    waiting.value = 0;
  }
  function mark(keys: readonly string[]): void {
    for (const key of keys) fresh.add(key);
    const timer = setTimeout(() => keys.forEach((key) => fresh.delete(key)), MARKED_MS);
    markTimers.add(timer);
  }

  /** Renews the rows on screen where they stand; answers how many others there are now. */
  function renewInPlace(page: Page<Row>): number {
    const shown = list.page.value;
    if (!shown) return 0;
    const newer = new Map(page.items.map((row) => [keyOf(row), row]));
    const items = shown.items.map((row) => newer.get(keyOf(row)) ?? row);
    const known = new Set(items.map(keyOf));
    list.put({ ...shown, items });
    return page.items.filter((row) => !known.has(keyOf(row))).length;
  }

  async function look(): Promise<void> {
    const asked = JSON.stringify(list.query.value) + list.pageNumber.value;
    try {
      const page = await list.peek();
      if (asked !== JSON.stringify(list.query.value) + list.pageNumber.value) return;
      next = page;
      if (reading) waiting.value = renewInPlace(page);
      else show();
    } catch {
      // A look that fails is made good by the next event, or by the reader's own reload.
    }
  }

  const lookSoon = (): void => {
    clearTimeout(lookTimer);
    lookTimer = setTimeout(() => void look(), LOOK_AFTER_MS);
  };
  for (const event of [...events, LINE_BACK]) onLive(event, lookSoon);

  watch([list.query, list.pageNumber], () => {
    next = undefined;
    waiting.value = 0;
  });
  onScopeDispose(() => {
    clearTimeout(lookTimer);
    clearTimeout(calmTimer);
    markTimers.forEach((timer) => clearTimeout(timer));
  });

  return {
    waiting,
    fresh,
    show,
    setReading: (isReading) => {
      reading = isReading;
      clearTimeout(calmTimer);
      if (!isReading) calmTimer = setTimeout(() => !reading && show(), CALM_MS);
    },
  };
}
