import type { Page } from '@core/contract/page.ts';
import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Query } from '@/api/http.ts';
import { useRemote, type RemoteData } from './remote-data.ts';

export interface List<Row> {
  data: ShallowRef<RemoteData<Page<Row>>>;
  page: ComputedRef<Page<Row> | undefined>;
  filters: ComputedRef<Record<string, string>>;
  sort: ComputedRef<string>;
  /** What is filtered and how it is ordered, without the place in the list: exports use exactly this. */
  query: ComputedRef<Query>;
  pageNumber: ComputedRef<number>;
  setFilter: (name: string, value: string) => void;
  clearFilters: () => void;
  setSort: (sort: string) => void;
  next: () => void;
  previous: () => void;
  reload: () => Promise<void>;
  /** The page shown now as the server has it at this moment, without touching the screen. */
  peek: () => Promise<Page<Row>>;
  put: (page: Page<Row>) => void;
}

/**
 * A list whose filters and order live in the address, so that a link, a reload and the back button show the same rows.
 * Pages are keyset pages: the cursors of the pages already seen are kept here to walk back.
 */
export function useList<Row>(options: {
  filters: readonly string[];
  /** The order at first; '' for lists that have only one. */
  sort: string;
  fixed?: () => Query;
  fetch: (query: Query, signal: AbortSignal) => Promise<Page<Row>>;
}): List<Row> {
  const route = useRoute();
  const router = useRouter();
  const home = route.path;
  const cursors: Ref<string[]> = ref([]);

  const filters = computed(() =>
    Object.fromEntries(options.filters.map((name) => [name, String(route.query[name] ?? '')])),
  );
  const sort = computed(() => String(route.query['sort'] ?? options.sort));
  const query = computed<Query>(() => ({
    ...filters.value,
    ...options.fixed?.(),
    ...(sort.value !== '' && { sort: sort.value }),
  }));

  const fetchShown = (signal: AbortSignal): Promise<Page<Row>> => {
    const cursor = cursors.value.at(-1);
    return options.fetch({ ...query.value, ...(cursor !== undefined && { cursor }) }, signal);
  };
  const remote = useRemote(fetchShown);

  function write(changes: Record<string, string | undefined>): void {
    const next = { ...route.query, ...changes };
    const kept = Object.entries(next).filter(([, value]) => value !== undefined && value !== '');
    void router.replace({ query: Object.fromEntries(kept) });
  }

  watch(
    () => JSON.stringify(query.value),
    () => {
      // The address of the page we are leaving for also changes the query; that is not ours to load.
      if (route.path !== home) return;
      cursors.value = [];
      void remote.load();
    },
    { immediate: true },
  );

  return {
    data: remote.data,
    page: remote.value,
    filters,
    sort,
    query,
    pageNumber: computed(() => cursors.value.length + 1),
    setFilter: (name, value) => write({ [name]: value }),
    clearFilters: () => write(Object.fromEntries(options.filters.map((name) => [name, undefined]))),
    setSort: (next) => write({ sort: next === options.sort ? undefined : next }),
    next: () => {
      const cursor = remote.value.value?.nextCursor;
      if (!cursor) return;
      cursors.value.push(cursor);
      void remote.load();
    },
    previous: () => {
      cursors.value.pop();
      void remote.load();
    },
    reload: remote.load,
    peek: () => fetchShown(new AbortController().signal),
    put: remote.put,
  };
}
