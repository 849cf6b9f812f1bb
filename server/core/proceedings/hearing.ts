import type { Words } from '../alerts/rule.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { isWorkingDay } from '../law/day-facts.ts';
import { dueDay } from '../law/due-day.ts';
import { dayOf, dueOf, newest, words, wrong } from '../lives/facts.ts';
import { anyDay, files, line, pastDay, reason } from '../lives/form.ts';
import type { ProceedingAction, Situation } from './proceeding-table.ts';
import type { WrongValue } from '../lives/life-table.ts';

/** No hearing is ever so far from its notice: the longest holidays are over by then. */
const FAR = 60;

/**
 * The first working day on which a hearing may be held when the party is told of it on a day: seven working days lie
 * between, the day of the hearing not counted.
 * @example told on Friday 2026-02-13: 14 Feb is made up, 15–23 Feb is the Spring Festival → 2026-03-02
 * @law PRO-9
 */
export function firstHearingDay(toldOn: PlainDate, calendar: Calendar): PlainDate {
  for (let day = addDays(toldOn, 1); day <= addDays(toldOn, FAR); day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) && isToldInTime(toldOn, day, calendar)) return day;
  }
  throw new RangeError('no working day in sight');
}

/** Was the party told in time for a hearing on this day? @law PRO-9 */
export function isToldInTime(toldOn: PlainDate, hearingOn: PlainDate, calendar: Calendar): boolean {
  const last = dueDay('hearingNotice', hearingOn, calendar)?.dueOn;
  return last !== undefined && toldOn <= last;
}

function askedInTime(now: Situation): WrongValue | undefined {
  const [asked, last] = [dayOf(now.facts, 'hearingAskedOn'), dueOf(now, 'hearingRequest')];
  return asked !== undefined && last !== undefined && asked > last
    ? wrong('hearingAskedOn', `申请听证的期限已于 ${last} 届满`, `The time for asking ended on ${last}`)
    : undefined;
}

function hearingInTime({ facts, calendar }: Situation): WrongValue | undefined {
  const [told, on] = [dayOf(facts, 'hearingToldOn'), dayOf(facts, 'hearingOn')];
  if (told === undefined || on === undefined || isToldInTime(told, on, calendar)) return undefined;
  const first = firstHearingDay(told, calendar);
  return wrong(
    'hearingOn',
    `听证须在七个工作日前通知：${told} 通知的，最早可定于 ${first}`,
    `Notice comes seven working days before: told on ${told}, the first possible day is ${first}`,
  );
}

/** While the party may still ask for a hearing nothing is decided. @law PRO-9 */
export function hearingStillOpen(now: Situation): Words | undefined {
  const request = newest(now, 'hearingRequest');
  const last = dueOf(now, 'hearingRequest');
  return request === undefined || request.metOn !== undefined || last === undefined || now.today > last
    ? undefined
    : words(
        `当事人申请听证的期限至 ${last}，${addDays(last, 1)} 起可以作出决定`,
        `A hearing may be asked for until ${last}: from ${addDays(last, 1)}`,
      );
}

export const HEARING_ACTIONS = {
  askHearing: {
    name: words('登记听证申请', 'Note the request for a hearing'),
    fields: [pastDay('hearingAskedOn', words('申请听证日期', 'Day it was asked for')), files],
    notYet: (now) =>
      now.facts['isHearingTold'] === true
        ? undefined
        : words('告知书未告知听证权利', 'The notice told of no right to a hearing'),
    check: askedInTime,
    on: 'hearingAskedOn',
  },
  setHearing: {
    name: words('确定听证日期', 'Set the hearing'),
    fields: [
      pastDay('hearingToldOn', words('听证通知书送达日期', 'Day the party was told')),
      anyDay('hearingOn', words('听证日期', 'Day of the hearing')),
      line('hearingPlace', words('听证地点', 'Place')),
      files,
    ],
    check: hearingInTime,
    on: 'hearingToldOn',
  },
  holdHearing: {
    name: words('登记听证情况', 'Record the hearing'),
    fields: [
      pastDay('hearingHeldOn', words('举行日期', 'Day it was held')),
      line('hearingChair', words('听证主持人', 'Chair')),
      files,
    ],
    notYet: ({ facts, today }) => {
      const on = dayOf(facts, 'hearingOn');
      return on === undefined || today >= on ? undefined : words(`听证定于 ${on}`, `It is set for ${on}`);
    },
    on: 'hearingHeldOn',
  },
  endHearing: {
    name: words('终止听证', 'The hearing falls away'),
    fields: [pastDay('hearingEndedOn', words('日期', 'Day')), reason, files],
    on: 'hearingEndedOn',
  },
} as const satisfies Record<string, ProceedingAction>;
