import { useI18n } from 'vue-i18n';
import { isPlainDate, startOfShanghaiDay, toShanghaiDay } from '../../../../server/core/kit/plain-date.ts';

const ZONE = 'Asia/Shanghai';

/** A day as people say it, in the language on screen; the year only where it is not this one. */
export function dayWords(day: string, locale: string, now: number): string {
  if (!isPlainDate(day)) return day;
  const isThisYear = day.slice(0, 4) === toShanghaiDay(now).slice(0, 4);
  const text = new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(startOfShanghaiDay(day));
  // Figures breathe between Chinese letters, as on the other screens.
  return text.replace(/(\d)(\p{Script=Han})/gu, '$1 $2').replace(/(\p{Script=Han})(\d)/gu, '$1 $2');
}

export function useDayWords(): (day: string) => string {
  const { locale } = useI18n();
  return (day) => dayWords(day, locale.value, Date.now());
}
