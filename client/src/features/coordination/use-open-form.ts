import type { CoordinationKind, OpenForm } from '@core/contract/coordination.ts';
import { ref, watch } from 'vue';
import { getOpenForm } from '@/api/coordination.ts';
import { toastError } from '@/ui/toasts.ts';

/** The fields with which a record of this kind is opened, fetched when its drawer first opens. */
export function useOpenForm(kind: CoordinationKind, isOpen: () => boolean) {
  const form = ref<OpenForm>();
  watch(
    isOpen,
    async (open) => {
      if (!open || form.value !== undefined) return;
      try {
        form.value = await getOpenForm(kind);
      } catch (cause) {
        toastError(cause);
      }
    },
    { immediate: true },
  );
  return form;
}
