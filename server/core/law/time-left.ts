import { diffDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { workingDaysBetween } from './count-period.ts';
import { hasNotice } from './day-facts.ts';

/** What a deadline chip says: days left, due today, or days past due. The words are the screen's. */
export type TimeLeft = {
  readonly state: 'left' | 'dueToday' | 'overdue';
  /** Working days left, or working days past the due day; never negative. */
  readonly workingDays: number;
  readonly calendarDays: number;
  readonly provisional: boolean;
};

/**
 * How much time is left on a day? The due day itself is still in time; overdue is never stored, it follows
 * from today.
 * @example today Friday, due the Wednesday after: 3 working days left
 */
export function timeLeft(today: PlainDate, dueOn: PlainDate, calendar: Calendar): TimeLeft {
  const provisional = !hasNotice(today, calendar) || !hasNotice(dueOn, calendar);
  const state = today < dueOn ? 'left' : today === dueOn ? 'dueToday' : 'overdue';
  return {
    state,
    workingDays: Math.abs(workingDaysBetween(today, dueOn, calendar)),
    calendarDays: Math.abs(diffDays(today, dueOn)),
    provisional,
  };
}
