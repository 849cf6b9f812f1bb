import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, CellValue } from 'hucre/xlsx';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import { openWorkbook } from './open-workbook.ts';
import { MARKS } from './find-headings.ts';
import { findSheet } from './read-rows.ts';
import type { WorkbookTask } from './workbook-tasks.ts';

type MarkTask = Extract<WorkbookTask, { do: 'mark' }>;

const FILLS = { block: 'FFFFC7CE', notice: 'FFFFEB9C' } as const;

/**
 * The workbook with every faulty cell coloured and, right of the sheet, a column that says what is wrong in the row. What
 * is wrong with the sheet as a whole is nobody's row: it stands by itself, beside the heading of that column.
 */
export async function markWorkbook({ source, columns, problems }: MarkTask): Promise<Uint8Array> {
  const workbook = await openWorkbook(source);
  const { sheet, headings, rows } = await findSheet(workbook, columns);
  await rows.return(undefined);
  const book = await openXlsx(workbook.bytes, { readStyles: true });
  const target = book.sheets[sheet.index];
  if (target === undefined) throw new Error('the sheet that was read is gone');
  const width = target.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = (target.cells ??= new Map<string, Cell>());
  const mark = (row: number, at: number, level: SheetProblem['level']): void => {
    const key = `${row - 1},${at}`;
    const cell = cells.get(key);
    const style = { ...cell?.style, fill: solid(FILLS[level]) };
    cells.set(key, { ...(cell ?? plainCell(target.rows[row - 1]?.[at] ?? null)), style });
  };
  const places = new Map(headings.columns.map(({ column, at }) => [column.key, at]));
  const say = (row: number, at: number, found: readonly SheetProblem[], before = ''): void => {
    while (target.rows.length < row) target.rows.push([]);
    const level = found.some((one) => one.level === 'block') ? 'block' : 'notice';
    const text = before + found.map(({ zh }) => zh).join('；');
    write(target.rows, row, at, text);
    cells.set(`${row - 1},${at}`, { ...plainCell(text), style: { fill: solid(FILLS[level]) } });
  };
  for (const [row, found] of byRow(problems)) {
    if (row < 1) {
      say(headings.row, width + 1, found, MARKS.wholeSheet);
      continue;
    }
    say(row, width, found);
    for (const { column, level: own } of found) {
      const at = column === undefined ? undefined : places.get(column);
      if (at !== undefined) mark(row, at, own);
    }
  }
  write(target.rows, headings.row, width, MARKS.problems);
  cells.set(`${headings.row - 1},${width}`, {
    ...plainCell(MARKS.problems),
    style: { font: { bold: true } },
  });
  return saveXlsx(book);
}

function byRow(problems: readonly SheetProblem[]): Map<number, SheetProblem[]> {
  const rows = new Map<number, SheetProblem[]>();
  for (const problem of problems) {
    const row = Math.max(0, problem.row);
    rows.set(row, [...(rows.get(row) ?? []), problem]);
  }
  return rows;
}

function write(rows: CellValue[][], row: number, at: number, text: string): void {
  const cells = (rows[row - 1] ??= []);
  while (cells.length < at) cells.push(null);
  cells[at] = text;
}

const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

function plainCell(value: CellValue): Cell {
  const type =
    value === null
      ? 'empty'
      : value instanceof Date
        ? 'date'
        : typeof value === 'number'
          ? 'number'
          : typeof value === 'boolean'
            ? 'boolean'
            : 'string';
  return { value, type };
}
