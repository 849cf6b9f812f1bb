import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { ListPublications, PublicationRow } from '../../core/contract/publications.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listPublications } from './list-publications.ts';

export type ExportPublications = Omit<ListPublications, 'cursor' | 'limit'> & { format: ExportFormat };

interface Row {
  companyName: string;
  caseNumber: string;
  decisionNumber: string;
  state: string;
  openedOn: string;
  publishedOn: string | undefined;
  shownUntil: string | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'companyName', zh: '违法主体', en: 'Company', kind: 'text' },
  { key: 'caseNumber', zh: '案号', en: 'Case', kind: 'text' },
  { key: 'decisionNumber', zh: '决定文号', en: 'Decision', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'openedOn', zh: '提请日期', en: 'Proposed', kind: 'day' },
  { key: 'publishedOn', zh: '公布日期', en: 'Published', kind: 'day' },
  { key: 'shownUntil', zh: '公布至', en: 'Until', kind: 'day' },
];

/** The list as a table to download: the same filters and the same limits. */
export function publicationsTable(
  { format, ...filter }: ExportPublications,
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const found = pages((page) => listPublications({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Published violations' : '重大违法公布';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<PublicationRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { companyName, caseNumber, decisionNumber, stateName, openedOn, ...row } of found) {
    yield {
      ...{ companyName, caseNumber, decisionNumber, openedOn },
      state: locale === 'en' ? stateName.en : stateName.zh,
      publishedOn: row.publishedOn,
      shownUntil: row.shownUntil,
    };
  }
}
