import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { lastDayOf } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { currentDue, startDeadline } from '../law/deadline.ts';

/** What decides whether a worker may still say, or say otherwise, what he got for a month. */
export interface AnswerFacts {
  payMonth: PayMonth;
  /** False once another revision took the sheet's place: that one is asked about. */
  standing: boolean;
  /** The disagreement was looked into and answered. */
  isSettled: boolean;
}

/**
 * May the worker answer, or change his answer? Until his disagreement was settled, and as long as wages of the month can
 * be claimed here at all: two years from its end. Silence in all that time stays silence.
 * @example the line of 2026-10 takes an answer up to 2028-10-31
 * @law INS-20-1
 */
export function mayAnswer(
  { payMonth, standing, isSettled }: AnswerFacts,
  today: PlainDate,
  calendar: Calendar,
): boolean {
  return standing && !isSettled && today <= answerUntil(payMonth, calendar);
}

/** The last day on which the line of this month takes an answer. */
export const answerUntil = (payMonth: PayMonth, calendar: Calendar): PlainDate =>
  currentDue(startDeadline('inspectionLimit', lastDayOf(payMonth), calendar));
