import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, nextPayMonth, payMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import { inTransaction } from '../../platform/db.ts';
import { findBuckets } from './report-bucket.model.ts';
import { findEntries } from './report-entry.model.ts';
import { numbersFor } from './report-heads.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import { HEADS } from './report-part.ts';
import { entryId } from './roll-up-report.ts';
import { SOURCES } from './report-sources.ts';
import { recall, remember } from './remembered-tallies.ts';
import { findRollUpMark } from './roll-up-mark.model.ts';

export interface Period {
  from: PlainDate;
  to: PlainDate;
  areaCode: string;
}

/** The sums of a period and of each of its months, and how many different people and employers are behind them. */
export interface Tally {
  counts: Record<string, number>;
  months: Map<PayMonth, Record<string, number>>;
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
 * from the records themselves. One transaction, so that all is of one moment: the sum equals a recount of everything.
 */
export async function tallyPeriod(period: Period): Promise<Tally> {
  const known = await recall<Tally>(keyOf(period));
  if (known !== null) return known;
  const sums = new Sums(period);
  const { mark, uncounted } = await inTransaction(async () => {
    sums.clear();
    await addKept(period, sums);
    return { uncounted: await addUncounted(period, sums), mark: await findRollUpMark() };
  });
  const tally = sums.result();
  if (uncounted === 0 && mark !== null) remember(keyOf(period), { tally, mark });
  return tally;
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

/** Answers how many records changed since the last roll-up. */
async function addUncounted(period: Period, sums: Sums): Promise<number> {
  let uncounted = 0;
  const lies = ({
    officeCode,
    day,
    standing,
  }: Pick<ReportPart, 'officeCode' | 'day' | 'standing'>): boolean =>
    standing !== true && officeCode.startsWith(period.areaCode) && day >= period.from && day <= period.to;
  for (const source of SOURCES) {
    const ids = await source.findUncounted();
    if (ids.length === 0) continue;
    uncounted += ids.length;
    const before = await findEntries(ids.map((id) => entryId(source, id)));
    for (const one of before.flatMap(({ parts }) => parts).filter(lies))
      sums.add(payMonthOf(one.day), one.counts, one, -1);
    const parts = [...(await source.partsOf(ids)).values()].flat().filter(lies);
    const numbers = await numbersFor(parts, { give: false });
    for (const one of parts) {
      const heads = (kind: HeadKind) => one[kind].map((key) => numbers(kind, key) ?? `${kind}:${key}`);
      sums.add(
        payMonthOf(one.day),
        one.counts,
        { people: heads('people'), employers: heads('employers') },
        1,
      );
    }
  }
  return uncounted;
}

type Heads = Record<HeadKind, readonly (number | string)[]>;

class Sums {
  #counts: Record<string, number> = {};
  #months = new Map<PayMonth, Record<string, number>>();
  #times: Record<HeadKind, Map<number | string, number>> = { people: new Map(), employers: new Map() };
  readonly #period: Period;

  constructor(period: Period) {
    this.#period = period;
  }

  /** A transaction may run again. */
  clear(): void {
    this.#counts = {};
    this.#months = new Map(monthsOf(this.#period).map((month) => [month, {}]));
    this.#times = { people: new Map(), employers: new Map() };
  }

  add(month: PayMonth, counts: Record<string, number>, heads: Heads, sign: 1 | -1): void {
    const ofMonth = this.#months.get(month) ?? {};
    for (const [name, count] of Object.entries(counts)) {
      this.#counts[name] = (this.#counts[name] ?? 0) + sign * count;
      ofMonth[name] = (ofMonth[name] ?? 0) + sign * count;
    }
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
      counts: this.#counts,
      months: this.#months,
      people: distinct('people'),
      employers: distinct('employers'),
    };
  }
}
