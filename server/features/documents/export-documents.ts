import type { Locale } from '../../core/contract/accounts.ts';
import type { DocumentRow, ListDocuments } from '../../core/contract/documents.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { STATE_WORDS } from './document-words.ts';
import { listDocuments } from './list-documents.ts';

export type ExportDocuments = Omit<ListDocuments, 'cursor' | 'limit'> & { format: ExportFormat };

interface Row {
  documentNumber: string | undefined;
  name: string;
  state: string;
  addresseeName: string;
  belongsTo: string | undefined;
  issuedOn: string | undefined;
  servedOn: string | undefined;
  dueOn: string | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'documentNumber', zh: '文号', en: 'Number', kind: 'text' },
  { key: 'name', zh: '文书', en: 'Paper', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'addresseeName', zh: '当事人', en: 'Addressee', kind: 'text' },
  { key: 'belongsTo', zh: '案号或受理编号', en: 'Case or receipt number', kind: 'text' },
  { key: 'issuedOn', zh: '签发日期', en: 'Issued', kind: 'day' },
  { key: 'servedOn', zh: '送达日期', en: 'Served', kind: 'day' },
  { key: 'dueOn', zh: '送达期限', en: 'To be served by', kind: 'day' },
];

/** The list as a table to download: the same filters and the same limits. */
export function documentsTable({ format, ...filter }: ExportDocuments, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listDocuments({ ...filter, ...page }, ctx));
  return {
    title: locale === 'en' ? 'Papers' : '文书',
    columns: COLUMNS,
    rows: rowsOf(found, locale),
    format,
    locale,
  };
}

async function* rowsOf(found: AsyncIterable<DocumentRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const {
    name,
    state,
    nextDue,
    documentNumber,
    addresseeName,
    issuedOn,
    servedOn,
    ...row
  } of found) {
    yield {
      documentNumber,
      name: locale === 'en' ? name.en : name.zh,
      state: STATE_WORDS[state][locale],
      addresseeName,
      belongsTo: row.caseNumber ?? row.receiptNumber,
      issuedOn,
      servedOn,
      dueOn: nextDue?.dueOn,
    };
  }
}
