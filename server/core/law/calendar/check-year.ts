import { diffDays, weekday, type PlainDate } from '../../kit/plain-date.ts';
import { daysOf, type CalendarYear, type DaysOff } from './calendar.ts';

/** What is wrong with a year somebody wants to add, and on which day. */
export type CalendarFault =
  | { readonly code: 'noNotice' | 'noDaysOff' | 'yearOutOfRange' }
  | {
      readonly code: 'blockBackwards' | 'blockTooLong' | 'outsideYear' | 'listedTwice' | 'makeUpOnWeekday';
      readonly day: PlainDate;
    };

/** Longest block of days off ever arranged was ten days; twice that is a typing slip. */
const LONGEST_BLOCK = 20;

/** A notice rules its own year and, at most, the last week of the year before. */
function liesInYear(day: PlainDate, year: number): boolean {
  return day.startsWith(`${year}-`) || (day.startsWith(`${year - 1}-12-`) && day >= `${year - 1}-12-25`);
}

function blockFault(block: DaysOff): CalendarFault | null {
  const length = diffDays(block.from, block.to) + 1;
  if (length < 1) return { code: 'blockBackwards', day: block.from };
  return length > LONGEST_BLOCK ? { code: 'blockTooLong', day: block.from } : null;
}

/**
 * Can this year's notice be taken into the calendar? Lists everything wrong at once, so that the operator
 * who types it in corrects it in one go; an empty list means yes.
 * @law CAL-2
 */
export function checkCalendarYear(input: CalendarYear): CalendarFault[] {
  const faults: CalendarFault[] = [];
  if (!Number.isSafeInteger(input.year) || input.year < 1950 || input.year > 2200)
    faults.push({ code: 'yearOutOfRange' });
  if (input.notices.every(({ number }) => number.trim() === '')) faults.push({ code: 'noNotice' });
  if (input.off.length === 0) faults.push({ code: 'noDaysOff' });
  const sound = input.off.filter((block) => {
    const fault = blockFault(block);
    if (fault !== null) faults.push(fault);
    return fault === null;
  });
  const seen = new Set<PlainDate>();
  for (const day of [...sound.flatMap(daysOf), ...input.on.map((madeUp) => madeUp.day)]) {
    if (seen.has(day)) faults.push({ code: 'listedTwice', day });
    if (!liesInYear(day, input.year)) faults.push({ code: 'outsideYear', day });
    seen.add(day);
  }
  for (const { day } of input.on) if (weekday(day) <= 5) faults.push({ code: 'makeUpOnWeekday', day });
  return faults;
}
