import { Buffer } from 'node:buffer';
import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat, Page } from '../../core/contract/page.ts';
import type { Disagreement, DisagreementKind } from '../../core/contract/pay-overview.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import { reconcileMonth } from './reconcile-month.ts';

export interface ListDisagreements {
  month: PayMonth;
  kind?: DisagreementKind;
  cursor?: string;
  limit?: number;
}
export type ExportDisagreements = Omit<ListDisagreements, 'cursor' | 'limit'> & { format: ExportFormat };

/** The disagreements of a project's month, a page at a time; a subcontractor sees those of its own people. */
export async function listDisagreements(
  projectId: string,
  { month, kind, cursor, limit = 50 }: ListDisagreements,
  ctx: Ctx,
): Promise<Page<Disagreement>> {
  const rows = await rowsOf(projectId, month, kind, ctx);
  const from = cursor === undefined ? 0 : placeOf(cursor);
  const next = from + limit;
  return {
    items: rows.slice(from, next),
    nextCursor: next < rows.length ? Buffer.from(String(next)).toString('base64url') : null,
    total: rows.length,
  };
}

async function rowsOf(
  projectId: string,
  month: PayMonth,
  kind: DisagreementKind | undefined,
  ctx: Ctx,
): Promise<Disagreement[]> {
  const position = await positionOn(projectId, ctx);
  const seen = employersSeen(position);
  // Rows bear names: an owner or a reader from outside is told totals elsewhere.
  if (seen?.length === 0) throw new AppError('notFound');
  const rows = await reconcileMonth(position.project.id, month, ctx.today, seen);
  return kind === undefined ? rows : rows.filter((row) => row.kind === kind);
}

function placeOf(cursor: string): number {
  const place = Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(place) && place >= 0) return place;
  throw new AppError('invalidInput', { count: 1 }, [
    { in: 'query', path: 'cursor', rule: 'cursor', zh: '分页位置无效', en: 'Not a valid place in this list' },
  ]);
}

const words = (zh: string, en: string): Readonly<Record<Locale, string>> => ({ 'zh-CN': zh, en });
export const DISAGREEMENT_WORDS: Readonly<Record<DisagreementKind, Readonly<Record<Locale, string>>>> = {
  attendedNotOnPayroll: words('出勤未上表', 'Worked, not on the payroll'),
  onPayrollNotAttended: words('上表无出勤', 'On the payroll, not attended'),
  moreDaysThanAttended: words('天数多于考勤', 'More days than attended'),
  notSentToBank: words('未送银行', 'Not sent to the bank'),
  bounced: words('银行退回', 'Returned by the bank'),
  creditedLess: words('到账少', 'Credited less'),
  creditedMore: words('到账多', 'Credited more'),
  creditedNotOnPayroll: words('到账未上表', 'Credited, not on the payroll'),
  answeredLess: words('本人说少了', 'Worker says less'),
  answeredNothing: words('本人说没收到', 'Worker says nothing'),
  answeredNotMe: words('本人说不是自己', 'Worker says not me'),
  unanswered: words('本人未答', 'Not answered'),
};

type Row = Record<'kind' | 'teamName' | 'workerName' | 'what', string> & {
  attended: number | undefined;
  days: number | undefined;
  netFen: number | undefined;
  creditedFen: number | undefined;
  answerFen: number | undefined;
};
const COLUMNS: readonly Column<Row>[] = [
  { key: 'teamName', zh: '班组', en: 'Team', kind: 'text' },
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'kind', zh: '不一致', en: 'Disagreement', kind: 'text' },
  { key: 'attended', zh: '考勤天数', en: 'Days attended', kind: 'number' },
  { key: 'days', zh: '工资表天数', en: 'Days on the payroll', kind: 'number' },
  { key: 'netFen', zh: '应发（元）', en: 'Due (yuan)', kind: 'fen' },
  { key: 'creditedFen', zh: '到账（元）', en: 'Credited (yuan)', kind: 'fen' },
  { key: 'answerFen', zh: '本人说收到（元）', en: 'Worker says (yuan)', kind: 'fen' },
  { key: 'what', zh: '说明', en: 'In words', kind: 'text' },
];

/** The same list as a table to download. */
export async function disagreementsTable(
  projectId: string,
  { month, kind, format }: ExportDisagreements,
  ctx: Ctx,
  locale: Locale,
): Promise<Table<Row>> {
  const rows = await rowsOf(projectId, month, kind, ctx);
  const title = locale === 'en' ? `Reconciliation ${month}` : `工资核对 ${month}`;
  return { title, columns: COLUMNS, rows: each(rows.map((row) => tableRow(row, locale))), format, locale };
}

const inDays = (hundredths: number | undefined): number | undefined =>
  hundredths === undefined ? undefined : hundredths / 100;

function tableRow(row: Disagreement, locale: Locale): Row {
  const { kind, teamName, workerName, netFen, creditedFen, answerFen } = row;
  return {
    kind: DISAGREEMENT_WORDS[kind][locale],
    teamName,
    workerName,
    attended: inDays(row.attendedHundredths),
    days: inDays(row.payrollDaysHundredths),
    netFen,
    creditedFen,
    answerFen,
    what: locale === 'en' ? row.en : row.zh,
  };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}
