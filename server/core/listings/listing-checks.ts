import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import { currentDue } from '../law/deadline.ts';
import { extendedDueDay } from '../law/due-day.ts';
import { thresholdOn } from '../law/thresholds.ts';
import { dayOf, dueOf, newest, servedOn, sumOf, words, wrong } from '../lives/facts.ts';
import type { WrongValue } from '../lives/life-table.ts';
import type { ListingNow } from './listing-now.ts';
import { firstEarlyDay, listedTo } from './listing-now.ts';

/**
 * Do the arrears reach the sum from which refusing to pay is a crime? One worker for three months or more, or ten
 * workers together, by the sums of the area; where it has set none, the inspector says why he takes it as reached.
 * @law BLK-5-1
 * @law CRM-2
 */
export function groundWanting({ facts, crime, today }: ListingNow): WrongValue | undefined {
  if (facts['ground'] !== 'AMOUNT' || typeof facts['amountReason'] === 'string') return undefined;
  const { oneWorkerFen, groupFen } = crime;
  if (oneWorkerFen === undefined && groupFen === undefined)
    return wrong(
      'amountReason',
      '本地区未设置拒不支付劳动报酬罪数额标准，请说明认定达到标准的依据',
      'This area has not set the amounts of the crime: say why they are taken as reached',
    );
  const reaches = (
    [
      [
        sumOf(facts, 'oneWorkerFen'),
        oneWorkerFen,
        'oneWorkerMonths',
        thresholdOn('crimeOneWorkerMonths', today),
      ],
      [sumOf(facts, 'owedFen'), groupFen, 'headcount', thresholdOn('crimeGroupWorkers', today)],
    ] as const
  ).some(
    ([sum, from, count, least]) =>
      sum !== undefined &&
      from !== undefined &&
      sum >= from &&
      least !== null &&
      (sumOf(facts, count) ?? 0) >= least,
  );
  return reaches
    ? undefined
    : wrong(
        'owedFen',
        '未达到本地区拒不支付劳动报酬罪的数额标准（单人三个月以上，或者十人以上合计）',
        'Below the amounts of the crime in this area (one worker for three months, or ten workers together)',
      );
}

/** On which day the notice counts as served. @law BLK-6-1 */
export const noticeServed = ({ facts }: Pick<ListingNow, 'facts'>): PlainDate | undefined =>
  servedOn(facts, 'noticeMode', 'noticeServedOn');

export const decisionServed = ({ facts }: Pick<ListingNow, 'facts'>): PlainDate | undefined =>
  servedOn(facts, 'decisionMode', 'decisionServedOn');

/** An objection comes within five working days of the notice. @law BLK-6-2 */
export function objectionLate(now: ListingNow): WrongValue | undefined {
  const [on, served, last] = [
    dayOf(now.facts, 'objectedOn'),
    noticeServed(now),
    dueOf(now, 'listingObjection'),
  ];
  if (on === undefined || last === undefined || served === undefined) return undefined;
  if (on > last)
    return wrong('objectedOn', `异议期限已于 ${last} 届满`, `The time for objections ended on ${last}`);
  return on < served
    ? wrong('objectedOn', `不能早于告知书送达日 ${served}`, `Not before the notice was served on ${served}`)
    : undefined;
}

/** Nothing is decided while an objection may still come, nor against one that was found right. @law BLK-6-2 */
export function decisionNotYet(now: ListingNow): Words | undefined {
  if (now.state === 'verified')
    return now.facts['objectionOutcome'] === 'UPHELD'
      ? words('异议成立，不予列入', 'The objection was found right: not to be listed')
      : undefined;
  const last = dueOf(now, 'listingObjection');
  return last === undefined || now.today > last
    ? undefined
    : words(
        `异议期限至 ${last}，${addDays(last, 1)} 起可以决定`,
        `Objections are possible until ${last}: from ${addDays(last, 1)}`,
      );
}

export function decidedTooEarly(now: ListingNow): WrongValue | undefined {
  const [on, last] = [dayOf(now.facts, 'decidedOn'), dueOf(now, 'listingObjection')];
  if (now.state === 'verified' || on === undefined || last === undefined || on > last) return undefined;
  return wrong('decidedOn', `须在异议期限 ${last} 届满之后`, `After the time for objections, ${last}`);
}

/** Twenty working days more in a complex case, once. @law BLK-8-1 */
export function extendedTo(now: ListingNow): PlainDate | undefined {
  const one = newest(now, 'listingDecision');
  return one === undefined
    ? undefined
    : extendedDueDay('listingDecision', currentDue(one), now.calendar)?.dueOn;
}

export function mayNotExtend(now: ListingNow): Words | undefined {
  const one = newest(now, 'listingDecision');
  if (one?.extendedTo !== undefined) return words('已延长过一次，不能再延长', 'It was extended once already');
  return one === undefined || now.today > one.dueOn
    ? words('决定期限已过，不能再延长', 'The time for the decision has passed')
    : undefined;
}

/** Early removal is applied for after correction and six months on the list. @law BLK-12-1 */
export function earlyNotYet(now: ListingNow): Words | undefined {
  const first = firstEarlyDay(now);
  if (first === undefined)
    return words('须先改正并登记改正日期', 'The arrears have to be corrected and recorded as such first');
  return now.today < first
    ? words(`自改正之日起列入满六个月，${first} 起可以申请`, `Six months from the correction: from ${first}`)
    : undefined;
}

export function appliedTooEarly(now: ListingNow): WrongValue | undefined {
  const [on, first] = [dayOf(now.facts, 'earlyAppliedOn'), firstEarlyDay(now)];
  return on !== undefined && first !== undefined && on < first
    ? wrong('earlyAppliedOn', `${first} 起可以申请`, `Possible from ${first}`)
    : undefined;
}

/** Three things bar early removal. @law BLK-13-1 */
export const barred = ({ facts }: ListingNow): Words | undefined =>
  facts['bar'] === 'NONE' ? undefined : words('存在不予提前移出的情形', 'There is a bar to early removal');

/** The term runs to its last day. @law BLK-11-1 */
export function termRuns(now: ListingNow): Words | undefined {
  const last = listedTo(now);
  return last === undefined || now.today > last
    ? undefined
    : words(
        `列入期限至 ${last}，${addDays(last, 1)} 起移出`,
        `Listed until ${last}: removed from ${addDays(last, 1)}`,
      );
}
