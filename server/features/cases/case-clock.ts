import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import {
  currentDue,
  extendDeadline,
  isOpen,
  meetDeadlines,
  nextDeadline,
  resumeDeadline,
  startDeadline,
  suspendDeadline,
} from '../../core/law/deadline.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { CaseMove } from './move-case.ts';
import type { CaseRecord } from './case.record.ts';

type Clocked = Pick<CaseRecord, 'officeCode' | 'deadlines'>;

/** The last day that comes first; far away where no clock runs. */
export function nextDueOn(deadlines: readonly Deadline[]): PlainDate {
  const next = nextDeadline(deadlines);
  return next === undefined ? NEVER_DUE : currentDue(next);
}

/** The same with these met on the day of the deed, which may lie before the day it is entered; never before they began. */
export const meetOn = (deadlines: readonly Deadline[], met: readonly PeriodId[], on: PlainDate): Deadline[] =>
  deadlines.flatMap((one) => meetDeadlines([one], met, on < one.startedOn ? one.startedOn : on));

/**
 * The periods after a move, as the flow table says: those it meets are met and those it starts begin today, or on the
 * day an order was served, with the last day the order names.
 */
export async function afterMove(
  { officeCode, deadlines }: Clocked,
  move: Pick<CaseMove, 'meets' | 'starts'>,
  { today }: Pick<Ctx, 'today'>,
  order?: { servedOn: PlainDate; rectifyBy: PlainDate },
): Promise<Deadline[]> {
  const met = meetOn(deadlines, move.meets, order?.servedOn ?? today);
  if (move.starts.length === 0) return met;
  const calendar = await loadCalendar(officeCode);
  const started = move.starts.map((id) =>
    id === 'rectification' && order !== undefined
      ? startDeadline(id, order.servedOn, calendar, order.rectifyBy)
      : startDeadline(id, today, calendar),
  );
  return [...met, ...started];
}

const ofInvestigation = async (
  { officeCode, deadlines }: Clocked,
  change: (one: Deadline, calendar: Awaited<ReturnType<typeof loadCalendar>>) => Deadline,
): Promise<Deadline[]> => {
  const calendar = await loadCalendar(officeCode);
  return deadlines.map((one) =>
    one.period === 'investigation' && isOpen(one) ? change(one, calendar) : one,
  );
};

/** Thirty working days more, counted on from the sixtieth. @law INS-17-1 */
export const extended = (record: Clocked): Promise<Deadline[]> => ofInvestigation(record, extendDeadline);

/** The investigation stands still from today on. */
export const stopped = (record: Clocked, { today }: Pick<Ctx, 'today'>): Promise<Deadline[]> =>
  ofInvestigation(record, (one) => suspendDeadline(one, today));

/** The investigation goes on today; one that never stood still is left as it is. */
export const goneOn = (record: Clocked, { today }: Pick<Ctx, 'today'>): Promise<Deadline[]> =>
  ofInvestigation(record, (one, calendar) => resumeDeadline(one, today, calendar));

/**
 * Does the clock stand still while an investigation is suspended? Only where the area has said so: the rule known is
 * another province's, so without a value the suspension is recorded and the clock runs on.
 */
export async function suspensionStopsClock(officeCode: string, today: PlainDate): Promise<boolean> {
  return (await findParameter('suspensionStopsClock', officeCode, today))?.value === 'yes';
}
