import { addDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countPeriod } from './count-period.ts';

/** When whoever is in charge is told of a last day; the figures are our own targets, not law. */
export const NOTICE_STAGES = ['overdue', 'today', 'within1', 'within3'] as const;
export type NoticeStage = (typeof NOTICE_STAGES)[number];

const NEAR = { within1: 1, within3: 3 } as const;

/** A local holiday may push a third working day beyond that of the region's calendar, by no more than this. */
const LOCAL_HOLIDAYS = 10;

/** Our own patience, in working days: with a complaint nobody has looked at, and with a question nobody answered. */
export const SILENCE = { untouched: 3, unanswered: 3 } as const;

const workingDaysAfter = (from: PlainDate, workingDays: number, calendar: Calendar): PlainDate =>
  countPeriod({ from, length: { workingDays }, roll: 'none', calendar }).dueOn;

/**
 * Which notice does a last day deserve this morning? Three working days before, one before, on the day, and once it
 * has passed; null while it is further off. A last day on a day off is "within one" on the working day before.
 * @example today Friday 2026-11-20: due Monday 'within1', due Wednesday 'within3', due Thursday the 26th null
 */
export function noticeStage(dueOn: PlainDate, today: PlainDate, calendar: Calendar): NoticeStage | null {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn <= workingDaysAfter(today, NEAR.within1, calendar)) return 'within1';
  return dueOn <= workingDaysAfter(today, NEAR.within3, calendar) ? 'within3' : null;
}

/** The latest last day that can deserve a notice this morning anywhere in the region. */
export const noticeHorizon = (today: PlainDate, calendar: Calendar): PlainDate =>
  addDays(workingDaysAfter(today, NEAR.within3, calendar), LOCAL_HOLIDAYS);

/** Has something that began on this day been left for so many working days? The day it began is not counted. */
export const isSilentSince = (
  from: PlainDate,
  what: keyof typeof SILENCE,
  today: PlainDate,
  calendar: Calendar,
): boolean => workingDaysAfter(from, SILENCE[what], calendar) <= today;
