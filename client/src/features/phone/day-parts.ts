import { startOfShanghaiDay, toShanghaiDay, type PlainDate } from '../../../../server/core/kit/plain-date.ts';

const ZONE = 'Asia/Shanghai';

/** A day as people say it, in the language on screen, and its weekday; the year only where it is not this one. */
export function dayParts(day: PlainDate, locale: string, now: number): { day: string; weekday: string } {
  const isThisYear = day.slice(0, 4) === toShanghaiDay(now).slice(0, 4);
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(startOfShanghaiDay(day));
  const text = write({ ...(isThisYear ? {} : { year: 'numeric' }), month: 'long', day: 'numeric' });
  // Figures breathe between Chinese letters, as on the other screens.
  const airy = text.replace(/(\d)(\p{Script=Han})/gu, '$1 $2').replace(/(\p{Script=Han})(\d)/gu, '$1 $2');
  return { day: airy, weekday: write({ weekday: 'short' }) };
}
