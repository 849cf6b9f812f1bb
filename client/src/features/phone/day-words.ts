import { useI18n } from 'vue-i18n';
import { isPlainDate } from '@core/kit/plain-date.ts';
import { dayParts } from './day-parts.ts';

/** A day on a phone screen: as people say it, with its weekday. */
export function useDayWords(): (day: string) => string {
  const { t, locale } = useI18n();
  return (day) => (isPlainDate(day) ? t('worker.dayIs', dayParts(day, locale.value, Date.now())) : day);
}
