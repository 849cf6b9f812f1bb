import type { Readable } from 'node:stream';
import type { ExportFormat } from '../../../core/contract/page.ts';
import type { Column } from '../../../platform/tables/index.ts';
import { exportTable } from '../../../platform/tables/index.ts';
import type { PayFileContent, PayFormat, PayInstruction } from './pay-format.ts';

const COLUMNS: readonly Column<PayInstruction>[] = [
  { key: 'reference', zh: '代发编号', en: 'Reference', kind: 'text' },
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'bankCard', zh: '银行卡号', en: 'Card number', kind: 'text' },
  { key: 'bankName', zh: '开户银行', en: 'Bank', kind: 'text' },
  { key: 'amountFen', zh: '金额（元）', en: 'Amount (yuan)', kind: 'fen' },
];

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

const write =
  (format: ExportFormat) =>
  ({ number, lines }: PayFileContent): Promise<Readable> =>
    exportTable({ title: number, columns: COLUMNS, rows: each(lines), format, locale: 'zh-CN' });

/** Comma-separated text in UTF-8 with its mark, as any spreadsheet and most bank counters read it. */
export const genericCsv: PayFormat = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write: write('csv'),
};

/** The same as a workbook, card numbers as text. */
export const genericXlsx: PayFormat = {
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: write('xlsx'),
};
