import type { Locale } from '../../core/contract/accounts.ts';
import type { CertificateRow, ListCertificates } from '../../core/contract/certificates.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listCertificates } from './list-certificates.ts';

export type ExportCertificates = Omit<ListCertificates, 'cursor' | 'limit'> & { format: ExportFormat };

type Row = Record<
  | 'certificateNumber'
  | 'companyName'
  | 'creditCode'
  | 'purpose'
  | 'state'
  | 'openedOn'
  | 'issuedOn'
  | 'validUntil',
  string | undefined
>;
const COLUMNS: readonly Column<Row>[] = [
  { key: 'certificateNumber', zh: '编号', en: 'Number', kind: 'text' },
  { key: 'companyName', zh: '企业', en: 'Company', kind: 'text' },
  { key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', kind: 'text' },
  { key: 'purpose', zh: '用途', en: 'What for', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'openedOn', zh: '申请日期', en: 'Asked on', kind: 'day' },
  { key: 'issuedOn', zh: '出具日期', en: 'Issued', kind: 'day' },
  { key: 'validUntil', zh: '有效期至', en: 'Valid until', kind: 'day' },
];

/** The list as a table to download: the same filters and the same limits. */
export function certificatesTable(
  { format, ...filter }: ExportCertificates,
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const found = pages((page) => listCertificates({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Credit certificates' : '信用记录证明';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<CertificateRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { companyName, creditCode, purpose, openedOn, stateName, ...row } of found) {
    yield {
      ...{ companyName, creditCode, purpose, openedOn },
      certificateNumber: row.certificateNumber,
      state: locale === 'en' ? stateName.en : stateName.zh,
      issuedOn: row.issuedOn,
      validUntil: row.validUntil,
    };
  }
}
