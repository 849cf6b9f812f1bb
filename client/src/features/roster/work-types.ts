import { computed, type ComputedRef } from 'vue';
import { listWorkTypes } from '@/api/roster.ts';
import { useRemote } from '@/remote/remote-data.ts';

/** The national dictionary of work types, as choices and as words. */
export function useWorkTypes(): {
  options: ComputedRef<{ value: string; label: string }[]>;
  nameOf: (code: string) => string;
} {
  const types = useRemote((signal) => listWorkTypes(signal));
  void types.load();
  const all = computed(() => types.value.value ?? []);
  return {
    options: computed(() => all.value.map(({ code, zh }) => ({ value: code, label: `${code} ${zh}` }))),
    nameOf: (code) => all.value.find((type) => type.code === code)?.zh ?? code,
  };
}
