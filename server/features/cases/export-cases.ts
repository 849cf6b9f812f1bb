import type { Locale } from '../../core/contract/accounts.ts';
import type { CaseRow, ListCases } from '../../core/contract/cases.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { CLOSURE_WORDS, STATE_WORDS } from './case-words.ts';
import { listCases } from './list-cases.ts';

export type ExportCases = Omit<ListCases, 'cursor' | 'limit'> & { format: ExportFormat };

interface Row extends Pick<
  CaseRow,
  'caseNumber' | 'title' | 'filedOn' | 'respondentName' | 'headcount' | 'owedFen' | 'seenFen'
> {
  state: string;
  projectName: string | undefined;
  complaintCount: number;
  leadInspectorName: string;
  dueOn: string | undefined;
  closure: string | undefined;
  closedOn: string | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'caseNumber', zh: '案号', en: 'Case number', kind: 'text' },
  { key: 'title', zh: '案由', en: 'Matter', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'filedOn', zh: '立案日期', en: 'Filed', kind: 'day' },
  { key: 'respondentName', zh: '被投诉单位', en: 'Respondent', kind: 'text' },
  { key: 'projectName', zh: '工程项目', en: 'Project', kind: 'text' },
  { key: 'complaintCount', zh: '投诉件数', en: 'Complaints', kind: 'number' },
  { key: 'headcount', zh: '人数', en: 'People', kind: 'number' },
  { key: 'owedFen', zh: '欠薪金额（元）', en: 'Arrears (yuan)', kind: 'fen' },
  { key: 'seenFen', zh: '已见到账（元）', en: 'Seen (yuan)', kind: 'fen' },
  { key: 'leadInspectorName', zh: '主办', en: 'Lead inspector', kind: 'text' },
  { key: 'dueOn', zh: '最近到期日', en: 'Next due', kind: 'day' },
  { key: 'closure', zh: '结案方式', en: 'Ending', kind: 'text' },
  { key: 'closedOn', zh: '结案日期', en: 'Closed', kind: 'day' },
];

/** The queue as a table to download: the same filters and the same limits. */
export function casesTable({ format, ...filter }: ExportCases, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listCases({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Cases' : '案件';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<CaseRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { nextDue, closureCode, state, projectName, closedOn, ...row } of found) {
    yield {
      ...row,
      state: STATE_WORDS[state][locale],
      projectName,
      dueOn: nextDue?.dueOn,
      closure: closureCode === undefined ? undefined : CLOSURE_WORDS[closureCode][locale],
      closedOn,
    };
  }
}
