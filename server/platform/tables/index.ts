export { exportKeys, exportQuery, exportTable, sendTable } from './export-table.ts';
export { pages } from './pages.ts';
export type { Column, ColumnKind, Table } from './table.ts';
