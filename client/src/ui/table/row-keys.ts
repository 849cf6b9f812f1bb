import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const TYPING = 'input, textarea, select, [contenteditable], [role=dialog] *';

/** Dialogs stay in the page after they are closed; only one that takes up room is open. */
const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.getClientRects().length > 0);

/** j and k walk through the rows, Enter opens the one that is marked, / goes to the search field; never while typing. */
export function useRowKeys(options: {
  on: () => boolean;
  count: () => number;
  open: (index: number) => void;
  root: Ref<HTMLElement | undefined>;
}): Ref<number> {
  const current = ref(-1);

  function go(to: number): void {
    current.value = Math.max(0, Math.min(to, options.count() - 1));
    options.root.value
      ?.querySelectorAll<HTMLElement>('tbody tr')
      .item(current.value)
      ?.scrollIntoView({ block: 'nearest' });
  }
  function onKey(event: KeyboardEvent): void {
    if (!options.on() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if (isDialogOpen()) return;
    if (event.key === 'j' && options.count() > 0) go(current.value + 1);
    else if (event.key === 'k' && options.count() > 0) go(current.value - 1);
    else if (event.key === '/') {
      event.preventDefault();
      options.root.value?.querySelector<HTMLElement>('.filters input')?.focus();
    } else if (event.key === 'Enter' && current.value >= 0) {
      // A button or link that has the focus keeps its own Enter.
      if (event.target instanceof Element && event.target.closest('a, button')) return;
      options.open(current.value);
    }
  }
  onMounted(() => document.addEventListener('keydown', onKey));
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey));
  return current;
}
