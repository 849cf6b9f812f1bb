export { defineSheetKind, inSlices, problem } from './sheet-kinds.ts';
export type { Findings, Scope, SheetKind } from './sheet-kinds.ts';
export { startSheetCheck } from './start-sheet-check.ts';
