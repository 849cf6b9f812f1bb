import type { Locale } from '../../core/contract/accounts.ts';
import { FINDING } from '../../core/inspections/finding-table.ts';
import { ITEM_WORDS } from '../../core/inspections/site-checklist.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportFindings } from './findings.schemas.ts';
import { listFindings } from './list-findings.ts';

const COLUMNS = [
  { key: 'foundOn', zh: '检查日期', en: 'Found on', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'projectName', zh: '工程项目', en: 'Project', kind: 'text' },
  { key: 'companyName', zh: '被检查单位', en: 'Employer', kind: 'text' },
  { key: 'item', zh: '检查事项', en: 'Item', kind: 'text' },
  { key: 'rectifyBy', zh: '整改期限', en: 'To be put right by', kind: 'day' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | undefined>;

/** The findings of the list, with the same filters and limits, as a table to download. */
export function findingsTable(query: ExportFindings, ctx: Ctx, locale: Locale): Table<Row> {
  const { format, ...filter } = query;
  const columns: readonly Column<Row>[] = COLUMNS;
  return {
    title: locale === 'en' ? 'Findings' : '整改事项',
    ...{ columns, rows: rowsOf(filter, ctx, locale), format, locale },
  };
}

async function* rowsOf(
  filter: Omit<ExportFindings, 'format'>,
  ctx: Ctx,
  locale: Locale,
): AsyncGenerator<Row> {
  const tongue = locale === 'en' ? 'en' : 'zh';
  for await (const one of pages((page) => listFindings({ ...filter, ...page }, ctx))) {
    const { foundOn, areaCode, projectName, companyName, rectifyBy } = one;
    const [item, state] = [ITEM_WORDS[one.item][tongue], FINDING.states[one.state]?.[tongue]];
    yield { foundOn, areaCode, projectName, companyName, item, rectifyBy, state };
  }
}
