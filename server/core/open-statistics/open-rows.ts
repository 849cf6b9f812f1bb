import type { Named, OpenMeasure, OpenRow, OpenValue } from '../contract/open-statistics.ts';
import { OPEN_MEASURES } from '../contract/open-statistics.ts';
import type { Mark, ProtectedRow, RowPart } from './protect-row.ts';
import { addParts, protectRow } from './protect-row.ts';

/** A closed case as far as the public statistics go. */
export interface ClosedCase {
  readonly days: number;
  readonly people: number;
  readonly recoveredFen: number;
}

/** What an area had in a quarter: complaints by channel, closed cases by industry. */
export interface OpenPlace {
  readonly area: Named;
  readonly received: ReadonlyMap<string, number>;
  readonly closed: ReadonlyMap<string, readonly ClosedCase[]>;
}

/** The names the parts go by; each is a line of every area. */
export interface OpenParts {
  readonly channels: readonly Named[];
  readonly industries: readonly Named[];
}

export const ALL_AREAS: Named = { code: '', zh: '全部地区', en: 'All areas' };

const NOT_COUNTED = Object.fromEntries(OPEN_MEASURES.map((name) => [name, null])) as Record<
  OpenMeasure,
  null
>; // one for each
type CaseValues = Pick<OpenRow, 'closed' | 'people' | 'recoveredFen' | 'medianDays'>;

const receivedPart = (received: number): RowPart => ({ counts: [received], sums: [] });
const casesPart = (cases: readonly ClosedCase[]): RowPart => {
  const add = (name: 'people' | 'recoveredFen'): number => cases.reduce((sum, one) => sum + one[name], 0);
  return { counts: [cases.length, add('people')], sums: [add('recoveredFen')] };
};

/** The middle one; of an even number the mean of the two in the middle, half a day counting as one. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** How a line may be shown: its mark, the sums of its row that are printed beside it, and the least number. */
interface Shown {
  readonly mark: Mark;
  readonly printed: RowPart | null;
  readonly least: number;
}
type Kind = keyof RowPart;

/** What is hidden reads as its mark; where the sum that is printed is nothing, everybody knows its parts. */
function valueOf(part: RowPart, kind: Kind, at: number, { mark, printed, least }: Shown): OpenValue {
  const value = part[kind][at] ?? 0;
  if (mark === 'shown' || printed?.[kind][at] === 0) return value;
  return mark === 'few' && kind === 'counts' && value < least ? 'few' : 'withheld';
}

const receivedValue = (part: RowPart, shown: Shown): Pick<OpenRow, 'received'> => ({
  received: valueOf(part, 'counts', 0, shown),
});

function caseValues(cases: readonly ClosedCase[], shown: Shown): CaseValues {
  const part = casesPart(cases);
  const closed = valueOf(part, 'counts', 0, shown);
  const isKnown = shown.mark === 'shown' || closed === 0;
  return {
    closed,
    people: valueOf(part, 'counts', 1, shown),
    recoveredFen: valueOf(part, 'sums', 0, shown),
    medianDays: isKnown ? medianOf(cases.map(({ days }) => days)) : 'withheld',
  };
}

/**
 * The lines of a quarter as they are published: all areas together, each area, and of each its complaints by channel and
 * its closed cases by industry. No sum that is printed tells a part that is not; of an area that is hidden no part is
 * shown.
 */
export function openRows(places: readonly OpenPlace[], parts: OpenParts, least: number): OpenRow[] {
  const received = places.map((place) => receivedPart(sumOf(place.received)));
  const cases = places.map((place) => [...place.closed.values()].flat());
  const rows: Rows = {
    received: protectRow(received, least),
    cases: protectRow(cases.map(casesPart), least),
  };
  const total = { received: addParts(received), cases: addParts(cases.map(casesPart)) };
  const shown = (kind: keyof Rows, mark: Mark): Shown => ({
    ...{ mark, least },
    printed: rows[kind].total === 'shown' ? total[kind] : null,
  });
  const whole = (area: Named, own: RowPart, ownCases: readonly ClosedCase[], marks: Marks): OpenRow => ({
    ...{ area, by: 'all', part: null },
    ...receivedValue(own, shown('received', marks.received)),
    ...caseValues(ownCases, shown('cases', marks.cases)),
  });
  const all = { received: rows.received.total, cases: rows.cases.total };
  const lines = places.length === 0 ? [] : [whole(ALL_AREAS, total.received, cases.flat(), all)];
  for (const [at, place] of places.entries()) {
    const marks = { received: markAt(rows.received, at), cases: markAt(rows.cases, at) };
    lines.push(
      whole(place.area, received[at] ?? receivedPart(0), cases[at] ?? [], marks),
      ...channelRows(place, parts.channels, marks.received, least),
      ...industryRows(place, parts.industries, marks.cases, least),
    );
  }
  return lines;
}

type Marks = Record<'received' | 'cases', Mark>;
type Rows = Record<keyof Marks, ProtectedRow>;
const markAt = ({ marks }: ProtectedRow, at: number): Mark => marks[at] ?? 'withheld';
const sumOf = (received: ReadonlyMap<string, number>): number =>
  [...received.values()].reduce((sum, one) => sum + one, 0);

/** The parts of an area: hidden with it, or protected against its own sum, which is printed. */
function partsShown(parts: readonly RowPart[], ofArea: Mark, least: number): Shown[] {
  const printed = ofArea === 'shown' ? addParts(parts) : null;
  const marks: readonly Mark[] =
    ofArea === 'shown'
      ? protectRow(parts, least, { keepTotal: true }).marks
      : parts.map((): Mark => 'withheld');
  return marks.map((mark) => ({ mark, printed, least }));
}

function channelRows(
  { area, received }: OpenPlace,
  channels: readonly Named[],
  ofArea: Mark,
  least: number,
): OpenRow[] {
  const own = channels.map(({ code }) => receivedPart(received.get(code) ?? 0));
  return partsShown(own, ofArea, least).map((shown, at) => ({
    ...{ area, by: 'channel', part: channels[at] ?? null },
    ...NOT_COUNTED,
    ...receivedValue(own[at] ?? receivedPart(0), shown),
  }));
}

function industryRows(
  { area, closed }: OpenPlace,
  industries: readonly Named[],
  ofArea: Mark,
  least: number,
): OpenRow[] {
  const cases = industries.map(({ code }) => closed.get(code) ?? []);
  return partsShown(cases.map(casesPart), ofArea, least).map((shown, at) => ({
    ...{ area, by: 'industry', part: industries[at] ?? null },
    ...NOT_COUNTED,
    ...caseValues(cases[at] ?? [], shown),
  }));
}
