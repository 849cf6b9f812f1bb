export type { Gathering, Renewing } from './gather-facts.ts';
export { firstMonthOf, gatherFacts, openGathering } from './gather-facts.ts';
