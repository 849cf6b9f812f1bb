import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { addDays } from '../server/core/kit/plain-date.ts';
import type { Calendar } from '../server/core/law/calendar/calendar.ts';
import { isWorkingDay } from '../server/core/law/day-facts.ts';

/** The working days from one day to another. */
export function workingDays(from: PlainDate, to: PlainDate, calendar: Calendar): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}

/** The working day so many working days before this one; none before: the last one up to it. */
export function workingDaysBefore(today: PlainDate, count: number, calendar: Calendar): PlainDate {
  let day = today;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  for (let left = count; left > 0; left -= 1) {
    day = addDays(day, -1);
    while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  }
  return day;
}
