/** Gives every text a fixed number written in as many characters, which nobody can foresee: SHA-256 in hexadecimal. */
export type Digest = (text: string) => string;

/**
 * Draws `size` of the ids at random by a seed: each id is given the digest of the seed, a line feed and the id, and those
 * with the lowest digests are drawn. Whoever has the seed and the list draws the same ids again with any tool, in whatever
 * order the list is; an id that stands in the list twice is drawn once. Lowest digest first.
 * @example printf '<seed>\n<id>' | sha256sum, sorted
 */
export function drawSample(ids: readonly string[], seed: string, size: number, digest: Digest): string[] {
  if (seed === '') throw new RangeError('a sample needs a seed');
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('a sample has a whole number of ids');
  return [...new Set(ids)]
    .map((id) => ({ id, key: digest(`${seed}\n${id}`) }))
    .sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

/** How large samples are drawn: a share of the population, not below the least, not above the most. */
export interface SampleRule {
  shareBasisPoints: number;
  least: number;
  most: number;
}

const WHOLE = 10_000;

/**
 * How many people are drawn? The share, rounded up; at least the least and at most the most, and never more than there
 * are. Where least and most contradict each other, the most holds: nobody is asked beyond it.
 * @example 5 % of 3,000, at least 30, at most 100: 100
 */
export function sampleSize(population: number, { shareBasisPoints, least, most }: SampleRule): number {
  if (!Number.isSafeInteger(population) || population < 0)
    throw new RangeError('a population is a whole number of people');
  const share = Math.ceil((population * shareBasisPoints) / WHOLE);
  return Math.min(population, most, Math.max(least, share));
}
