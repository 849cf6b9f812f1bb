import type { Locale } from '../../core/contract/accounts.ts';
import type { CompanyView } from '../../core/contract/companies.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListCompanies } from './list-companies.ts';
import { listCompanies } from './list-companies.ts';

export type ExportCompanies = Omit<ListCompanies, 'cursor' | 'limit'> & { format: ExportFormat };
type Row = Omit<CompanyView, 'formerNames'> & { formerNames: string };

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', zh: '企业名称', en: 'Company', kind: 'text' },
  { key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'address', zh: '地址', en: 'Address', kind: 'text' },
  { key: 'legalRepresentative', zh: '法定代表人', en: 'Legal representative', kind: 'text' },
  { key: 'phoneMasked', zh: '电话', en: 'Phone', kind: 'text' },
  { key: 'projectCount', zh: '项目数', en: 'Projects', kind: 'number' },
  { key: 'formerNames', zh: '曾用名', en: 'Former names', kind: 'text' },
  { key: 'createdAt', zh: '登记时间', en: 'On record since', kind: 'moment' },
];

/** The list as a table to download: the same filters, the same limits, the same masks. */
export function companiesTable({ format, ...filter }: ExportCompanies, ctx: Ctx, locale: Locale): Table<Row> {
  const companies = pages((page) => listCompanies({ ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const company of companies) yield { ...company, formerNames: company.formerNames.join('; ') };
  })();
  return { title: locale === 'en' ? 'Companies' : '企业', columns: COLUMNS, rows, format, locale };
}
