import { addDays, diffDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countPeriod, workingDaysBetween } from './count-period.ts';
import { dueDay, extendedDueDay } from './due-day.ts';
import { period, type PeriodId } from './periods.ts';

/** Days on which a period stood still: from the suspension until the day work went on; open while there is no end. */
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
  readonly standstills?: readonly Standstill[];
  readonly metOn?: PlainDate;
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

/** The same deadlines with the open ones of these periods met on this day. */
export function meetDeadlines(
  deadlines: readonly Deadline[],
  met: readonly PeriodId[],
  on: PlainDate,
): Deadline[] {
  return deadlines.map((one) => (isOpen(one) && met.includes(one.period) ? { ...one, metOn: on } : one));
}

/**
 * The period after its approved extension; throws where the rule gives none or no length.
 * @law INS-17-1
 */
export function extendDeadline(deadline: Deadline, calendar: Calendar): Deadline {
  const count = extendedDueDay(deadline.period, currentDue(deadline), calendar);
  if (count === null) throw new RangeError(`${deadline.period} has no extension of a fixed length`);
  return {
    ...deadline,
    extendedTo: count.dueOn,
    ...(count.provisional ? { provisional: true as const } : {}),
  };
}

/** The period stands still from this day on. */
export function suspendDeadline(deadline: Deadline, from: PlainDate): Deadline {
  if (isStanding(deadline) || !isOpen(deadline)) return deadline;
  return { ...deadline, standstills: [...(deadline.standstills ?? []), { from }] };
}

/**
 * The period goes on: what was left on the day it stopped is counted from the day it goes on.
 * @example 10 working days left on the day of suspension are 10 working days after the day of resumption
 */
export function resumeDeadline(deadline: Deadline, on: PlainDate, calendar: Calendar): Deadline {
  const open = deadline.standstills?.find(({ until }) => until === undefined);
  if (open === undefined) return deadline;
  const standstills = (deadline.standstills ?? []).map((one) => (one === open ? { ...one, until: on } : one));
  return { ...deadline, standstills, extendedTo: dueAfterStandstill(deadline, open.from, on, calendar) };
}

function dueAfterStandstill(
  deadline: Deadline,
  from: PlainDate,
  on: PlainDate,
  calendar: Calendar,
): PlainDate {
  const due = currentDue(deadline);
  const { length, roll } = period(deadline.period);
  if (due <= from) return due; // it had run out before it stopped
  if (!('workingDays' in length)) return addDays(on, diffDays(from, due));
  const left = workingDaysBetween(from, due, calendar);
  return countPeriod({ from: on, length: { workingDays: left }, roll, calendar }).dueOn;
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
