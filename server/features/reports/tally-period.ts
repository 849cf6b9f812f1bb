import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, nextPayMonth, payMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Changes } from './changes.ts';
import { signed } from './changes.ts';
import type { Counts } from './counts.ts';
import { addCounts } from './counts.ts';
import { findBuckets } from './report-bucket.model.ts';
import type { HeadKind } from './report-part.ts';
import { HEADS } from './report-part.ts';
import { tallied } from './remembered-tallies.ts';

export interface Period {
  from: PlainDate;
  to: PlainDate;
  areaCode: string;
}

/** The sums of a period and of each of its months, and how many different people and employers are behind them. */
export interface Tally {
  counts: Counts;
  months: Map<PayMonth, Counts>;
  people: number;
  employers: number;
}

const COUNTY_DIGITS = 6;
const keyOf = ({ from, to, areaCode }: Period): string => `${areaCode} ${from} ${to}`;

/** The months a period touches, in order. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): PayMonth[] {
  const months: PayMonth[] = [];
  for (let month = payMonthOf(from); month <= payMonthOf(to); month = nextPayMonth(month)) months.push(month);
  return months;
}

/**
 * Adds up a period: whole months and single days from the kept figures, and whatever changed since those were kept
 * from the records themselves. All is of one moment: the sum equals a recount of everything.
 */
export function tallyPeriod(period: Period): Promise<Tally> {
  return tallied<Tally>({
    key: keyOf(period),
    async readKept() {
      const sums = new Sums(period);
      await addKept(period, sums);
      return { kept: sums.result(), plus: (changes) => sums.plus(changes).result() };
    },
    plus: (kept, changes) => plusCounts(kept, changesIn(period, changes)),
  });
}

type Changed = ReturnType<typeof changesIn>;
const changesIn = ({ from, to, areaCode }: Period, changes: Changes) => [
  ...signed(
    changes,
    ({ officeCode, day, standing }) =>
      standing !== true && officeCode.startsWith(areaCode) && day >= from && day <= to,
  ),
];

/** Null where somebody is counted by head: whether he is a new one, only the kept figures themselves say. */
function plusCounts(kept: Tally, changed: Changed): Tally | null {
  if (changed.length === 0) return kept;
  if (changed.some(({ part }) => HEADS.some((kind) => part[kind].length > 0))) return null;
  const counts = { ...kept.counts };
  const months = new Map([...kept.months].map(([month, sums]) => [month, { ...sums }]));
  for (const { part, sign } of changed) {
    addCounts(counts, part.counts, sign);
    const ofMonth = months.get(payMonthOf(part.day));
    if (ofMonth !== undefined) addCounts(ofMonth, part.counts, sign);
  }
  return { ...kept, counts, months };
}

async function addKept(period: Period, sums: Sums): Promise<void> {
  const { from, to, areaCode } = period;
  const offices = areaCode.length === COUNTY_DIGITS ? areaCode : areaRange(areaCode);
  const whole = monthsOf(period).filter((month) => firstDayOf(month) >= from && lastDayOf(month) <= to);
  const [first, last] = [whole[0], whole.at(-1)];
  const add = async (span: 'day' | 'month', start: string, end: string): Promise<void> => {
    if (start > end) return;
    for (const { bucket, counts, people, employers } of await findBuckets(span, offices, start, end))
      sums.add(payMonth(bucket.slice(0, 7)), counts, { people, employers }, 1);
  };
  if (first === undefined || last === undefined) return add('day', from, to);
  await add('month', first, last);
  // Text order: '2026-01-31' lies before '2026-02', and a month's own days after it.
  if (from < firstDayOf(first)) await add('day', from, lastDayOf(payMonthOf(from)));
  if (to > lastDayOf(last)) await add('day', firstDayOf(payMonthOf(to)), to);
}

type Heads = Record<HeadKind, readonly (number | string)[]>;

class Sums {
  readonly #counts: Counts = {};
  readonly #months: Map<PayMonth, Counts>;
  readonly #times: Record<HeadKind, Map<number | string, number>> = {
    people: new Map(),
    employers: new Map(),
  };
  readonly #period: Period;

  constructor(period: Period) {
    this.#period = period;
    this.#months = new Map(monthsOf(period).map((month) => [month, {}]));
  }

  plus(changes: Changes): this {
    for (const { part, sign } of changesIn(this.#period, changes))
      this.add(payMonthOf(part.day), part.counts, part, sign);
    return this;
  }

  add(month: PayMonth, counts: Counts, heads: Heads, sign: 1 | -1): void {
    const ofMonth = this.#months.get(month) ?? {};
    addCounts(this.#counts, counts, sign);
    addCounts(ofMonth, counts, sign);
    for (const kind of HEADS) {
      const times = this.#times[kind];
      for (const head of heads[kind]) times.set(head, (times.get(head) ?? 0) + sign);
    }
  }

  result(): Tally {
    const distinct = (kind: HeadKind): number => {
      let count = 0;
      for (const times of this.#times[kind].values()) if (times > 0) count += 1;
      return count;
    };
    return {
      counts: { ...this.#counts },
      months: new Map([...this.#months].map(([month, sums]) => [month, { ...sums }])),
      people: distinct('people'),
      employers: distinct('employers'),
    };
  }
}
