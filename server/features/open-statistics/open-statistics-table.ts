import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportOpenStatistics, Named, OpenRow, OpenValue } from '../../core/contract/open-statistics.ts';
import { fen, formatYuan } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { openQuarter, publishedQuarters } from './get-open-statistics.ts';

type Line = Record<'quarter' | 'areaCode' | 'area' | 'by' | 'partCode' | 'part', string> &
  Record<'received' | 'closed' | 'people' | 'recovered' | 'medianDays', string>;

const COLUMNS: readonly Column<Line>[] = [
  { key: 'quarter', zh: '季度', en: 'Quarter', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'area', zh: '地区', en: 'Area', kind: 'text' },
  { key: 'by', zh: '分组', en: 'Split by', kind: 'text' },
  { key: 'partCode', zh: '分组代码', en: 'Part code', kind: 'text' },
  { key: 'part', zh: '分组名称', en: 'Part', kind: 'text' },
  { key: 'received', zh: '收到投诉举报（件）', en: 'Complaints received', kind: 'text' },
  { key: 'closed', zh: '结案（件）', en: 'Cases closed', kind: 'text' },
  { key: 'people', zh: '涉及人数（人）', en: 'People', kind: 'text' },
  { key: 'recovered', zh: '追回金额（元）', en: 'Recovered (yuan)', kind: 'text' },
  { key: 'medianDays', zh: '结案天数中位数（天）', en: 'Median days to close', kind: 'text' },
];
const BY = {
  all: { zh: '合计', en: 'all' },
  channel: { zh: '渠道', en: 'channel' },
  industry: { zh: '行业主管部门', en: 'industry' },
} as const;

/** Every published quarter in one table: a line for each area and part. */
export function openStatisticsTable(
  { format }: ExportOpenStatistics,
  at: Pick<Ctx, 'today'>,
  locale: Locale,
): Table<Line> {
  const title = locale === 'en' ? 'Open statistics' : '公开数据';
  return { title, columns: COLUMNS, rows: lines(at, locale), format, locale };
}

async function* lines(at: Pick<Ctx, 'today'>, locale: Locale): AsyncGenerator<Line> {
  for (const quarter of publishedQuarters(at)) {
    const { rows, least } = await openQuarter(quarter, at);
    for (const row of rows) yield { quarter, ...lineOf(row, least, locale) };
  }
}

function lineOf(row: OpenRow, least: number, locale: Locale): Omit<Line, 'quarter'> {
  const say = ({ zh, en }: Pick<Named, 'zh' | 'en'>): string => (locale === 'en' ? en : zh);
  const hidden = {
    few: say({ zh: `少于${least}`, en: `<${least}` }),
    withheld: say({ zh: '不公布', en: 'n/p' }),
  };
  const told = (value: OpenValue): string =>
    value === null ? '' : typeof value === 'number' ? String(value) : hidden[value];
  const { recoveredFen } = row;
  return {
    ...{ areaCode: row.area.code, area: say(row.area), by: say(BY[row.by]) },
    ...{ partCode: row.part?.code ?? '', part: row.part === null ? '' : say(row.part) },
    ...{ received: told(row.received), closed: told(row.closed), people: told(row.people) },
    recovered:
      typeof recoveredFen === 'number'
        ? formatYuan(fen(recoveredFen), { grouping: false })
        : told(recoveredFen),
    medianDays: told(row.medianDays),
  };
}
