import { addDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { lengthAmount, type CountedLength } from './count-period.ts';
import { dayFacts, hasNotice } from './day-facts.ts';
import { isOpen, wholeCalendarDays, type Deadline } from './deadline.ts';
import { dueDay, isCountedLength } from './due-day.ts';
import { period } from './periods.ts';

/**
 * The same open period counted again from its start, after a notice or a local holiday changed the calendar: extension
 * and standstills stay what they are, only the days between are judged anew. A met period, one whose last day an order
 * names, and one that would not move come back as they are (the same object).
 * @example acceptance from 2026-09-14, due Sunday 2026-09-20 (made up); 17 September becomes a local holiday → 2026-09-21
 * @law CAL-2
 */
export function recountDeadline(deadline: Deadline, calendar: Calendar): Deadline {
  const length =
    deadline.workingDays === undefined
      ? period(deadline.period).length
      : { workingDays: deadline.workingDays };
  if (!isOpen(deadline) || !isCountedLength(length) || 'sameDay' in length) return deadline;
  const first = dueDay(deadline.period, deadline.startedOn, calendar, length);
  if (first === null) return deadline;
  const later = deadline.extendedTo === undefined ? undefined : laterDay(deadline, length, calendar);
  const provisional = first.provisional || later?.provisional === true;
  const extendedTo = later?.day ?? deadline.extendedTo;
  const isSame =
    first.dueOn === deadline.dueOn &&
    extendedTo === deadline.extendedTo &&
    provisional === (deadline.provisional === true);
  if (isSame) return deadline;
  const { provisional: _was, extendedTo: _before, ...kept } = deadline;
  return {
    ...kept,
    dueOn: first.dueOn,
    ...(extendedTo === undefined ? {} : { extendedTo }),
    ...(provisional ? { provisional: true as const } : {}),
  };
}

/** The last day with extensions and standstills; undefined where it cannot be counted from the start. */
function laterDay(
  deadline: Deadline,
  length: CountedLength,
  calendar: Calendar,
): { day: PlainDate; provisional: boolean } | undefined {
  if ('workingDays' in length)
    return lastDayOf(deadline, lengthAmount(length) + extraDays(deadline), calendar);
  const whole = deadline.extensions === undefined ? null : wholeCalendarDays(deadline);
  const count = whole === null ? null : dueDay(deadline.period, deadline.startedOn, calendar, whole);
  return count === null ? undefined : { day: count.dueOn, provisional: count.provisional };
}

/** Working days the approved extensions gave. */
function extraDays(deadline: Deadline): number {
  const length = period(deadline.period).extension?.length;
  return length === undefined ? 0 : lengthAmount(length) * (deadline.extensions ?? 0);
}

/** The working day with this number after the start, days of ended standstills not counted. */
function lastDayOf(
  { startedOn, standstills = [] }: Deadline,
  count: number,
  calendar: Calendar,
): { day: PlainDate; provisional: boolean } {
  let day = startedOn;
  let provisional = false;
  const ended = standstills.filter(({ until }) => until !== undefined);
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (ended.some(({ from, until }) => day >= from && until !== undefined && day < until)) continue;
    const { working, why } = dayFacts(day, calendar);
    if (why !== 'holiday' && why !== 'makeUp' && !hasNotice(day, calendar)) provisional = true;
    if (working) left -= 1;
  }
  return { day, provisional };
}
