export type { Gathering } from './gather-facts.ts';
export { firstMonthOf, gatherFacts, openGathering } from './gather-facts.ts';
