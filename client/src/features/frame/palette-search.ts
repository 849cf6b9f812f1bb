import { computed, onScopeDispose, watch, type ComputedRef, type Ref } from 'vue';
import { useRemote } from '@/remote/remote-data.ts';
import { useSession } from '@/stores/session.ts';
import { PALETTE_SOURCES, type PaletteEntry } from './palette-sources.ts';

const PAUSE_MS = 250;
/** One letter is in everything. */
const SHORTEST = 2;
const OF_EACH = 5;

export interface PaletteSearch {
  entries: ComputedRef<readonly PaletteEntry[]>;
  searching: ComputedRef<boolean>;
  /** Some list could not be asked: what is shown is not all there is. */
  incomplete: ComputedRef<boolean>;
  /** There is something to search besides pages. */
  reaches: ComputedRef<boolean>;
}

/** What is typed, looked for in every list this reader may open, a few of each; one list's failure hides no other's rows. */
export function usePaletteSearch(words: Ref<string>): PaletteSearch {
  const session = useSession();
  const sources = computed(() => PALETTE_SOURCES.filter(({ permission }) => session.can(permission)));
  const wanted = computed(() => words.value.trim());
  const isWorth = computed(() => wanted.value.length >= SHORTEST && sources.value.length > 0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const found = useRemote(async (signal) => {
    const query = { q: wanted.value, limit: OF_EACH };
    const answers = await Promise.allSettled(sources.value.map((source) => source.find(query, signal)));
    return {
      words: query.q,
      entries: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
      incomplete: answers.some(({ status }) => status === 'rejected'),
    };
  });
  watch(wanted, () => {
    clearTimeout(timer);
    if (isWorth.value) timer = setTimeout(() => void found.load(), PAUSE_MS);
  });
  onScopeDispose(() => clearTimeout(timer));

  /** The answer to what stands there now; an older one is not shown. */
  const answer = computed(() =>
    isWorth.value && found.value.value?.words === wanted.value ? found.value.value : undefined,
  );
  return {
    entries: computed(() => answer.value?.entries ?? []),
    searching: computed(
      () => isWorth.value && answer.value === undefined && found.data.value.state !== 'failed',
    ),
    incomplete: computed(() => answer.value?.incomplete ?? false),
    reaches: computed(() => sources.value.length > 0),
  };
}
