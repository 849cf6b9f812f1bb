export { markSheet, readSheet, writeTemplate } from './run-workbook.ts';
export type { ReadSheetOptions, SheetContent, SheetRow, WorkbookSource } from './sheet-row.ts';
export { WorkbookFault } from './workbook-fault.ts';
export type { WorkbookFaultCode } from './workbook-fault.ts';
export type { TemplateWords } from './workbook-tasks.ts';
