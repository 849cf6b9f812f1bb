export type { Gathering } from './gather-facts.ts';
export { gatherFacts, openGathering } from './gather-facts.ts';
