export { registerAreaNames } from './area-names.ts';
export { exportKeys, exportQuery, exportTable, sendTable, sendWorkbook } from './export-table.ts';
export { pages } from './pages.ts';
export type { Column, ColumnKind, Table } from './table.ts';
export type { Sheet } from './write-xlsx.ts';
export { writeWorkbook } from './write-xlsx.ts';
