import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { SheetColumn } from '../../core/contract/sheet-checks.ts';
import { formatYuan, fen } from '../../core/kit/money.ts';
import { sheetName } from '../tables/write-xlsx.ts';
import type { WorkbookTask } from './workbook-tasks.ts';

type TemplateTask = Extract<WorkbookTask, { do: 'template' }>;

/** Text keeps long numbers, leading zeros and a leading '=' as they are. */
const FORMATS: Readonly<Record<SheetColumn['kind'], string>> = {
  text: '@',
  identity: '@',
  choice: '@',
  month: '@',
  day: 'yyyy-mm-dd',
  number: 'General',
  amount: '0.00',
  quantity: '0.##',
};
const WIDTHS: Readonly<Record<SheetColumn['kind'], number>> = {
  text: 16,
  identity: 22,
  choice: 12,
  month: 10,
  day: 12,
  number: 10,
  amount: 13,
  quantity: 10,
};
/** Rows below the heading in which drop-downs are offered. */
const OFFERED_ROWS = 10_001;
const LISTS = 'lists';
const HEADING = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF7' } },
} as const;

/** A workbook to fill in: the sheet itself, how to fill it in, and (hidden) what the drop-downs offer. */
export async function templateBytes({ columns, rows, words }: TemplateTask): Promise<Uint8Array> {
  const lists = columns.filter(({ choices }) => choices !== undefined);
  const sheets: WriteSheet[] = [
    {
      name: sheetName(words.title),
      columns: columns.map(({ zh, kind, width }) => ({
        header: zh,
        numFmt: FORMATS[kind],
        width: width ?? WIDTHS[kind],
      })),
      freezePane: { rows: 1 },
      rows: [
        columns.map(({ zh, required }) => (required === true ? `${zh}*` : zh)),
        ...rows.map((row) => columns.map((column) => cellValue(column, row[column.key] ?? null))),
      ],
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { ...HEADING, numFmt: '@' } }])),
      dataValidations: lists.map((column) =>
        dropDown(column, columns.indexOf(column), lists.indexOf(column)),
      ),
    },
    hintSheet(columns, words.hints ?? []),
  ];
  if (lists.length > 0) sheets.push(listSheet(lists));
  return writeXlsx({ sheets });
}

function cellValue(column: SheetColumn, value: string | number | null): CellValue {
  if (value === null) return null;
  if (column.kind === 'choice')
    return column.choices?.find((choice) => choice.value === value)?.zh ?? String(value);
  if (column.kind === 'day' && typeof value === 'string') return new Date(`${value}T00:00:00Z`);
  if ((column.kind === 'amount' || column.kind === 'quantity') && typeof value === 'number')
    return Number(formatYuan(fen(value), { grouping: false }));
  return value;
}

function dropDown(column: SheetColumn, at: number, list: number): DataValidation {
  const letter = colToLetter(at);
  const source = colToLetter(list);
  return {
    type: 'list',
    formula1: `${LISTS}!$${source}$1:$${source}$${column.choices?.length ?? 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: column.zh,
    errorMessage: `请从列表中选择“${column.zh}”`,
    range: `${letter}2:${letter}${OFFERED_ROWS}`,
  };
}

function listSheet(lists: readonly SheetColumn[]): WriteSheet {
  const longest = Math.max(...lists.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: longest }, (_, row) =>
    lists.map(({ choices }) => choices?.[row]?.zh ?? null),
  );
  return { name: LISTS, rows, hidden: true };
}

const KIND_HINTS: Readonly<Record<SheetColumn['kind'], string>> = {
  text: '文字',
  identity: '文本格式的号码（不要存成数字）',
  choice: '从列表中选择',
  month: '月份，如 2026-10',
  day: '日期，如 2026-10-31',
  number: '数字',
  amount: '金额（元），最多两位小数',
  quantity: '数量，最多两位小数',
};

const hintSheet = (columns: readonly SheetColumn[], hints: readonly string[]): WriteSheet => ({
  name: '填写说明',
  columns: [{ width: 24 }, { width: 10 }, { width: 60 }],
  rows: [
    ...hints.map((hint) => [hint]),
    ['列 / Column', '必填', '填写方法'],
    ...columns.map(({ zh, en, required, kind, choices }) => [
      `${zh} / ${en}`,
      required === true ? '是' : '',
      choices === undefined ? KIND_HINTS[kind] : `${choices.map((choice) => choice.zh).join('、')}`,
    ]),
  ],
});
