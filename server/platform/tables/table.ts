import type { ExportFormat } from '../../core/contract/page.ts';
import type { Locale } from '../../core/contract/accounts.ts';

/** How a cell is written: text stays text, fen become yuan with two decimals, moments are Shanghai wall time. */
export type ColumnKind = 'text' | 'number' | 'fen' | 'day' | 'moment';

export interface Column<Row> {
  key: keyof Row & string;
  zh: string;
  en: string;
  kind: ColumnKind;
}

export interface Table<Row> {
  /** Names the sheet and the file. */
  title: string;
  columns: readonly Column<Row>[];
  rows: AsyncIterable<Row>;
  format: ExportFormat;
  locale: Locale;
}

/** A column of the table with its heading in the reader's language. */
export interface Heading {
  text: string;
  kind: ColumnKind;
}
