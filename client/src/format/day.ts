import { useI18n } from 'vue-i18n';
import { isPlainDate, weekday } from '../../../server/core/kit/plain-date.ts';

/** '2026-02-14 Sat': a due day is read with its weekday; text that is no day stays as it is. */
export function useDayText(): (day: string) => string {
  const { t } = useI18n();
  return (day) =>
    isPlainDate(day) ? t('clock.dayWithWeekday', { day, weekday: t(`clock.weekday.${weekday(day)}`) }) : day;
}
