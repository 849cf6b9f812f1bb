/**
 * Fewer people or records than this are not published in one cell. Our own suggestion, no rule of law: an office decides
 * by its parameter.
 */
export const LEAST_SUGGESTED = 5;

/** One part of a published sum: what is counted in it, and what is only added up (money). */
export interface RowPart {
  readonly counts: readonly number[];
  readonly sums: readonly number[];
}

/** `few`: fewer than the least number. `withheld`: hidden because another part could be worked out from it. */
export type Mark = 'shown' | 'few' | 'withheld';

export interface ProtectedRow {
  readonly marks: readonly Mark[];
  readonly total: Mark;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
const isFew = ({ counts }: Pick<RowPart, 'counts'>, least: number): boolean =>
  counts.some((count) => count > 0 && count < least);

/** All parts of a row together. */
export const addParts = (parts: readonly RowPart[]): RowPart => {
  const of = (kind: keyof RowPart): number[] =>
    (parts[0]?.[kind] ?? []).map((_, at) => sum(parts.map((part) => part[kind][at] ?? 0)));
  return { counts: of('counts'), sums: of('sums') };
};

/**
 * Which parts of a published sum may be shown? A part with one to `least` − 1 people or records is not. So that nobody
 * works it out as the rest of the sum, the smallest of the other parts are withheld too, until every hidden number can
 * still be one of several. Where nothing helps, the sum gives way; where it is printed elsewhere and has to stay
 * (`keepTotal`), all parts do, those that are nothing as well. A measure whose sum is nothing hides nothing.
 * @example parts 3, 9, 40 with least 5 // few, withheld, shown: 12 is the rest, and 3 + 9 is one of four ways to make it
 * @example parts 3, 4 with least 5 // few, few: the rest 7 is 3 + 4 or 4 + 3
 */
export function protectRow(
  parts: readonly RowPart[],
  least: number,
  { keepTotal }: { keepTotal: boolean } = { keepTotal: false },
): ProtectedRow {
  const few = parts.map((part): Mark => (isFew(part, least) ? 'few' : 'shown'));
  if (!keepTotal && isFew(addParts(parts), least)) return { marks: few, total: 'few' };
  const marks = [...few];
  const others = coversOf(parts, marks, least);
  while (!isSafe(parts, marks, least)) {
    const next = others.shift();
    if (next === undefined)
      return keepTotal
        ? { marks: parts.map(() => 'withheld'), total: 'shown' }
        : { marks: few, total: 'withheld' };
    marks[next] = 'withheld';
  }
  return { marks, total: 'shown' };
}

/** Parts that can cover another: the smallest first, none of them empty in anything, or it would be seen through. */
function coversOf(parts: readonly RowPart[], marks: readonly Mark[], least: number): number[] {
  return parts
    .map((part, at) => ({ at, part }))
    .filter(({ at, part }) => marks[at] === 'shown' && part.counts.every((count) => count >= least))
    .sort((a, b) => sum(a.part.counts) - sum(b.part.counts) || a.at - b.at)
    .map(({ at }) => at);
}

interface Bounds {
  low: number;
  high: number;
}
const ANY = Number.MAX_SAFE_INTEGER;

/** What a reader knows of a hidden count; rather more is assumed than he can know. */
const boundsOf = (count: number, mark: Mark, least: number): Bounds =>
  mark === 'few' && count < least ? { low: Math.min(1, count), high: least - 1 } : { low: least, high: ANY };

function isSafe(parts: readonly RowPart[], marks: readonly Mark[], least: number): boolean {
  const total = addParts(parts);
  const hidden = parts.map((part, at) => ({ part, mark: marks[at] ?? 'shown' })).filter(isHidden);
  const rows = (['counts', 'sums'] as const).flatMap((kind) =>
    total[kind].flatMap((all, at) => {
      if (all === 0) return []; // every part of it is 0 in public
      const values = hidden.map(({ part }) => part[kind][at] ?? 0);
      const bounds = hidden.map(({ mark }, one) =>
        kind === 'sums' ? { low: 0, high: ANY } : boundsOf(values[one] ?? 0, mark, least),
      );
      return [{ rest: sum(values), bounds }];
    }),
  );
  return rows.every(({ rest, bounds }) => bounds.every((_, at) => waysOf(bounds, at, rest) > 1));
}

const isHidden = ({ mark }: { mark: Mark }): boolean => mark !== 'shown';

/** How many values this one can have, if they all add up to the rest. */
function waysOf(bounds: readonly Bounds[], at: number, rest: number): number {
  const own = bounds[at] ?? { low: 0, high: ANY };
  const others = bounds.filter((_, one) => one !== at);
  const low = Math.max(own.low, rest - sum(others.map(({ high }) => high)));
  const high = Math.min(own.high, rest - sum(others.map(({ low: least }) => least)));
  return high - low + 1;
}
