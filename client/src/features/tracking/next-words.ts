import type { MyComplaint } from '@core/contract/tracking.ts';
import { useI18n } from 'vue-i18n';
import { useDayWords } from '@/features/phone/day-words.ts';

/** What comes next, with its last day where there is one; nothing where nothing is left to come. */
export function useNextWords(): (next: MyComplaint['next']) => string {
  const { t } = useI18n();
  const dayWords = useDayWords();
  return (next) => {
    if (!next) return '';
    return next.dueOn
      ? t(`tracking.next.${next.step}`, { day: dayWords(next.dueOn) })
      : t(`tracking.nextOpen.${next.step}`);
  };
}
