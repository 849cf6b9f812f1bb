import type { PayAnswer } from '../contract/payroll.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { currentDue, startDeadline } from '../law/deadline.ts';
import { latestPayDay } from '../law/limitation.ts';
import { isPastPayDay } from './pay-tone.ts';

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
 * be claimed here at all: two years from the last day on which they could be due. Silence in all that time stays silence.
 * @example the line of 2026-10 takes an answer up to 2028-11-30
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
  currentDue(startDeadline('inspectionLimit', latestPayDay(payMonth), calendar));

/** What decides whether a worker's word waits for the agreed pay day. */
export interface WordBeforePayDay {
  kind: PayAnswer;
  /** The agreed day, rolled back before days off; absent where none is agreed. */
  payOn?: PlainDate;
  isCredited: boolean;
}

/**
 * Is what he says no disagreement yet? Before the agreed pay day is over nothing is owed, so that nothing has arrived
 * contradicts nobody; his word is kept for the day after. It does contradict a bank that says it has paid him, and where
 * no day is agreed there is none to wait for. Less than the sheet says, or another man's wages, are wrong on any day.
 * @example pay day 2026-11-13: nothing arrived, said on the 13th, waits; said on the 14th, does not
 * @law REG-14-2
 */
export const waitsForPayDay = ({ kind, payOn, isCredited }: WordBeforePayDay, today: PlainDate): boolean =>
  kind === 'nothing' && !isCredited && payOn !== undefined && !isPastPayDay(payOn, today);
