import type { Words } from '../alerts/rule.ts';
import { lastDayOf, type PayMonth, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { dueDay } from './due-day.ts';

/** What stops the two years: whichever came first. */
export type LimitStop = 'complaint' | 'report' | 'discovery';

/** Where the limit for pursuing a violation stands. */
export interface Limitation {
  readonly state: 'continuing' | 'running' | 'stopped' | 'outOfTime';
  /** The last day on which it could still be found, reported or complained of; none while the violation goes on. */
  readonly lastDay?: PlainDate;
  readonly stoppedOn?: PlainDate;
  readonly words: Words;
}

const STOPS: Readonly<Record<LimitStop, Words>> = {
  complaint: { zh: '投诉', en: 'complaint' },
  report: { zh: '举报', en: 'report' },
  discovery: { zh: '发现', en: 'discovery' },
};

/**
 * May the violation still be pursued? Two years from its end if nobody found it, reported it or complained of it; a
 * violation that goes on has no end yet, and what came in time stops the clock for good.
 * @example ended 2024-05-31, complaint on 2026-05-31: stopped in time; on 2026-06-01: out of time
 * @law INS-20-1
 */
export function limitation(input: {
  /** The day the violation ended; absent while it goes on. */
  readonly endedOn?: PlainDate | undefined;
  readonly stop?: { readonly by: LimitStop; readonly on: PlainDate } | undefined;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}): Limitation {
  const { endedOn, stop, today, calendar } = input;
  if (endedOn === undefined) {
    const words = {
      zh: '违法行为仍在继续，二年时效从其终了之日起算',
      en: 'The violation goes on: the two years run from its end',
    };
    return { state: 'continuing', words, ...(stop === undefined ? {} : { stoppedOn: stop.on }) };
  }
  const lastDay = dueDay('inspectionLimit', endedOn, calendar)?.dueOn;
  if (lastDay === undefined) throw new RangeError('The limit is counted in years');
  if (stop !== undefined && stop.on <= lastDay) {
    const { zh, en } = STOPS[stop.by];
    return {
      state: 'stopped',
      lastDay,
      stoppedOn: stop.on,
      words: {
        zh: `时效至 ${lastDay}；${stop.on} 已${zh}，未超过二年`,
        en: `The limit ended on ${lastDay}; the ${en} of ${stop.on} came in time`,
      },
    };
  }
  if ((stop?.on ?? today) > lastDay) {
    return {
      state: 'outOfTime',
      lastDay,
      words: {
        zh: `自 ${endedOn} 起二年内未被发现、举报、投诉，时效已于 ${lastDay} 届满；违法行为有继续状态的，从终了之日重新核算`,
        en: `Not found, reported or complained of within two years of ${endedOn}: the limit ended on ${lastDay}; a violation that went on is counted from its end`,
      },
    };
  }
  return {
    state: 'running',
    lastDay,
    words: { zh: `时效至 ${lastDay} 届满`, en: `The limit ends on ${lastDay}` },
  };
}

/**
 * The same for wages of these months, counted from the end of the last of them; null where no month is known.
 * @law INS-20-1
 */
export function limitationOfWages(
  payMonths: readonly PayMonth[],
  stop: { readonly by: LimitStop; readonly on: PlainDate },
  today: PlainDate,
  calendar: Calendar,
): Limitation | null {
  const last = [...payMonths].sort().at(-1);
  return last === undefined ? null : limitation({ endedOn: lastDayOf(last), stop, today, calendar });
}
