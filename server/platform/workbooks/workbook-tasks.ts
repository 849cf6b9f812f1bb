import type { SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { SheetRow, WorkbookSource } from './sheet-row.ts';

export interface TemplateWords {
  /** Name of the sheet. */
  title: string;
  /** Lines of the sheet that explains how to fill it in. */
  hints?: readonly string[];
}

export type WorkbookTask =
  | { do: 'read'; source: WorkbookSource; columns: readonly SheetColumn[]; maxRows: number }
  | {
      do: 'template';
      columns: readonly SheetColumn[];
      rows: readonly Readonly<Record<string, string | number | null>>[];
      words: TemplateWords;
    }
  | {
      do: 'mark';
      source: WorkbookSource;
      columns: readonly SheetColumn[];
      problems: readonly SheetProblem[];
    };

export type WorkbookAnswer = { problems: SheetProblem[]; found: string[] } | { bytes: Uint8Array };

/** Rows come in portions, so that nobody waits while ten thousand of them cross over at once. */
export interface WorkbookNews {
  rows: SheetRow[];
  done: number;
  total: number;
}
