import type { Words } from '../alerts/rule.ts';
import { lastDayOf, nextPayMonth, type PayMonth, type PlainDate } from '../kit/plain-date.ts';
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
        en: `The two years go to ${lastDay}; the ${en} of ${stop.on} came in time`,
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
 * The last day on which wages of a month may still be paid at all: the agreed day lies in the month worked or in the one
 * after, so that before this day is over nobody can be said to owe them for good.
 * @example wages of 2024-01: 2024-02-29
 * @law REG-14-1
 */
export const latestPayDay = (month: PayMonth): PlainDate => lastDayOf(nextPayMonth(month));

/** What the day of wages rests on, beside it: an agreed day may be earlier. */
const AS_PAYABLE: Words = {
  zh: '（按最晚应发日即次月末起算；约定的发薪日更早的，从约定之日核算）',
  en: ' (from the last day on which they could be due, the end of the next month; an agreed pay day may be earlier)',
};

/**
 * The same for wages of these months, counted from the last day on which those of the last month could be due; null where
 * no month is known.
 * @example wages up to 2024-02, complaint on 2026-03-31: in time
 * @law INS-20-1
 * @law REG-14-1
 */
export function limitationOfWages(
  payMonths: readonly PayMonth[],
  stop: { readonly by: LimitStop; readonly on: PlainDate },
  today: PlainDate,
  calendar: Calendar,
): Limitation | null {
  const last = [...payMonths].sort().at(-1);
  if (last === undefined) return null;
  const found = limitation({ endedOn: latestPayDay(last), stop, today, calendar });
  const { zh, en } = found.words;
  return { ...found, words: { zh: `${zh}${AS_PAYABLE.zh}`, en: `${en}${AS_PAYABLE.en}` } };
}
