import type { DueFilter } from '../contract/complaints.ts';
import { addDays, type PlainDate, plainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countPeriod } from './count-period.ts';

/** What is kept as the next last day where nothing runs: a record without a clock comes after all that have one. */
export const NEVER_DUE: PlainDate = plainDate('9999-12-31');

/** The last days of a filter, both included. */
export interface DueRange {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/**
 * Which next last days does a filter of a queue mean? Working days are those of the calendar, today's own included in
 * "within"; overdue is never stored, so it is asked for by today's date.
 * @example today Friday 2026-11-20, 'within1' // { from: '2026-11-20', to: '2026-11-23' }
 */
export function dueRange(filter: DueFilter, today: PlainDate, calendar: Calendar): DueRange {
  const within = (workingDays: number): PlainDate =>
    countPeriod({ from: today, length: { workingDays }, roll: 'none', calendar }).dueOn;
  switch (filter) {
    case 'overdue':
      return { to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'within1':
      return { from: today, to: within(1) };
    case 'within3':
      return { from: today, to: within(3) };
    case 'later':
      return { from: addDays(within(3), 1), to: addDays(NEVER_DUE, -1) };
    case 'none':
      return { from: NEVER_DUE, to: NEVER_DUE };
  }
}
