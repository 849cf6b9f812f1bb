import { Readable } from 'node:stream';
import { writeXlsx as writeSheets, writeXlsxStream } from 'hucre/xlsx';
import { plainText, sheetCell } from './cell.ts';
import type { ColumnKind, Heading } from './table.ts';

/** '@' keeps long numbers, leading zeros and a leading '=' as they are. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  number: 'General',
  fen: '#,##0.00',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
};
const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 22, number: 12, fen: 16, day: 12, moment: 20 };
const MAX_SHEET_NAME = 31;

/** A workbook of one sheet with a heading that stays in view, written while the rows come. */
export function writeXlsx(
  title: string,
  headings: readonly Heading[],
  rows: AsyncIterable<readonly unknown[]>,
): Readable {
  const stream = writeXlsxStream(sheetRows(headings, rows), {
    name: sheetName(title),
    columns: columnsOf(headings),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream);
}

export interface Sheet {
  title: string;
  headings: readonly Heading[];
  rows: readonly (readonly unknown[])[];
}

/** A small workbook of several sheets, whole in memory: a report, not a list. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeSheets({
    sheets: sheets.map(({ title, headings, rows }) => ({
      name: sheetName(title),
      columns: columnsOf(headings),
      freezePane: { rows: 1 },
      rows: [
        headings.map(({ text }) => text),
        ...rows.map((row) => headings.map(({ kind }, index) => sheetCell(kind, row[index]))),
      ],
    })),
  });
}

const columnsOf = (headings: readonly Heading[]) =>
  headings.map(({ text, kind }) => ({ header: text, numFmt: FORMATS[kind], width: WIDTHS[kind] }));

async function* sheetRows(
  headings: readonly Heading[],
  rows: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows) yield headings.map(({ kind }, index) => sheetCell(kind, row[index]));
}

/** Excel refuses some characters, apostrophes at the ends, its own 'History' and more than 31 characters. */
export function sheetName(title: string): string {
  const plain = plainText(title)
    .replace(/[[\]:*?/\\]/gu, ' ')
    .slice(0, MAX_SHEET_NAME)
    .replace(/^['\s]+|['\s]+$/gu, '');
  return plain === '' || plain.toLowerCase() === 'history' ? 'Sheet1' : plain;
}
