import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, payMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../../platform/db.ts';
import type { CountBucket } from './report-bucket.model.ts';
import { findCounts } from './report-bucket.model.ts';
import { findEntries } from './report-entry.model.ts';
import type { ReportPart } from './report-part.ts';
import { recall, remember } from './remembered-tallies.ts';
import { SOURCES } from './report-sources.ts';
import { findRollUpMark } from './roll-up-mark.model.ts';
import { entryId } from './roll-up-report.ts';
import { monthsOf } from './tally-period.ts';

export type Counts = Record<string, number>;
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
export async function tallyArea(areaCode: string, windows: readonly Window[]): Promise<AreaTally> {
  const key = ['area', areaCode, ...windows.map(({ from, to }) => `${from} ${to}`)].join(' ');
  const known = await recall<AreaTally>(key);
  if (known !== null) return known;
  const { tally, mark, uncounted } = await inTransaction(async () => {
    const tally: AreaTally = { standing: new Map(), windows: windows.map(() => new Map()) };
    await addKept(areaCode, windows, tally);
    const uncounted = await addUncounted(areaCode, windows, tally);
    return { tally, uncounted, mark: await findRollUpMark() };
  });
  if (uncounted === 0 && mark !== null) remember(key, { tally, mark });
  return tally;
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

async function addUncounted(areaCode: string, windows: readonly Window[], tally: AreaTally): Promise<number> {
  let uncounted = 0;
  const add = (part: Omit<ReportPart<unknown>, 'people' | 'employers'>, sign: 1 | -1): void => {
    if (!part.officeCode.startsWith(areaCode)) return;
    if (part.standing === true) return addStanding(tally, part.officeCode, part.counts, sign);
    for (const [at, { from, to }] of windows.entries())
      if (part.day >= from && part.day <= to)
        addToWindow(tally, at, part.officeCode, payMonthOf(part.day), part.counts, sign);
  };
  for (const source of SOURCES) {
    const ids = await source.findUncounted();
    if (ids.length === 0) continue;
    uncounted += ids.length;
    const before = await findEntries(ids.map((id) => entryId(source, id)));
    for (const one of before.flatMap(({ parts }) => parts)) add(one, -1);
    for (const parts of (await source.partsOf(ids)).values()) for (const one of parts) add(one, 1);
  }
  return uncounted;
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

export function addCounts(into: Counts, counts: Counts, sign: 1 | -1 = 1): void {
  for (const [name, count] of Object.entries(counts)) into[name] = (into[name] ?? 0) + sign * count;
}
