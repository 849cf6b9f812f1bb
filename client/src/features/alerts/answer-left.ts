import type { AlertRow } from '../../../../server/core/contract/alerts.ts';
import { isOver } from './alert-standing.ts';
import { addDays, diffDays } from '../../../../server/core/kit/plain-date.ts';

/** How long the company still has to answer, by the server's own day. */
export interface AnswerLeft {
  state: 'overdue' | 'dueToday' | 'left';
  days: number;
  colour: 'danger' | 'warning' | 'notice' | 'good';
}
const NEAR_DAYS = 3;

/**
 * Days to the answer asked for; nothing where none was asked or the alert has ended. `ageDays` is counted by the server
 * from `since` to its today, so the screen needs no clock of its own.
 */
export function answerLeft({
  since,
  ageDays,
  answerBy,
  state,
}: Pick<AlertRow, 'since' | 'ageDays' | 'answerBy' | 'state'>): AnswerLeft | undefined {
  if (answerBy === undefined || isOver({ state })) return undefined;
  const days = diffDays(addDays(since, ageDays), answerBy);
  if (days < 0) return { state: 'overdue', days: -days, colour: 'danger' };
  if (days === 0) return { state: 'dueToday', days, colour: 'warning' };
  return { state: 'left', days, colour: days <= NEAR_DAYS ? 'notice' : 'good' };
}
