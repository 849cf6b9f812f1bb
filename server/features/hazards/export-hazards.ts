import type { Locale } from '../../core/contract/accounts.ts';
import { HAZARD, HAZARD_KINDS } from '../../core/hazards/hazard-table.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportHazards } from './hazards.schemas.ts';
import { listHazards } from './list-hazards.ts';

const COLUMNS = [
  { key: 'openedOn', zh: '上报日期', en: 'Reported on', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'kind', zh: '事项', en: 'Kind', kind: 'text' },
  { key: 'what', zh: '情况', en: 'What', kind: 'text' },
  { key: 'place', zh: '地点', en: 'Where', kind: 'text' },
  { key: 'headcount', zh: '涉及人数', en: 'People', kind: 'number' },
  { key: 'owedFen', zh: '涉及金额', en: 'Sum', kind: 'fen' },
  { key: 'paidFen', zh: '已支付金额', en: 'Paid', kind: 'fen' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number | undefined>;

/** The hazards of the list, with the same filters and limits, as a table to download. */
export function hazardsTable(query: ExportHazards, ctx: Ctx, locale: Locale): Table<Row> {
  const { format, ...filter } = query;
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Hazards' : '隐患';
  return { title, columns, rows: rowsOf(filter, ctx, locale), format, locale };
}

async function* rowsOf(filter: Omit<ExportHazards, 'format'>, ctx: Ctx, locale: Locale): AsyncGenerator<Row> {
  const tongue = locale === 'en' ? 'en' : 'zh';
  const kinds: Readonly<Partial<Record<string, { zh: string; en: string }>>> = HAZARD_KINDS;
  for await (const one of pages((page) => listHazards({ ...filter, ...page }, ctx))) {
    const { openedOn, areaCode, what, place, headcount, owedFen, paidFen } = one;
    const [kind, state] = [kinds[one.hazardKind]?.[tongue], HAZARD.states[one.state]?.[tongue]];
    yield { openedOn, areaCode, kind, what, place, headcount, owedFen, paidFen, state };
  }
}
