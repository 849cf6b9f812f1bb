import { onScopeDispose, ref, type Ref } from 'vue';

/** Is the window as narrow as a phone? A grid of 31 days becomes a list of people then. */
export function useNarrow(): Ref<boolean> {
  const query = window.matchMedia('(max-width: 720px)');
  const narrow = ref(query.matches);
  const look = (): void => void (narrow.value = query.matches);
  query.addEventListener('change', look);
  onScopeDispose(() => query.removeEventListener('change', look));
  return narrow;
}
