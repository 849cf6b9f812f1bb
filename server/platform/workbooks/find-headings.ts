import type { SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import { WorkbookFault, columnNames } from './workbook-fault.ts';

export interface Headings {
  /** The heading's row, from 1. */
  row: number;
  /** The columns the sheet has, each with its place from 0. */
  columns: { column: SheetColumn; at: number }[];
  problems: SheetProblem[];
}

/** What a marked workbook says beside its headings: it may be corrected and sent back as it is. */
export const MARKS = { problems: '问题 / Problems', wholeSheet: '整张表：' } as const;
const isMark = (value: string): boolean => value === MARKS.problems || value.startsWith(MARKS.wholeSheet);

/** Headings are looked for above this row only; a title and some lines may come first. */
export const HEADING_ROWS = 30;

/** '实发工资（元）*' and '实 发 工 资' are the same heading. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s*:·'"_-]/gu, '');

/** The row that names the most columns, or null when none names any. */
export function findHeadings(
  rows: readonly { row: number; values: readonly unknown[] }[],
  columns: readonly SheetColumn[],
): Headings | null {
  const names = new Map<string, SheetColumn>();
  for (const column of columns)
    for (const name of [column.zh, column.en, ...(column.aliases ?? [])])
      if (!names.has(plainHeading(name))) names.set(plainHeading(name), column);
  let best: Headings | null = null;
  for (const { row, values } of rows) {
    const found = match(row, values, names);
    if (found.columns.length > (best?.columns.length ?? 0)) best = found;
  }
  return best;
}

function match(row: number, values: readonly unknown[], names: ReadonlyMap<string, SheetColumn>): Headings {
  const headings: Headings = { row, columns: [], problems: [] };
  values.forEach((value, at) => {
    if (typeof value !== 'string' || value.trim() === '' || isMark(value)) return;
    const column = names.get(plainHeading(value));
    if (column !== undefined) headings.columns.push({ column, at });
    else headings.problems.push(notRead(row, value));
  });
  return headings;
}

/** Throws when a needed column is not there, or one is there twice: then no row could be read rightly. */
export function demandHeadings(headings: Headings | null, columns: readonly SheetColumn[]): Headings {
  const seen = new Set<string>();
  for (const { column } of headings?.columns ?? []) {
    if (seen.has(column.key)) throw new WorkbookFault('headingTwice', columnNames([column]));
    seen.add(column.key);
  }
  const missing = columns.filter(({ key, required }) => required === true && !seen.has(key));
  if (headings === null || missing.length > 0)
    throw new WorkbookFault('noHeadings', columnNames(headings === null ? columns : missing));
  return headings;
}

function notRead(row: number, heading: string): SheetProblem {
  const name = heading.trim().slice(0, 40);
  return {
    row,
    rule: 'heading.unknown',
    level: 'notice',
    zh: `“${name}”这一列不在模板中，未读取`,
    en: `The column “${name}” is not part of the template and was not read`,
  };
}
