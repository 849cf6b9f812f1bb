import type { Locale } from '../../core/contract/accounts.ts';
import type { AreaView } from '../../core/contract/areas.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportAreas } from './areas.schemas.ts';
import { listAreas } from './list-areas.ts';

const COLUMNS: readonly Column<AreaView>[] = [
  { key: 'code', zh: '区划代码', en: 'Code', kind: 'text' },
  { key: 'name', zh: '名称', en: 'Chinese name', kind: 'text' },
  { key: 'nameEn', zh: '英文名称', en: 'Name', kind: 'text' },
  { key: 'level', zh: '级别', en: 'Level', kind: 'text' },
  { key: 'parentCode', zh: '上级代码', en: 'Lies in', kind: 'text' },
  { key: 'validFrom', zh: '启用日', en: 'Valid from', kind: 'day' },
  { key: 'validTo', zh: '停用日', en: 'Valid to', kind: 'day' },
  { key: 'source', zh: '来源', en: 'Source', kind: 'text' },
];

/** The divisions of the list, with the same filters, as a table to download. */
export function areasTable(query: ExportAreas, ctx: Ctx, locale: Locale): Table<AreaView> {
  const { format, ...filter } = query;
  const rows = pages((page) => listAreas({ ...filter, ...page }, ctx));
  return { title: locale === 'en' ? 'Divisions' : '行政区划', columns: COLUMNS, rows, format, locale };
}
