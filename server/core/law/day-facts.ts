import { plainDate, weekday, type PlainDate } from '../kit/plain-date.ts';
import { STATUTORY_SINCE, statutoryDays } from './calendar/statutory-days.ts';
import { daysOf, type Calendar, type DayFacts, type DaysOff, type MakeUpDay } from './calendar/calendar.ts';

/** No period that runs now ends later; a year further off has no days off but weekends. */
const STATUTORY_UNTIL = 2060;

const INDEXES = new WeakMap<Calendar, ReadonlyMap<string, DayFacts>>();

/** Every listed day of every year and overlay; built once for each calendar value. */
function indexOf(calendar: Calendar): ReadonlyMap<string, DayFacts> {
  const known = INDEXES.get(calendar);
  if (known !== undefined) return known;
  const index = new Map<string, DayFacts>();
  const list = (off: readonly DaysOff[], on: readonly MakeUpDay[]): void => {
    for (const block of off) {
      for (const day of daysOf(block)) index.set(day, { working: false, why: 'holiday', name: block.name });
    }
    for (const { day, name } of on) index.set(day, { working: true, why: 'makeUp', name });
  };
  const years = Object.values(calendar.years).sort((a, b) => a.year - b.year);
  for (let year = STATUTORY_SINCE; year <= STATUTORY_UNTIL; year += 1)
    if (!Object.hasOwn(calendar.years, year)) list(statutoryDays(year), []);
  for (const year of years) list(year.off, year.on);
  for (const overlay of calendar.overlays ?? []) list(overlay.off, overlay.on ?? []);
  INDEXES.set(calendar, index);
  return index;
}

/**
 * Is this day worked, and why? A listed day off or make-up day wins; every other day follows the weekday.
 * A year without a notice has the days off the law itself names and falls back to the weekday for the rest: ask
 * `hasNotice` before relying on it.
 * @law CAL-1
 * @law CAL-2
 */
export function dayFacts(day: PlainDate, calendar: Calendar): DayFacts {
  const listed = indexOf(calendar).get(day);
  if (listed !== undefined) return listed;
  const working = weekday(day) <= 5;
  return { working, why: working ? 'weekday' : 'weekend' };
}

/** Listed days that are not what their weekday says, in order, with the sum of what they add or take up to each. */
type Exceptions = { readonly days: readonly PlainDate[]; readonly sums: readonly number[] };
const EXCEPTIONS = new WeakMap<Calendar, Exceptions>();

function exceptionsOf(calendar: Calendar): Exceptions {
  const known = EXCEPTIONS.get(calendar);
  if (known !== undefined) return known;
  const listed = [...indexOf(calendar)].sort(([a], [b]) => (a < b ? -1 : 1));
  const days: PlainDate[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const [text, { working }] of listed) {
    const day = plainDate(text);
    if (working === weekday(day) <= 5) continue;
    sum += working ? 1 : -1;
    days.push(day);
    sums.push(sum);
  }
  const made = { days, sums };
  EXCEPTIONS.set(calendar, made);
  return made;
}

/** By how much all listed days up to and including this one change the number of working days. */
export function listedChange(upTo: PlainDate, calendar: Calendar): number {
  const { days, sums } = exceptionsOf(calendar);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? upTo) <= upTo) low = middle + 1;
    else high = middle;
  }
  return sums[low - 1] ?? 0;
}

/** Is this day a working day (工作日)? */
export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  return dayFacts(day, calendar).working;
}

/** Does the calendar hold the notice for this day's year? Without it a count is provisional. */
export function hasNotice(day: PlainDate, calendar: Calendar): boolean {
  return Object.hasOwn(calendar.years, Number(day.slice(0, 4)));
}
