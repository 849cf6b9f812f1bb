import type { Words } from '../alerts/rule.ts';
import type { CitableId } from '../law/articles.ts';
import { currentDue, isOpen } from '../law/deadline.ts';
import { dayOf, dueOf, newest, words } from '../lives/facts.ts';
import type { Figure } from '../lives/life-table.ts';
import { noticeServed } from './listing-checks.ts';
import type { ListingNow } from './listing-now.ts';
import { firstEarlyDay, listedSince, listedTo } from './listing-now.ts';

/** On the list, or about to leave it: from the decision to the removal. */
export const ON_LIST: readonly string[] = ['decided', 'served', 'listed', 'applied'];

const isOnList = ({ state }: ListingNow): boolean => ON_LIST.includes(state);

/** The days somebody who opens the page wants to know. */
export function listingFigures(now: ListingNow): Figure[] {
  const all: (Figure | undefined)[] = [
    day(words('责令支付最后一天', 'Last day of the order'), now.order?.payBy, 'BLK-5-1'),
    isOnList(now) || now.state.startsWith('removed')
      ? undefined
      : day(words('告知书视为送达日', 'Notice counts as served on'), noticeServed(now), 'PRO-8b'),
    now.state === 'noticed'
      ? day(words('异议期限届满日', 'Objections until'), dueOf(now, 'listingObjection'), 'BLK-6-2')
      : undefined,
    day(words('列入日', 'Listed since'), listedSince(now), 'BLK-11-1'),
    day(words('列入期限届满日', 'Last day on the list'), listedTo(now), 'BLK-11-1'),
    isOnList(now)
      ? day(words('最早可申请提前移出', 'Early removal from'), firstEarlyDay(now), 'BLK-12-1')
      : undefined,
    removalBy(now),
  ];
  return all.flatMap((one) => one ?? []);
}

function removalBy(now: ListingNow): Figure | undefined {
  const one = newest(now, 'listingRemoval');
  const isRunning = one !== undefined && isOpen(one) && one.startedOn <= now.today;
  return isRunning
    ? day(words('须在此日前移出', 'To be removed by'), currentDue(one), 'BLK-17-1')
    : undefined;
}

const day = (label: Words, on: Figure['day'], cite: CitableId): Figure | undefined =>
  on === undefined ? undefined : { label, day: on, cite };

/** One condition of early removal, and whether it is there. */
export interface Need {
  readonly is: 'corrected' | 'waited' | 'pledged' | 'notBarred';
  readonly words: Words;
  /** Absent: only the application will tell. */
  readonly isMet?: boolean;
  readonly cite: CitableId;
}

/** Nothing is decided yet: the persons may be put right, and the company may be spared. */
export const BEFORE_DECISION: readonly string[] = [
  ...['proposed', 'noticeApproved', 'noticed', 'objected', 'verified'],
];

/**
 * What being spared needs: the arrears paid before the decision, and a written pledge.
 * @law BLK-7-1
 */
export function spareNeeds({ state }: Pick<ListingNow, 'state'>): Need[] {
  if (!BEFORE_DECISION.includes(state)) return [];
  return [
    {
      is: 'corrected',
      words: words(
        '在作出决定前改正：付清全部拖欠的工资',
        'Correction before the decision: all arrears paid',
      ),
      cite: 'BLK-7-1',
    },
    {
      is: 'pledged',
      words: words('作出不再拖欠工资的书面信用承诺', 'A written pledge not to owe wages again'),
      cite: 'BLK-7-1',
    },
  ];
}

/**
 * What early removal still needs: corrected, six months on the list since then, a written pledge, and none of the bars.
 * @law BLK-12-1
 * @law BLK-13-1
 */
export function earlyRemovalNeeds(now: ListingNow): Need[] {
  if (!isOnList(now)) return [];
  const first = firstEarlyDay(now);
  const corrected = dayOf(now.facts, 'correctedOn');
  const hasApplied = now.state === 'applied';
  return [
    {
      is: 'corrected',
      isMet: corrected !== undefined,
      words:
        corrected === undefined
          ? words('改正：付清全部拖欠的工资', 'Correction: all arrears paid')
          : words(`已于 ${corrected} 改正`, `Corrected on ${corrected}`),
      cite: 'BLK-12-1',
    },
    {
      is: 'waited',
      isMet: first !== undefined && now.today >= first,
      words:
        first === undefined
          ? words('自改正之日起列入满六个月', 'Six months on the list from the correction')
          : words(`自改正之日起列入满六个月（${first} 起）`, `Six months on the list (from ${first})`),
      cite: 'BLK-12-1',
    },
    {
      is: 'pledged',
      ...(hasApplied ? { isMet: true } : {}),
      words: words('作出不再拖欠工资的书面信用承诺', 'A written pledge not to owe wages again'),
      cite: 'BLK-12-1',
    },
    {
      is: 'notBarred',
      ...(hasApplied ? { isMet: now.facts['bar'] === 'NONE' } : {}),
      words: words(
        '没有不予提前移出的情形（又发生拖欠、涉嫌犯罪、其他法定情形）',
        'No bar: no new arrears, no criminal proceedings, nothing else by law',
      ),
      cite: 'BLK-13-1',
    },
  ];
}
