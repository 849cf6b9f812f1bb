import { parseCellRef, streamXlsxRows } from 'hucre/xlsx';
import type { SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import { HEADING_ROWS, demandHeadings, findHeadings } from './find-headings.ts';
import type { Headings } from './find-headings.ts';
import { openWorkbook } from './open-workbook.ts';
import type { OpenWorkbook, WorkbookSheet } from './open-workbook.ts';
import { fault, readCell } from './read-cell.ts';
import { scanSheet } from './scan-sheet.ts';
import type { SheetScan } from './scan-sheet.ts';
import type { SheetRow } from './sheet-row.ts';
import { WorkbookFault } from './workbook-fault.ts';
import type { WorkbookNews, WorkbookTask } from './workbook-tasks.ts';
import { WORKBOOK_LIMITS } from './zip-directory.ts';

type ReadTask = Extract<WorkbookTask, { do: 'read' }>;
interface RawRow {
  row: number;
  values: readonly unknown[];
}

const PORTION = 500;
const MAX_SHEETS = 8;
/** More formulas than this are no slip of a finger: the workbook gets one message instead of hundreds. */
const FORMULAS_NAMED = 50;
const TOTAL_ROW = /^(?:合\s*计|总\s*计|小\s*计|total|sum)[\s:：]*$/iu;

/** Reads the first sheet that has the headings; rows are told in portions, problems returned. */
export async function readRows(
  { source, columns, maxRows }: ReadTask,
  tell: (news: WorkbookNews) => void,
): Promise<{ problems: SheetProblem[]; found: string[] }> {
  const workbook = await openWorkbook(source);
  const { headings, scan, rows } = await findSheet(workbook, columns);
  const problems = [...headings.problems];
  const formulas = formulaCells(scan, headings);
  const blank = Object.fromEntries(columns.map(({ key }) => [key, null]));
  let portion: SheetRow[] = [];
  let count = 0;
  const flush = (last: boolean): void => {
    tell({ rows: portion, done: count, total: last ? count : Math.max(count, scan.rows - headings.row) });
    portion = [];
  };
  for await (const raw of rows) {
    if (raw.row <= headings.row || isBlank(raw.values)) continue;
    if (isTotal(raw.values)) {
      problems.push(totalRow(raw.row));
      continue;
    }
    count += 1;
    if (count > maxRows) throw new WorkbookFault('tooManyRows', { limit: maxRows });
    portion.push(readRow(raw, { headings, formulas, blank }, problems));
    if (portion.length >= PORTION) flush(false);
  }
  if (count === 0) throw new WorkbookFault('empty');
  flush(true);
  return { problems, found: headings.columns.map(({ column }) => column.key) };
}

export interface FoundSheet {
  headings: Headings;
  scan: SheetScan;
  sheet: WorkbookSheet;
  /** All rows of the sheet from its top, to be gone through once. */
  rows: AsyncGenerator<RawRow>;
}

/** The first visible sheet with all needed headings; otherwise throws what is missing in the one that comes nearest. */
export async function findSheet(
  workbook: OpenWorkbook,
  columns: readonly SheetColumn[],
): Promise<FoundSheet> {
  let nearest: Headings | null = null;
  for (const sheet of workbook.sheets.filter(({ hidden }) => !hidden).slice(0, MAX_SHEETS)) {
    const scan = await scanSheet(workbook.directory, sheet.path);
    const rest = rowsOf(workbook, sheet);
    const top = await takeTop(rest);
    const headings = findHeadings(top, columns);
    const has = new Set(headings?.columns.map(({ column }) => column.key));
    if (headings !== null && columns.every(({ key, required }) => required !== true || has.has(key)))
      return { sheet, headings: demandHeadings(headings, columns), scan, rows: joined(top, rest) };
    await rest.return(undefined);
    if ((headings?.columns.length ?? 0) > (nearest?.columns.length ?? 0)) nearest = headings;
  }
  demandHeadings(nearest, columns);
  throw new WorkbookFault('noSheet');
}

async function takeTop(rows: AsyncGenerator<RawRow>): Promise<RawRow[]> {
  const top: RawRow[] = [];
  while (top.length < HEADING_ROWS) {
    const { value, done } = await rows.next();
    if (done === true) break;
    top.push(value);
  }
  return top;
}

async function* joined(top: readonly RawRow[], rest: AsyncGenerator<RawRow>): AsyncGenerator<RawRow> {
  yield* top;
  yield* rest;
}

async function* rowsOf({ bytes }: OpenWorkbook, { index }: WorkbookSheet): AsyncGenerator<RawRow> {
  for await (const { index: at, values } of streamXlsxRows(bytes, { sheet: index })) {
    let length = values.length;
    while (length > 0 && isEmpty(values[length - 1])) length -= 1;
    if (length > WORKBOOK_LIMITS.columns)
      throw new WorkbookFault('tooManyColumns', { limit: WORKBOOK_LIMITS.columns });
    yield { row: at + 1, values: values.slice(0, length) };
  }
}

interface RowOf {
  headings: Headings;
  formulas: ReadonlySet<string>;
  /** A row of which nothing is known yet: copied, because filling one in costs a look-up for each of its names. */
  blank: SheetRow['cells'];
}

function readRow(
  { row, values }: RawRow,
  { headings, formulas, blank }: RowOf,
  problems: SheetProblem[],
): SheetRow {
  const cells: SheetRow['cells'] = { ...blank };
  for (const { column, at } of headings.columns) {
    const isFormula = formulas.size > 0 && formulas.has(`${row},${at}`);
    const read = isFormula ? fault('formula', column) : readCell(values[at], column);
    const bad =
      'rule' in read
        ? read
        : read.value === null && column.required === true
          ? fault('required', column)
          : null;
    if (bad === null) cells[column.key] = 'value' in read ? read.value : null;
    else
      problems.push({
        row,
        column: column.key,
        rule: bad.rule,
        level: 'block',
        zh: bad.says[0],
        en: bad.says[1],
      });
  }
  return { row, cells };
}

/** Formulas in the columns that are read, below the heading, as 'row,column'. */
function formulaCells({ formulas }: SheetScan, headings: Headings): Set<string> {
  const read = new Set(headings.columns.map(({ at }) => at));
  const cells = formulas.flatMap((ref) => {
    if (ref === '?') return [{ ref, at: '?' }];
    const { row, col } = parseCellRef(ref);
    return row + 1 > headings.row && read.has(col) ? [{ ref, at: `${row + 1},${col}` }] : [];
  });
  const first = cells[0];
  if (first !== undefined && (cells.length > FORMULAS_NAMED || cells.some(({ at }) => at === '?')))
    throw new WorkbookFault('formulas', { count: cells.length, cell: first.ref });
  return new Set(cells.map(({ at }) => at));
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
const isBlank = (values: readonly unknown[]): boolean => values.every(isEmpty);

function isTotal(values: readonly unknown[]): boolean {
  const first = values.find((value) => !isEmpty(value));
  return typeof first === 'string' && TOTAL_ROW.test(first.trim());
}

const totalRow = (row: number): SheetProblem => ({
  row,
  rule: 'row.total',
  level: 'notice',
  zh: '合计行，未读取',
  en: 'A row of totals; not read',
});
