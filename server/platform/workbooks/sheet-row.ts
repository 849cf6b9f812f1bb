import type { SheetProblem } from '../../core/contract/sheet-checks.ts';

/**
 * A row that holds something, as the workbook counts it (the heading is row 1). Amounts are fen, quantities
 * hundredths, days 'YYYY-MM-DD', months 'YYYY-MM', choices their value; null where the cell is empty, unreadable (then a
 * problem says so) or the column is not in the sheet.
 */
export interface SheetRow {
  row: number;
  cells: Record<string, string | number | null>;
}

export interface SheetContent {
  rows: SheetRow[];
  /** Faults of single cells and rows, in the order of the sheet; rules `cell.*`, `row.*` and `heading.*`. */
  problems: SheetProblem[];
  /** Keys of the columns the sheet has. */
  found: string[];
}

export interface ReadSheetOptions {
  /** More rows than this refuse the whole workbook. */
  maxRows: number;
  onProgress?: (done: number, total: number) => void;
  /** The next rows, while a thread reads on. */
  onRows?: (rows: readonly SheetRow[]) => void;
  signal?: AbortSignal;
}

/** A workbook in memory or in a local file. */
export type WorkbookSource = string | Uint8Array;
