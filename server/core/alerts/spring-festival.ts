import type { PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { lunarNewYearOf } from '../law/calendar/lunar-new-year.ts';

/** What the yearly notices call the block of days off. */
const NAME = '春节';

/** The day by which everybody wants to be paid. */
export interface SpringFestival {
  on: PlainDate;
  /** Days off begin on it. Otherwise it is lunar new year itself: the notice may let them begin some days earlier. */
  byNotice: boolean;
}

/**
 * The first day off of the next Spring Festival, this day included, as the year's notice sets it. While that year's notice
 * is not there, lunar new year's day, which needs no notice. Undefined past the years known.
 * @example nextSpringFestival('2025-11-22', calendar) // { on: '2026-02-15', byNotice: true }
 * @example nextSpringFestival('2026-11-22', calendar) // { on: '2027-02-06', byNotice: false }
 * @law CAL-2
 */
export function nextSpringFestival(today: PlainDate, calendar: Calendar): SpringFestival | undefined {
  const { year } = partsOf(today);
  for (const candidate of [year, year + 1]) {
    const found = festivalOf(candidate, calendar);
    if (found === undefined || found.on >= today) return found;
  }
  return undefined;
}

function festivalOf(year: number, calendar: Calendar): SpringFestival | undefined {
  const blocks = calendar.years[year]?.off.filter(({ name }) => name.includes(NAME)) ?? [];
  const first = blocks.map(({ from }) => from).sort()[0];
  const on = first ?? lunarNewYearOf(year);
  return on === undefined ? undefined : { on, byNotice: first !== undefined };
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
