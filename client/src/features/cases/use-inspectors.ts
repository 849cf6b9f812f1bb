import { computed, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { listInspectors } from '@/api/cases.ts';
import { useRemote } from '@/remote/remote-data.ts';

/** Who may be given a case of this office, with how much each has already; not asked for while there is no office. */
export function useInspectors(officeCode: () => string | undefined): {
  options: ComputedRef<{ value: string; label: string }[]>;
  failed: ComputedRef<boolean>;
} {
  const { t } = useI18n();
  const remote = useRemote((signal) => listInspectors(officeCode() ?? '', signal));
  watch(officeCode, (office) => office !== undefined && void remote.load(), { immediate: true });
  return {
    options: computed(() =>
      (remote.value.value?.items ?? []).map(({ id, name, openCases }) => ({
        value: id,
        label: t('cases.inspectorLoad', { name, count: openCases }),
      })),
    ),
    failed: computed(() => remote.data.value.state === 'failed'),
  };
}
