import { toShanghaiDay, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { currentDue, isOpen, meetDeadlines, startDeadline, type Deadline } from '../law/deadline.ts';
import { dueDay, dueMoment } from '../law/due-day.ts';
import { period, type PeriodId } from '../law/periods.ts';
import { recountDeadline } from '../law/recount-deadline.ts';
import { dayOf } from './facts.ts';
import type { LengthsOfArea, LifeAction, LifeSituation, LifeTable } from './life-table.ts';

interface Effects {
  readonly starts: readonly PeriodId[];
  readonly meets: readonly PeriodId[];
}

/**
 * The periods of a record after a move: those the table says it meets are met on the day it happened, those whose
 * start has gone are dropped, those it starts begin on that day or on the day the action names. A length from a rule
 * that may not be taken for law runs only where the area has set it.
 */
export function periodsAfter<Now extends LifeSituation>(
  now: Now,
  { starts, meets }: Effects,
  action: LifeAction<Now>,
  nowMillis: number,
): Deadline[] {
  const on = (action.on === undefined ? undefined : dayOf(now.facts, action.on)) ?? now.today;
  const met = meetDeadlines(now.deadlines, meets, on);
  const kept = met.filter((one) => !isOpen(one) || action.drops?.includes(one.period) !== true);
  let after = kept.map((one) => extended(one, action, now));
  for (const id of starts) {
    const startsOn = action.startsOn?.[id];
    // What starts later may count from the end of what has just started.
    const from = startsOn === undefined ? on : startsOn({ ...now, deadlines: after });
    const named = action.endsOn?.[id]?.(now);
    const started =
      from === undefined ? undefined : begin(id, from, now.calendar, { area: now.area, named, nowMillis });
    if (started !== undefined) after = [...after, started];
  }
  return after;
}

function extended<Now extends LifeSituation>(
  one: Deadline,
  { extends: longer }: LifeAction<Now>,
  now: Now,
): Deadline {
  if (longer === undefined || longer.period !== one.period || !isOpen(one)) return one;
  const to = longer.to(now);
  return to === undefined || to <= currentDue(one) ? one : { ...one, extendedTo: to };
}

function begin(
  id: PeriodId,
  from: PlainDate,
  calendar: Calendar,
  { area, named, nowMillis }: { area: LengthsOfArea; named: PlainDate | undefined; nowMillis: number },
): Deadline | undefined {
  if (named !== undefined) return startDeadline(id, from, calendar, named);
  const { length, parameterDefault } = period(id);
  if ('hours' in length)
    return startDeadline(id, from, calendar, toShanghaiDay(dueMoment(nowMillis, length.hours)));
  if (parameterDefault !== true) return startDeadline(id, from, calendar);
  const workingDays = area.workingDays?.[id];
  if (workingDays === undefined) return undefined;
  const count = dueDay(id, from, calendar, { workingDays });
  if (count === null) return undefined;
  const { dueOn, provisional } = count;
  return { period: id, startedOn: from, dueOn, workingDays, ...(provisional ? { provisional } : {}) };
}

/**
 * The same periods counted again after the calendar changed; one that starts on the last day of another moves with it.
 * Periods that do not move come back as they are.
 * @law CAL-2
 */
export function recountLife(
  { follows = {} }: Pick<LifeTable, 'follows'>,
  deadlines: readonly Deadline[],
  calendar: Calendar,
): Deadline[] {
  const first = deadlines.map((one) => recountDeadline(one, calendar));
  return first.map((one) => {
    const leader = follows[one.period];
    const at = deadlines.findLastIndex(({ period: id }) => id === leader);
    const [before, after] = [deadlines[at], first[at]];
    if (leader === undefined || before === undefined || after === undefined || !isOpen(one)) return one;
    const isLed = one.startedOn === currentDue(before) && currentDue(before) !== currentDue(after);
    return isLed ? startDeadline(one.period, currentDue(after), calendar) : one;
  });
}
