export type Counts = Record<string, number>;

export function addCounts(into: Counts, counts: Counts, sign: 1 | -1 = 1): void {
  for (const [name, count] of Object.entries(counts)) into[name] = (into[name] ?? 0) + sign * count;
}
