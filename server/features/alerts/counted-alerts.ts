import type { AnswerCounted, CountedAlerts } from '../../core/contract/alerts.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf } from '../../core/kit/plain-date.ts';

type Filter = Record<string, unknown>;

/** The alerts behind a number of the leader's page: the same days and judgements that `hit-rate.ts` counts by. */
export function countedAlerts(
  { raisedFrom, raisedIn, endedIn, judged, answerIn, answered }: CountedAlerts,
  today: PlainDate,
): Filter[] {
  return [
    ...(raisedFrom === undefined ? [] : [{ raisedOn: { $gte: raisedFrom } }]),
    ...(raisedIn === undefined ? [] : [{ raisedOn: within(raisedIn) }]),
    ...(endedIn === undefined ? [] : [{ endedOn: within(endedIn) }]),
    ...(judged === undefined ? [] : [{ 'judgement.right': judged === 'right' ? true : { $exists: true } }]),
    ...(answerIn === undefined ? [] : [{ 'asked.answerBy': within(answerIn) }]),
    ...(answered === undefined ? [] : [answeredHow(answered, today)]),
  ];
}

const within = (month: PayMonth): Filter => ({ $gte: firstDayOf(month), $lte: lastDayOf(month) });

/** A question whose day has not gone by and that has no answer is not counted yet. */
function answeredHow(how: AnswerCounted, today: PlainDate): Filter {
  const has = { 'asked.answeredOn': { $exists: true } };
  const none = { 'asked.answeredOn': { $exists: false }, 'asked.answerBy': { $lt: today } };
  if (how === 'due') return { $or: [has, none] };
  if (how === 'none') return none;
  const days = ['$asked.answeredOn', '$asked.answerBy'];
  return { ...has, $expr: how === 'inTime' ? { $lte: days } : { $gt: days } };
}
