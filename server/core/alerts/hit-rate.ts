import type { AlertFigures, RuleHits } from '../contract/alert-figures.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { payMonthOf } from '../kit/plain-date.ts';

/** What is counted of an alert. */
export interface AlertLife {
  rule: string;
  raisedOn: PlainDate;
  /** The data ended it. */
  curedOn?: PlainDate;
  /** Ended otherwise: a person dismissed it, or its month became too old to be watched. */
  endedOn?: PlainDate;
  /** Was it right? Counted once it has ended. */
  wasRight?: boolean;
}

export interface Asked {
  answerBy: PlainDate;
  answeredOn?: PlainDate;
}

type Counts = Omit<RuleHits, 'question'>;
type Answered = AlertFigures['answered'][number];

/**
 * How often was each rule right? Raised and cured are counted in the month in which it happened; judged and right in the
 * month in which the alert ended, whenever it was judged, and one that goes on is not counted as judged. By month, then
 * rule; a rule without alerts in a month has no row.
 */
export function hitRates(alerts: readonly AlertLife[]): Counts[] {
  const rows = new Map<string, Counts>();
  const rowOf = (rule: string, day: PlainDate): Counts => {
    const month = payMonthOf(day);
    const row = rows.get(`${month}\n${rule}`) ?? { rule, month, raised: 0, cured: 0, judged: 0, right: 0 };
    rows.set(`${month}\n${rule}`, row);
    return row;
  };
  for (const { rule, raisedOn, curedOn, endedOn: otherwiseOn, wasRight } of alerts) {
    rowOf(rule, raisedOn).raised += 1;
    const endedOn = curedOn ?? otherwiseOn;
    if (endedOn === undefined) continue;
    const row = rowOf(rule, endedOn);
    if (curedOn !== undefined) row.cured += 1;
    if (wasRight === undefined) continue;
    row.judged += 1;
    if (wasRight) row.right += 1;
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/**
 * How many warnings were answered in time? Each question counts in the month of the last day for its answer, which is
 * still in time; one whose day has not gone by and that has no answer is not counted yet. Oldest month first.
 */
export function answersByMonth(questions: readonly Asked[], today: PlainDate): Answered[] {
  const rows = new Map<PayMonth, Answered>();
  for (const { answerBy, answeredOn } of questions) {
    if (answeredOn === undefined && answerBy >= today) continue;
    const month = payMonthOf(answerBy);
    const row = rows.get(month) ?? { month, asked: 0, inTime: 0, late: 0, unanswered: 0 };
    rows.set(month, row);
    row.asked += 1;
    if (answeredOn === undefined) row.unanswered += 1;
    else if (answeredOn <= answerBy) row.inTime += 1;
    else row.late += 1;
  }
  return [...rows.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
