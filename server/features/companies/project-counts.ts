type Count = (companyIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

let count: Count = () => Promise.resolve(new Map());

/** Projects know companies, not the other way round: they say here how many of them a company takes part in. */
export function provideProjectCounts(counter: Count): void {
  count = counter;
}

export const projectCountsOf: Count = (companyIds) => count(companyIds);
