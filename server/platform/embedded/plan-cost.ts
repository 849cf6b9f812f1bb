import type { Candidate, Interval } from './planner.ts';

/** About how many entries lie in a stretch of keys. */
export type Estimate = (interval: Interval) => number;

/** The rest of a longer list is taken to hold nothing. */
const MOST_ESTIMATED = 20;

/** So many entries of a range are read and sorted before anything is counted. */
const WORTH_COUNTING = 1000;

const sizeOf = ({ intervals }: Candidate, estimate: Estimate): number =>
  intervals.slice(0, MOST_ESTIMATED).reduce((sum, some) => sum + estimate(some), 0);

/**
 * A range (an area and all in it) with a sort behind it, or an index that lies in the order asked for? Where the range
 * holds much of the collection, the first page of it is met at once by walking the order.
 */
export function walkOrRange(
  range: Candidate,
  candidates: readonly Candidate[],
  limit: number,
  estimate: Estimate,
): Candidate {
  if (range.sorted || range.equal > 0 || limit === 0) return range;
  const walk = candidates.find(({ index, sorted, bounded }) => index !== undefined && sorted && !bounded);
  if (walk === undefined) return range;
  const inRange = sizeOf(range, estimate);
  if (inRange < WORTH_COUNTING) return range;
  return limit * (sizeOf(walk, estimate) / inRange) < inRange ? walk : range;
}

/** An index of arrays with a bound: how much that says differs with every value, so it is measured. */
export const isSearch = ({ index, bounded }: Candidate): boolean => index?.multikey === true && bounded;

/**
 * The plan that reads least. To gather and sort, all entries in its bounds are read; an index in the order that was
 * asked for is read until the page is full, which takes the longer the rarer the matches are.
 */
export function cheapest(
  candidates: readonly Candidate[],
  isOrdered: boolean,
  limit: number,
  estimate: Estimate,
): Candidate {
  const walks = ({ sorted }: Candidate): boolean => isOrdered && sorted && limit > 0;
  const sized = candidates
    .filter((one) => one.bounded || walks(one))
    .map((one) => ({ one, size: sizeOf(one, estimate) }));
  const matches = Math.max(1, Math.min(...sized.filter(({ one }) => one.bounded).map(({ size }) => size)));
  const cost = ({ one, size }: { one: Candidate; size: number }): number =>
    walks(one) ? Math.min(size, limit * (size / matches)) : size;
  const [best] = sized.sort((a, b) => cost(a) - cost(b) || b.one.score - a.one.score);
  if (best === undefined) throw new Error('Only asked when an index of arrays has a bound');
  return best.one;
}
