export { configureOutbound } from './addresses.ts';
export type { Posted } from './post-once.ts';
export { postOnce } from './post-once.ts';
export { ShutTarget, targetProblem } from './targets.ts';
