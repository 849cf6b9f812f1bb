import { addDays, diffDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countPeriod, workingDaysBetween, type PeriodCount } from './count-period.ts';
import { dueDay, extendedDueDay } from './due-day.ts';
import { period, type PeriodId } from './periods.ts';

/** The period stood still from the first day on and goes on with the second, which is counted; open while there is none. */
export interface Standstill {
  readonly from: PlainDate;
  readonly until?: PlainDate;
}

/** A period that runs, or ran, for one record; stored when it starts. Overdue is never stored: it follows from today. */
export interface Deadline {
  readonly period: PeriodId;
  readonly startedOn: PlainDate;
  /** The last day in time, as counted at the start, or as named by the order. */
  readonly dueOn: PlainDate;
  /** A later last day: after an approved extension, or after the period stood still. */
  readonly extendedTo?: PlainDate;
  /** How often it was extended: a recount by a changed calendar counts as many days again. */
  readonly extensions?: number;
  readonly standstills?: readonly Standstill[];
  readonly metOn?: PlainDate;
  /** Working days an area has set where the rule's own length may not be taken for law: recounted with these. */
  readonly workingDays?: number;
  /** True when a calendar year was missing: the day may still move. */
  readonly provisional?: true;
}

/** The last day in time as things stand. */
export const currentDue = (deadline: Deadline): PlainDate => deadline.extendedTo ?? deadline.dueOn;

export const isOpen = (deadline: Deadline): boolean => deadline.metOn === undefined;

export const isStanding = (deadline: Deadline): boolean =>
  deadline.standstills?.some(({ until }) => until === undefined) === true;

/**
 * Starts a period; `named` is the last day where an order or a contract names it.
 * @example startDeadline('acceptance', '2026-02-13', calendar).dueOn // '2026-02-27'
 */
export function startDeadline(
  id: PeriodId,
  startedOn: PlainDate,
  calendar: Calendar,
  named?: PlainDate,
): Deadline {
  if (named !== undefined) return { period: id, startedOn, dueOn: named };
  const count = dueDay(id, startedOn, calendar);
  if (count === null) throw new RangeError(`The last day of ${id} must be named`);
  return {
    period: id,
    startedOn,
    dueOn: count.dueOn,
    ...(count.provisional ? { provisional: true as const } : {}),
  };
}

/** The same deadlines with the open ones of these periods met on this day; a standstill ends with them. */
export function meetDeadlines(
  deadlines: readonly Deadline[],
  met: readonly PeriodId[],
  on: PlainDate,
): Deadline[] {
  return deadlines.map((one) => {
    if (!isOpen(one) || !met.includes(one.period)) return one;
    return isStanding(one)
      ? { ...one, standstills: endStandstill(one, on), metOn: on }
      : { ...one, metOn: on };
  });
}

/** The standstills with the open one ended on this day. */
const endStandstill = ({ standstills = [] }: Deadline, on: PlainDate): Standstill[] =>
  standstills.map((one) => (one.until === undefined ? { ...one, until: on } : one));

/**
 * How long a period in calendar days is with its extensions, as one run: a last day that a weekend moved gives an extension
 * no more days. Null for other periods, and where it stood still in between.
 */
export function wholeCalendarDays(
  { period: id, extensions = 0, standstills = [] }: Deadline,
  more = 0,
): { calendarDays: number } | null {
  const { length, extension } = period(id);
  const each = extension?.length;
  if (!('calendarDays' in length) || standstills.length > 0) return null;
  if (each === undefined || !('calendarDays' in each)) return length;
  return { calendarDays: length.calendarDays + each.calendarDays * (extensions + more) };
}

/**
 * The period after its approved extension; throws where the rule gives none or no length.
 * @law INS-17-1
 */
export function extendDeadline(deadline: Deadline, calendar: Calendar): Deadline {
  const whole = wholeCalendarDays(deadline, 1);
  const count =
    whole === null || period(deadline.period).extension?.length === undefined
      ? extendedDueDay(deadline.period, currentDue(deadline), calendar)
      : dueDay(deadline.period, deadline.startedOn, calendar, whole);
  if (count === null) throw new RangeError(`${deadline.period} has no extension of a fixed length`);
  return {
    ...deadline,
    extendedTo: count.dueOn,
    extensions: (deadline.extensions ?? 0) + 1,
    ...(count.provisional ? { provisional: true as const } : {}),
  };
}

/** The period stands still from this day on: the day itself is not counted any more. */
export function suspendDeadline(deadline: Deadline, from: PlainDate): Deadline {
  if (isStanding(deadline) || !isOpen(deadline)) return deadline;
  return { ...deadline, standstills: [...(deadline.standstills ?? []), { from }] };
}

/**
 * The period goes on: what was left when it stopped is counted on, the day it goes on being the first of the rest.
 * What had run out before it stopped stays run out.
 * @example stopped on its last day and going on a Saturday, the Monday after is the last day
 */
export function resumeDeadline(deadline: Deadline, on: PlainDate, calendar: Calendar): Deadline {
  const open = deadline.standstills?.find(({ until }) => until === undefined);
  if (open === undefined) return deadline;
  if (on < open.from) throw new RangeError('A period cannot go on before it stopped');
  const resumed = { ...deadline, standstills: endStandstill(deadline, on) };
  const before = currentDue(deadline);
  const count = dueAfterStandstill(deadline.period, before, { from: open.from, until: on }, calendar);
  if (count === null || count.dueOn === before) return resumed;
  return {
    ...resumed,
    extendedTo: count.dueOn,
    ...(count.provisional ? { provisional: true as const } : {}),
  };
}

function dueAfterStandstill(
  id: PeriodId,
  due: PlainDate,
  { from, until }: Required<Standstill>,
  calendar: Calendar,
): Pick<PeriodCount, 'dueOn' | 'provisional'> | null {
  if (due < from) return null; // it had run out before it stopped
  const { length, roll } = period(id);
  if (!('workingDays' in length)) {
    const moved = addDays(due, diffDays(from, until));
    return countPeriod({ from: moved, length: { calendarDays: 0 }, roll, calendar });
  }
  const left = workingDaysBetween(addDays(from, -1), due, calendar);
  // Nothing left is only possible where a later notice made the last day a day off: the next working day is left.
  return countPeriod({
    from: addDays(until, -1),
    length: { workingDays: Math.max(left, 1) },
    roll: 'none',
    calendar,
  });
}

/** The open deadline that is due first; one that stands still is due on no day. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines
    .filter((one) => isOpen(one) && !isStanding(one))
    .reduce<Deadline | undefined>(
      (first, one) => (first === undefined || currentDue(one) < currentDue(first) ? one : first),
      undefined,
    );
}
