import type { Locale } from '../../core/contract/accounts.ts';
import type { CaseFileRow, ListCaseFiles } from '../../core/contract/archive.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { STATE_WORDS } from './case-file-words.ts';
import { listCaseFiles } from './list-case-files.ts';

export type ExportCaseFiles = Omit<ListCaseFiles, 'cursor' | 'limit'> & { format: ExportFormat };
type Row = Omit<CaseFileRow, 'state' | 'keptUntil'> & { state: string; keptUntil: string };

const COLUMNS: readonly Column<Row>[] = [
  { key: 'fileNumber', zh: '案卷号', en: 'File', kind: 'text' },
  { key: 'caseNumber', zh: '案号', en: 'Case', kind: 'text' },
  { key: 'title', zh: '案由', en: 'Matter', kind: 'text' },
  { key: 'respondentName', zh: '当事人', en: 'Respondent', kind: 'text' },
  { key: 'closedOn', zh: '结案日期', en: 'Closed', kind: 'day' },
  { key: 'archivedOn', zh: '归档日期', en: 'Archived', kind: 'day' },
  { key: 'archivedBy', zh: '立卷人', en: 'By', kind: 'text' },
  { key: 'pages', zh: '页数', en: 'Pages', kind: 'number' },
  { key: 'keptUntil', zh: '保管至', en: 'Kept until', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
];

/** The list as a table to download: the same filters and the same limits. */
export function caseFilesTable({ format, ...filter }: ExportCaseFiles, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listCaseFiles({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Archive' : '案卷';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<CaseFileRow>, locale: Locale): AsyncGenerator<Row> {
  const unset = locale === 'en' ? 'not set for this area' : '本地区未设定';
  for await (const { keptUntil = unset, state, ...row } of found)
    yield { ...row, keptUntil, state: STATE_WORDS[state][locale] };
}
