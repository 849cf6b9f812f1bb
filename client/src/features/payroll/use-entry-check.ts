import type { PayrollScope } from '@core/contract/payroll.ts';
import type { SheetProblem } from '@core/contract/sheet-checks.ts';
import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import { checkEntries, type EntriesChecked } from '@/api/payroll.ts';
import type { ApiError } from '@/api/api-error.ts';
import { asApiError } from '@/remote/remote-data.ts';
import { entryOf, isReadable, type EntryRow } from './entry-row.ts';

const CHECK_AFTER_MS = 900;
/** A check that failed is made again by itself: nobody should have to touch a cell for it. */
const AGAIN_AFTER_MS = 5_000;

/** While somebody types, the rows are held against the same rules as a workbook; the newest answer counts. */
export function useEntryCheck(
  rows: Ref<EntryRow[]>,
  scope: () => PayrollScope,
): {
  checked: ShallowRef<EntriesChecked | undefined>;
  checking: Ref<boolean>;
  error: ShallowRef<ApiError | undefined>;
  /** Rows that cannot be sent yet because a cell cannot be read. */
  unreadable: ComputedRef<number>;
  /** Does the answer belong to what stands in the grid now? */
  isCurrent: ComputedRef<boolean>;
  problemsOf: (row: EntryRow) => readonly SheetProblem[];
} {
  const checked = shallowRef<EntriesChecked>();
  const error = shallowRef<ApiError>();
  const checking = ref(false);
  const checkedContent = ref('');
  const content = computed(() => JSON.stringify([scope(), rows.value]));
  const unreadable = computed(() => rows.value.filter((row) => !isReadable(row)).length);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  async function check(): Promise<void> {
    running?.abort();
    if (unreadable.value > 0 || rows.value.length === 0) return;
    const mine = new AbortController();
    running = mine;
    const asked = content.value;
    checking.value = true;
    try {
      const answer = await checkEntries({ ...scope(), entries: rows.value.map(entryOf) }, mine.signal);
      if (running !== mine) return;
      checked.value = answer;
      error.value = undefined;
      checkedContent.value = asked;
    } catch (cause) {
      if (running !== mine || mine.signal.aborted) return;
      error.value = asApiError(cause);
      timer = setTimeout(() => void check(), AGAIN_AFTER_MS);
    } finally {
      if (running === mine) checking.value = false;
    }
  }
  watch(
    content,
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), CHECK_AFTER_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    running?.abort();
  });

  /** Typed rows are counted from 1, as the grid numbers them. */
  const byRow = computed(() => {
    const all = new Map<number, SheetProblem[]>();
    for (const problem of checked.value?.problems ?? [])
      all.set(problem.row, [...(all.get(problem.row) ?? []), problem]);
    return all;
  });
  return {
    checked,
    checking,
    error,
    unreadable,
    isCurrent: computed(() => checkedContent.value === content.value),
    problemsOf: (row) => byRow.value.get(rows.value.indexOf(row) + 1) ?? [],
  };
}
