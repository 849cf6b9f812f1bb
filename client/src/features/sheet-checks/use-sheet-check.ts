import type { SheetCheckView } from '@core/contract/sheet-checks.ts';
import { onScopeDispose, watch, type Ref } from 'vue';
import { getSheetCheck } from '@/api/sheet-checks.ts';
import { LINE_BACK, onLive } from '@/live/live.ts';
import { useRemote, type Remote } from '@/remote/remote-data.ts';

/** While a file is read the server says so over the socket; where the line is down, asking now and then does it too. */
const ASK_AGAIN_MS = 1_500;

/** Follows one check by its id, from the first row that is read until it is confirmed. */
export function useSheetCheck(id: Ref<string>): Remote<SheetCheckView> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = useRemote((signal) => getSheetCheck(id.value, signal));
  const isShown = (): boolean => check.value.value?.id === id.value;

  async function look(): Promise<void> {
    clearTimeout(timer);
    if (id.value === '') return;
    await check.load();
    if (isShown() && check.value.value?.state === 'reading')
      timer = setTimeout(() => void look(), ASK_AGAIN_MS);
  }
  watch(id, () => void look(), { immediate: true });
  onLive('sheetCheckChanged', (facts) => facts['id'] === id.value && void look());
  onLive(LINE_BACK, () => void look());
  onScopeDispose(() => clearTimeout(timer));
  return { ...check, load: look };
}
