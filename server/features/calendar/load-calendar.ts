import type { Calendar, CalendarOverlay, CalendarYear } from '../../core/law/calendar/calendar.ts';
import { calendarWith } from '../../core/law/calendar/index.ts';
import { currentSession } from '../../platform/db.ts';
import { areaChain } from '../areas/index.ts';
import type { LocalHoliday, NamedDay, StoredYear } from './calendar.model.ts';
import {
  calendarMark,
  committedMark,
  findLocalHolidays,
  findStoredYears,
  knownCalendarMark,
} from './calendar.model.ts';

const asBlock = ({ day, name }: NamedDay) => ({ name, from: day, to: day });

/** A stored year in the form the counter reads. */
export function toCalendarYear(
  stored: Pick<StoredYear, 'year' | 'notice' | 'noticeUrl' | 'issuedOn' | 'off' | 'on'>,
): CalendarYear {
  const { year, notice, noticeUrl, issuedOn, off, on } = stored;
  return {
    year,
    notices: [{ number: notice, issuedOn, ...(noticeUrl === undefined ? {} : { link: noticeUrl }) }],
    off: off.map(asBlock),
    on: on.map(({ day, name }) => ({ day, name })),
  };
}

const toOverlay = (holiday: LocalHoliday): CalendarOverlay => ({
  source: holiday.source,
  off: [asBlock(holiday)],
});

const remembered = new Map<string, Calendar>();
let rememberedMark = '';

/**
 * The calendar to count with in an area: built-in years, years an admin entered, and the extra days off that the area
 * and those above it have set (放假办法 4). Remembered until any process changes the calendar. A transaction
 * counts with the calendar of its own moment; what it has changed itself is not remembered, as that may still be undone.
 * @law CAL-2
 */
export async function loadCalendar(areaCode: string): Promise<Calendar> {
  const inTransaction = currentSession() !== null;
  const mark = inTransaction ? await calendarMark() : await knownCalendarMark();
  if (inTransaction && mark !== rememberedMark && mark !== (await committedMark()))
    return readCalendar(areaCode);
  if (mark !== rememberedMark) {
    remembered.clear();
    rememberedMark = mark;
  }
  const known = remembered.get(areaCode);
  if (known !== undefined) return known;
  const calendar = await readCalendar(areaCode);
  // Kept only when nothing changed while it was read.
  if ((await committedMark()) === mark && rememberedMark === mark) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(areaCode, calendar);
  }
  return calendar;
}
/** A prefecture has about a hundred towns; asked-for codes are not checked, so the memory needs an end. */
const MOST_REMEMBERED = 500;

async function readCalendar(areaCode: string): Promise<Calendar> {
  // One after the other: a transaction has no parallel questions, and this may be its first.
  const years = await findStoredYears();
  const holidays = await findLocalHolidays(areaChain(areaCode));
  return calendarWith(years.map(toCalendarYear), holidays.map(toOverlay));
}
