import type { Locale } from '../../core/contract/accounts.ts';
import type { ListMatters, MatterRow, MatterStanding, MatterTask } from '../../core/contract/matters.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listMatters } from './list-matters.ts';

export type ExportMatters = Omit<ListMatters, 'cursor' | 'limit'> & { format: ExportFormat };

const TASKS: Readonly<Record<MatterTask, Record<Locale, string>>> = {
  order: { 'zh-CN': '限期改正', en: 'Order to correct' },
  arrears: { 'zh-CN': '核对欠薪测算书', en: 'Arrears sheet to answer' },
  proofDemand: { 'zh-CN': '提供用工资料', en: 'Records to produce' },
};
const STANDINGS: Readonly<Record<MatterStanding, Record<Locale, string>>> = {
  overdue: { 'zh-CN': '已逾期', en: 'Overdue' },
  waiting: { 'zh-CN': '待办', en: 'To be done' },
  nothing: { 'zh-CN': '无待办', en: 'Nothing to do' },
};

interface Row {
  caseNumber: string;
  officeName: string;
  standing: string;
  tasks: string;
  dueOn: string | undefined;
  servedOn: string;
  paperCount: number;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'caseNumber', zh: '案号', en: 'Case', kind: 'text' },
  { key: 'officeName', zh: '办理机关', en: 'Office', kind: 'text' },
  { key: 'standing', zh: '状态', en: 'Standing', kind: 'text' },
  { key: 'tasks', zh: '要做的事', en: 'To be done', kind: 'text' },
  { key: 'dueOn', zh: '最早期限', en: 'First due', kind: 'day' },
  { key: 'servedOn', zh: '最近送达', en: 'Last served', kind: 'day' },
  { key: 'paperCount', zh: '文书份数', en: 'Papers', kind: 'number' },
];

/** The list as a table to download: the same filters and the same limits. */
export function mattersTable({ format, ...filter }: ExportMatters, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listMatters({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Cases against us' : '涉案事项';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<MatterRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { tasks, standing, caseNumber, officeName, servedOn, paperCount } of found) {
    yield {
      ...{ caseNumber, officeName, servedOn, paperCount },
      standing: STANDINGS[standing][locale],
      tasks: tasks.map(({ task }) => TASKS[task][locale]).join(locale === 'en' ? ', ' : '、'),
      dueOn: tasks[0]?.dueOn,
    };
  }
}
