import type { Locale } from '../../core/contract/accounts.ts';
import type { ListingRow } from '../../core/contract/listings.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listListings } from './list-listings.ts';
import type { ExportListings } from './listings.schemas.ts';

interface Row extends Pick<ListingRow, 'companyName' | 'caseNumber' | 'areaCode' | 'openedOn'> {
  state: string;
  owedFen: number | undefined;
  decisionNumber: string | undefined;
  listedFrom: string | undefined;
  listedUntil: string | undefined;
  dueOn: string | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'companyName', zh: '单位', en: 'Employer', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'caseNumber', zh: '案号', en: 'Case number', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'openedOn', zh: '提出日期', en: 'Proposed', kind: 'day' },
  { key: 'owedFen', zh: '拖欠工资（元）', en: 'Arrears (yuan)', kind: 'fen' },
  { key: 'decisionNumber', zh: '决定书文号', en: 'Decision', kind: 'text' },
  { key: 'listedFrom', zh: '列入日', en: 'Listed since', kind: 'day' },
  { key: 'listedUntil', zh: '列入至', en: 'Listed until', kind: 'day' },
  { key: 'dueOn', zh: '最近到期日', en: 'Next due', kind: 'day' },
];

/** The list as a table to download: the same filters and the same limits. */
export function listingsTable({ format, ...filter }: ExportListings, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listListings({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Dishonesty list' : '失信联合惩戒名单';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<ListingRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { stateName, owedFen, decisionNumber, listedFrom, listedUntil, nextDue, ...row } of found)
    yield {
      ...row,
      state: locale === 'en' ? stateName.en : stateName.zh,
      ...{ owedFen, decisionNumber, listedFrom, listedUntil, dueOn: nextDue?.dueOn },
    };
}
