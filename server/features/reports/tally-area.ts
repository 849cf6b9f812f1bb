import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, payMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import type { Changes } from './changes.ts';
import { signed } from './changes.ts';
import type { Counts } from './counts.ts';
import { addCounts } from './counts.ts';
import type { CountBucket } from './report-bucket.model.ts';
import { findCounts } from './report-bucket.model.ts';
import { tallied } from './remembered-tallies.ts';
import { monthsOf } from './tally-period.ts';

export interface Window {
  from: PlainDate;
  to: PlainDate;
}

/** What stands open now by town, and what happened in each window by office and month. */
export interface AreaTally {
  standing: Map<string, Counts>;
  windows: Map<string, Map<PayMonth, Counts>>[];
}

/**
 * What a leader's screen counts of an area, in one moment: what is open, and what came in and was closed in these
 * windows of days. Kept figures and whatever changed since, as for a report, but nobody is counted by head, so that few
 * bytes are read however many people there are.
 */
export function tallyArea(areaCode: string, windows: readonly Window[]): Promise<AreaTally> {
  const plus = (kept: AreaTally, changes: Changes): AreaTally => addChanges(kept, changes, areaCode, windows);
  return tallied<AreaTally>({
    key: ['area', areaCode, ...windows.map(({ from, to }) => `${from} ${to}`)].join(' '),
    async readKept() {
      const kept: AreaTally = { standing: new Map(), windows: windows.map(() => new Map()) };
      await addKept(areaCode, windows, kept);
      return { kept, plus: (changes) => plus(kept, changes) };
    },
    plus,
  });
}

async function addKept(areaCode: string, windows: readonly Window[], tally: AreaTally): Promise<void> {
  for (const { officeCode, counts } of await findCounts('standing', areaCode))
    addStanding(tally, officeCode, counts, 1);
  for (const [at, window] of windows.entries())
    for (const { officeCode, bucket, counts } of await keptIn(areaCode, window))
      addToWindow(tally, at, officeCode, payMonth(bucket.slice(0, 7)), counts, 1);
}

/** Whole months, and the single days of those that a window cuts. */
async function keptIn(areaCode: string, window: Window): Promise<CountBucket[]> {
  const { from, to } = window;
  const months = monthsOf(window);
  const whole = months.filter((month) => firstDayOf(month) >= from && lastDayOf(month) <= to);
  const [first, last] = [whole[0], whole.at(-1)];
  const found =
    first === undefined || last === undefined ? [] : await findCounts('month', areaCode, first, last);
  for (const month of months.filter((one) => !whole.includes(one))) {
    const start = firstDayOf(month) < from ? from : firstDayOf(month);
    const end = lastDayOf(month) > to ? to : lastDayOf(month);
    found.push(...(await findCounts('day', areaCode, start, end)));
  }
  return found;
}

function addChanges(
  kept: AreaTally,
  changes: Changes,
  areaCode: string,
  windows: readonly Window[],
): AreaTally {
  const changed = [...signed(changes, ({ officeCode }) => officeCode.startsWith(areaCode))];
  if (changed.length === 0) return kept;
  const tally = structuredClone(kept);
  for (const { part, sign } of changed) {
    const { officeCode, day, counts, standing } = part;
    if (standing === true) addStanding(tally, officeCode, counts, sign);
    else
      for (const [at, { from, to }] of windows.entries())
        if (day >= from && day <= to) addToWindow(tally, at, officeCode, payMonthOf(day), counts, sign);
  }
  return tally;
}

function addStanding({ standing }: AreaTally, area: string, counts: Counts, sign: 1 | -1): void {
  const own = standing.get(area) ?? {};
  standing.set(area, own);
  addCounts(own, counts, sign);
}

function addToWindow(
  { windows }: AreaTally,
  at: number,
  office: string,
  month: PayMonth,
  counts: Counts,
  sign: 1 | -1,
): void {
  const offices = windows[at];
  if (offices === undefined) return;
  const months = offices.get(office) ?? new Map<PayMonth, Counts>();
  offices.set(office, months);
  const own = months.get(month) ?? {};
  months.set(month, own);
  addCounts(own, counts, sign);
}
