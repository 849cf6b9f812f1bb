import type { Locale } from '../../core/contract/accounts.ts';
import type { ArrearsLineView, MarkView } from '../../core/contract/arrears.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listLines } from './list-lines.ts';
import { getSheet } from './sheet-reach.ts';
import { MARK_WORDS, STANDING_WORDS } from './sheet-words.ts';

interface Row {
  name: string;
  payMonth: string;
  quantity: number | undefined;
  rateFen: number | undefined;
  earnedFen: number | undefined;
  deductedFen: number;
  paidFen: number;
  owedFen: number | undefined;
  standing: string;
  worker: string;
  employer: string;
  foundFen: number | undefined;
  sources: string;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'payMonth', zh: '月份', en: 'Month', kind: 'text' },
  { key: 'quantity', zh: '数量', en: 'Quantity', kind: 'number' },
  { key: 'rateFen', zh: '单价（元）', en: 'Rate (yuan)', kind: 'fen' },
  { key: 'earnedFen', zh: '应发（元）', en: 'Earned (yuan)', kind: 'fen' },
  { key: 'deductedFen', zh: '扣款（元）', en: 'Deducted (yuan)', kind: 'fen' },
  { key: 'paidFen', zh: '已付（元）', en: 'Paid (yuan)', kind: 'fen' },
  { key: 'owedFen', zh: '欠薪（元）', en: 'Owed (yuan)', kind: 'fen' },
  { key: 'standing', zh: '状态', en: 'Standing', kind: 'text' },
  { key: 'worker', zh: '劳动者意见', en: 'The worker’s word', kind: 'text' },
  { key: 'employer', zh: '单位意见', en: 'The company’s word', kind: 'text' },
  { key: 'foundFen', zh: '认定（元）', en: 'Found (yuan)', kind: 'fen' },
  { key: 'sources', zh: '依据', en: 'Sources', kind: 'text' },
];

/** The arrears sheet 欠薪测算书 to download: no numbers of people; whoever made a report stays hidden as on screen. */
export async function linesTable(
  id: string,
  format: ExportFormat,
  ctx: Ctx,
  locale: Locale,
): Promise<Table<Row>> {
  const { sheet } = await getSheet(id, ctx);
  const { caseNumber, revision } = sheet;
  const title =
    locale === 'en' ? `Arrears sheet ${caseNumber} r${revision}` : `欠薪测算书 ${caseNumber} 第${revision}版`;
  const rows = rowsOf(
    pages((page) => listLines(id, page, ctx)),
    locale,
  );
  return { title, columns: COLUMNS, rows, format, locale };
}

async function* rowsOf(lines: AsyncIterable<ArrearsLineView>, locale: Locale): AsyncGenerator<Row> {
  const key = locale === 'en' ? 'en' : 'zh';
  const said = (mark: MarkView | undefined): string =>
    mark === undefined ? '' : [MARK_WORDS[mark.mark][key], mark.reason].filter(Boolean).join(' ');
  for await (const line of lines) {
    const isUnknown = line.standing === 'unknown';
    yield {
      name: line.personName ?? (locale === 'en' ? '(hidden)' : '（身份保密）'),
      payMonth: line.payMonth,
      quantity: line.basis.hundredths === undefined ? undefined : line.basis.hundredths / 100,
      rateFen: line.basis.rateFen,
      // No figure is an empty cell, never a zero.
      earnedFen: isUnknown ? undefined : line.earnedFen,
      ...{ deductedFen: line.deductedFen, paidFen: line.paidFen },
      owedFen: isUnknown ? undefined : line.owedFen,
      standing: STANDING_WORDS[line.standing][key],
      worker: said(line.worker),
      employer: said(line.employer),
      foundFen: line.found?.owedFen,
      sources: [...line.lacks, ...line.sources.map(({ words }) => words)]
        .map((words) => words[key])
        .join('；'),
    };
  }
}
