import type { PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';

/** What the yearly notices call the block of days off. */
const NAME = '春节';

/**
 * The first day off of the next Spring Festival, this day included, as the year's notice sets it. Undefined while that
 * year's notice is not there: the day is never guessed from the lunar calendar.
 * @example nextSpringFestival('2025-11-22', calendar) // '2026-02-15'
 * @law CAL-2
 */
export function nextSpringFestival(today: PlainDate, calendar: Calendar): PlainDate | undefined {
  const { year } = partsOf(today);
  for (const candidate of [year, year + 1]) {
    const blocks = calendar.years[candidate]?.off.filter(({ name }) => name.includes(NAME)) ?? [];
    const first = blocks.map(({ from }) => from).sort()[0];
    if (first === undefined) return undefined;
    if (first >= today) return first;
  }
  return undefined;
}

const FOUND = new WeakMap<Calendar, readonly PlainDate[]>();

/** The first day off of every Spring Festival whose notice is there, oldest first; looked for once in each calendar. */
export function springFestivals(calendar: Calendar): readonly PlainDate[] {
  const known = FOUND.get(calendar);
  if (known !== undefined) return known;
  const found = Object.values(calendar.years)
    .flatMap(({ off }) => off.filter(({ name }) => name.includes(NAME)).map(({ from }) => from))
    .sort();
  FOUND.set(calendar, found);
  return found;
}
