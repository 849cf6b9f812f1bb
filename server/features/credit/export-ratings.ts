import type { Locale } from '../../core/contract/accounts.ts';
import type { RatingRow } from '../../core/contract/credit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportRatings } from './credit.schemas.ts';
import { listRatings } from './list-ratings.ts';

type Row = Omit<RatingRow, 'stateName'> & { stateName: string };
const COLUMNS: readonly Column<Row>[] = [
  { key: 'companyName', zh: '企业', en: 'Company', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'year', zh: '年度', en: 'Year', kind: 'number' },
  { key: 'proposed', zh: '记录建议', en: 'Proposed by the record', kind: 'text' },
  { key: 'grade', zh: '核定等级', en: 'Grade decided', kind: 'text' },
  { key: 'stateName', zh: '状态', en: 'State', kind: 'text' },
  { key: 'openedOn', zh: '提出日期', en: 'Proposed on', kind: 'day' },
];

/** The list as a table to download: the same filters, the same limits. */
export function ratingsTable({ format, ...filter }: ExportRatings, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listRatings({ ...filter, ...page }, ctx));
  const lang = locale === 'en' ? 'en' : 'zh';
  const rows = (async function* () {
    for await (const row of found) yield { ...row, stateName: row.stateName[lang] };
  })();
  const title = locale === 'en' ? 'Yearly grades' : '年度守法诚信等级';
  return { title, columns: COLUMNS, rows, format, locale };
}
