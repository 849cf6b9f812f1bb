import type { DeadlineView, NextDue } from '../contract/deadlines.ts';
import { addDays, diffDays, type PlainDate } from '../kit/plain-date.ts';
import { officialLinks, printCitation } from './articles.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { CountedMakeUpDay, SkippedDay } from './count-period.ts';
import { dayFacts, hasNotice } from './day-facts.ts';
import {
  currentDue,
  isOpen,
  isStanding,
  nextDeadline,
  wholeCalendarDays,
  type Deadline,
  type Standstill,
} from './deadline.ts';
import { dueDay } from './due-day.ts';
import { period, periodCitation, type PeriodId } from './periods.ts';
import { timeLeft } from './time-left.ts';

/** The part of a view that is counted anew, day by day. */
type Count = Pick<DeadlineView, 'counted' | 'skipped' | 'madeUp' | 'provisional'>;

/**
 * A running period as a person can check it: every day from its start to its last day is looked at again and is
 * either counted, passed over with the reason, or part of a standstill. While the clock stands still the count ends
 * on the day it stopped, because nothing after it has been counted.
 * @example investigation from 2026-02-10, due 2026-05-14: 60 counted, 15–23 Feb passed over, 14 and 28 Feb made up
 * @law CAL-6
 * @law CAL-8
 */
export function deadlineView(deadline: Deadline, today: PlainDate, calendar: Calendar): DeadlineView {
  const { period: id, startedOn, dueOn: firstDueOn, metOn } = deadline;
  const { kind, zh, en } = period(id);
  const dueOn = currentDue(deadline);
  const count = recount(deadline, calendar);
  const standstills = deadline.standstills ?? [];
  const standing = metOn === undefined ? standstills.find(({ until }) => until === undefined) : undefined;
  const runs = isOpen(deadline) && !isStanding(deadline);
  const citation = citationOf(id);
  return {
    period: id,
    kind,
    nameZh: zh,
    nameEn: en,
    startedOn,
    dueOn,
    ...(firstDueOn === dueOn ? {} : { firstDueOn }),
    ...(metOn === undefined ? {} : { metOn }),
    ...(standing === undefined ? {} : { suspendedOn: standing.from }),
    ...count,
    provisional: count.provisional || deadline.provisional === true,
    ...(runs ? { timeLeft: timeLeft(today, dueOn, calendar) } : {}),
    standstills: standstills.map((one) => ({ ...one })),
    ...(citation === undefined ? {} : { citation }),
  };
}

/** What a queue shows of the clock: the running deadline that is due first; nothing once all are met or stand still. */
export function nextDueView(
  deadlines: readonly Deadline[],
  today: PlainDate,
  calendar: Calendar,
): NextDue | undefined {
  const next = nextDeadline(deadlines);
  if (next === undefined) return undefined;
  const dueOn = currentDue(next);
  return { period: next.period, dueOn, timeLeft: timeLeft(today, dueOn, calendar) };
}

/** Words and links of the rule behind a period; none for our own targets and for lengths that are mere defaults. */
function citationOf(id: PeriodId): DeadlineView['citation'] {
  const citation = period(id).parameterDefault === true ? null : periodCitation(id);
  if (citation === null) return undefined;
  return {
    zh: printCitation(citation.id, 'zh'),
    en: printCitation(citation.id, 'en'),
    links: officialLinks(citation.id),
  };
}

function recount(deadline: Deadline, calendar: Calendar): Count {
  const { length } = period(deadline.period);
  if ('workingDays' in length) return recountWorkingDays(deadline, calendar);
  const whole = wholeCalendarDays(deadline) ?? undefined;
  const count = dueDay(deadline.period, deadline.startedOn, calendar, whole);
  if (count === null || count.dueOn !== currentDue(deadline)) return recountCalendarDays(deadline);
  const { counted, skipped, madeUp, provisional } = count;
  return { counted, skipped: [...skipped], madeUp: [...madeUp], provisional };
}

function recountWorkingDays(deadline: Deadline, calendar: Calendar): Count {
  const skipped: SkippedDay[] = [];
  const madeUp: CountedMakeUpDay[] = [];
  let counted = 0;
  let provisional = false;
  for (const day of daysToCount(deadline)) {
    const { working, why, name } = dayFacts(day, calendar);
    const named = name === undefined ? {} : { name };
    const listed = why === 'holiday' || why === 'makeUp'; // the next year's notice may list days of this one
    if (!listed && !hasNotice(day, calendar)) provisional = true;
    if (working) counted += 1;
    else skipped.push({ day, why: why === 'holiday' ? 'holiday' : 'weekend', ...named });
    if (why === 'makeUp') madeUp.push({ day, ...named });
  }
  return { counted, skipped, madeUp, provisional };
}

/** Calendar days are all counted; so are those up to a day that an order named, or that was moved later. */
function recountCalendarDays(deadline: Deadline): Count {
  let counted = 0;
  for (const _ of daysToCount(deadline)) counted += 1;
  return { counted, skipped: [], madeUp: [], provisional: false };
}

/** The days after the start up to the last day, without those on which the clock stood still; backwards for limits before a day. */
function* daysToCount(deadline: Deadline): Generator<PlainDate> {
  const { startedOn, standstills = [] } = deadline;
  const step = period(deadline.period).direction === 'before' ? -1 : 1;
  const days = Math.max(0, step * diffDays(startedOn, currentDue(deadline)));
  for (let nth = 1; nth <= days; nth += 1) {
    const day = addDays(startedOn, step * nth);
    if (!standstills.some((one) => stoodStillOn(one, day))) yield day;
  }
}

const stoodStillOn = ({ from, until }: Standstill, day: PlainDate): boolean =>
  day >= from && (until === undefined || day < until);
