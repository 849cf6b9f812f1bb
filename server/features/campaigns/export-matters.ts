import type { CounterId, MatterEnd } from '../../core/campaigns/double-zero.ts';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Words } from '../../core/alerts/rule.ts';
import type { ListMatters } from '../../core/contract/campaigns.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listMatters } from './list-matters.ts';

export type ExportMatters = Omit<ListMatters, 'cursor' | 'limit'> & { format: ExportFormat };

const COLUMNS = [
  { key: 'caseNumber', zh: '案号', en: 'Case', kind: 'text' },
  { key: 'title', zh: '案由', en: 'Title', kind: 'text' },
  { key: 'respondentName', zh: '被投诉单位', en: 'Respondent', kind: 'text' },
  { key: 'projectName', zh: '项目', en: 'Project', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'counter', zh: '类别', en: 'Counter', kind: 'text' },
  { key: 'department', zh: '行业主管部门', en: 'Department', kind: 'text' },
  { key: 'filedOn', zh: '立案日期', en: 'Filed on', kind: 'day' },
  { key: 'endedOn', zh: '结案日期', en: 'Closed on', kind: 'day' },
  { key: 'end', zh: '情况', en: 'Standing', kind: 'text' },
  { key: 'owedFen', zh: '欠薪金额', en: 'Owed', kind: 'fen' },
  { key: 'seenFen', zh: '已核实到账', en: 'Seen paid', kind: 'fen' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number | undefined>;

const COUNTER_WORDS: Readonly<Record<CounterId, Words>> = {
  public: { zh: '政府投资和国有企业项目', en: 'Public works' },
  others: { zh: '其他欠薪', en: 'All others' },
};
const END_WORDS: Readonly<Record<MatterEnd, Words>> = {
  open: { zh: '剩余', en: 'Left' },
  cleared: { zh: '已清零', en: 'Cleared' },
  otherwise: { zh: '其他方式结案', en: 'Closed otherwise' },
};

/** The cases of the list, with the same filters and limits, as a table to download. */
export function mattersTable(
  { format, ...filter }: ExportMatters & { id: string },
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Winter campaign' : '冬季行动案件';
  return { title, columns, rows: rowsOf(filter, ctx, locale), format, locale };
}

async function* rowsOf(
  filter: Omit<ExportMatters, 'format'> & { id: string },
  ctx: Ctx,
  locale: Locale,
): AsyncGenerator<Row> {
  const tongue = locale === 'en' ? 'en' : 'zh';
  for await (const one of pages((page) => listMatters({ ...filter, ...page }, ctx))) {
    const { caseNumber, title, respondentName, projectName, areaCode, department } = one;
    const { filedOn, endedOn, owedFen, seenFen } = one;
    yield {
      ...{ caseNumber, title, respondentName, projectName, areaCode, department },
      ...{ filedOn, endedOn, owedFen, seenFen },
      ...{ counter: COUNTER_WORDS[one.counter][tongue], end: END_WORDS[one.end][tongue] },
    };
  }
}
