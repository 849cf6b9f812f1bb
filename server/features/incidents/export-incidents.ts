import type { Locale } from '../../core/contract/accounts.ts';
import { INCIDENT } from '../../core/incidents/incident-table.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportIncidents } from './incidents.schemas.ts';
import { listIncidents } from './list-incidents.ts';

const COLUMNS = [
  { key: 'happenedOn', zh: '发生日期', en: 'Happened on', kind: 'day' },
  { key: 'openedOn', zh: '上报日期', en: 'Reported on', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'place', zh: '地点', en: 'Where', kind: 'text' },
  { key: 'headcount', zh: '人数', en: 'People', kind: 'number' },
  { key: 'extreme', zh: '过激行为', en: 'Extreme', kind: 'text' },
  { key: 'demand', zh: '诉求', en: 'Demand', kind: 'text' },
  { key: 'projectName', zh: '项目', en: 'Project', kind: 'text' },
  { key: 'companyName', zh: '企业', en: 'Company', kind: 'text' },
  { key: 'owedFen', zh: '涉及金额', en: 'Sum', kind: 'fen' },
  { key: 'paidFen', zh: '已支付金额', en: 'Paid', kind: 'fen' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number | undefined>;

/** The incidents of the list, with the same filters and limits, as a table to download. */
export function incidentsTable(query: ExportIncidents, ctx: Ctx, locale: Locale): Table<Row> {
  const { format, ...filter } = query;
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Group incidents' : '集体讨薪';
  return { title, columns, rows: rowsOf(filter, ctx, locale), format, locale };
}

async function* rowsOf(
  filter: Omit<ExportIncidents, 'format'>,
  ctx: Ctx,
  locale: Locale,
): AsyncGenerator<Row> {
  const tongue = locale === 'en' ? 'en' : 'zh';
  const yes = locale === 'en' ? 'yes' : '有';
  for await (const one of pages((page) => listIncidents({ ...filter, ...page }, ctx))) {
    const { happenedOn, openedOn, areaCode, place, headcount, demand, owedFen, paidFen } = one;
    const { projectName, companyName } = one;
    const [state, extreme] = [INCIDENT.states[one.state]?.[tongue], one.isExtreme ? yes : ''];
    yield {
      ...{ happenedOn, openedOn, areaCode, place, headcount, extreme, demand },
      ...{ projectName, companyName, owedFen, paidFen, state },
    };
  }
}
