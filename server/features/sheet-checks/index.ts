export { SHEET_CHECKS_PERMISSIONS } from './sheet-checks.permissions.ts';
export { sheetChecksRoutes } from './sheet-checks.routes.ts';

export { checkWorkbook } from './check-workbook.ts';
export type { CheckedSheet } from './check-workbook.ts';
export { defineSheetKind, inSlices, problem } from './sheet-kinds.ts';
export type { Findings, Scope, SheetFile, SheetKind } from './sheet-kinds.ts';
export { startSheetCheck } from './start-sheet-check.ts';
