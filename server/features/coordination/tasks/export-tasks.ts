import type { Locale } from '../../../core/contract/accounts.ts';
import type {
  AskReplies,
  DepartmentReplies,
  ListDepartmentTasks,
} from '../../../core/contract/coordination.ts';
import type { ExportFormat } from '../../../core/contract/page.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Column, Table } from '../../../platform/tables/index.ts';
import { pages } from '../../../platform/tables/index.ts';
import { listDepartments } from '../../areas/index.ts';
import { listReplies, listTasks } from './list-tasks.ts';

export type ExportTasks = Omit<ListDepartmentTasks, 'cursor' | 'limit'> & { format: ExportFormat };
export type ExportReplies = AskReplies & { format: ExportFormat };

interface Row {
  openedOn: PlainDate;
  areaCode: string;
  department: string;
  title: string;
  about: string | undefined;
  sentBy: string;
  dueOn: PlainDate;
  state: string;
  answeredOn: PlainDate | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'openedOn', zh: '发出日期', en: 'Sent on', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'department', zh: '部门', en: 'Department', kind: 'text' },
  { key: 'title', zh: '事项', en: 'Matter', kind: 'text' },
  { key: 'about', zh: '涉及', en: 'About', kind: 'text' },
  { key: 'sentBy', zh: '发出人', en: 'Sent by', kind: 'text' },
  { key: 'dueOn', zh: '答复期限', en: 'Answer by', kind: 'day' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'answeredOn', zh: '答复日期', en: 'Answered on', kind: 'day' },
];

/** What departments are called; the code of one that the list does not have. */
export async function departmentNames(locale: Locale): Promise<(code: string) => string> {
  const { items } = await listDepartments({});
  const names = new Map(items.map(({ code, name, nameEn }) => [code, locale === 'en' ? nameEn : name]));
  return (code) => names.get(code) ?? code;
}

/** The tasks of the list, with the same filters and limits. */
export function tasksTable({ format, ...filter }: ExportTasks, ctx: Ctx, locale: Locale): Table<Row> {
  const title = locale === 'en' ? 'Department tasks' : '部门任务';
  return { title, columns: COLUMNS, rows: taskRows(filter, ctx, locale), format, locale };
}

async function* taskRows(filter: Omit<ExportTasks, 'format'>, ctx: Ctx, locale: Locale): AsyncGenerator<Row> {
  const nameOf = await departmentNames(locale);
  for await (const one of pages((page) => listTasks({ ...filter, ...page }, ctx)))
    yield {
      openedOn: one.openedOn,
      areaCode: one.areaCode,
      department: nameOf(one.departmentCode),
      title: one.title,
      about: one.about?.label,
      sentBy: one.sentBy.name,
      dueOn: one.dueOn,
      state: locale === 'en' ? one.stateName.en : one.stateName.zh,
      answeredOn: one.answeredOn,
    };
}

type ReplyRow = Omit<DepartmentReplies, 'departmentCode'> & { department: string };
const REPLY_COLUMNS: readonly Column<ReplyRow>[] = [
  { key: 'department', zh: '部门', en: 'Department', kind: 'text' },
  { key: 'sent', zh: '发出', en: 'Sent', kind: 'number' },
  { key: 'waiting', zh: '待签收', en: 'To be accepted', kind: 'number' },
  { key: 'inWork', zh: '办理中', en: 'In work', kind: 'number' },
  { key: 'overdue', zh: '逾期未答复', en: 'Overdue', kind: 'number' },
  { key: 'returned', zh: '退回过', en: 'Given back', kind: 'number' },
  { key: 'answered', zh: '已答复', en: 'Answered', kind: 'number' },
  { key: 'answeredLate', zh: '其中逾期答复', en: 'Of these late', kind: 'number' },
  { key: 'sentBack', zh: '退回补办过', en: 'Sent back', kind: 'number' },
  { key: 'closed', zh: '已办结', en: 'Closed', kind: 'number' },
];

/** The replies of the departments, as they stand on the screen. */
export function repliesTable({ format, ...asked }: ExportReplies, ctx: Ctx, locale: Locale): Table<ReplyRow> {
  const title = locale === 'en' ? 'Replies of departments' : '部门答复情况';
  return { title, columns: REPLY_COLUMNS, rows: replyRows(asked, ctx, locale), format, locale };
}

async function* replyRows(asked: AskReplies, ctx: Ctx, locale: Locale): AsyncGenerator<ReplyRow> {
  const nameOf = await departmentNames(locale);
  const { items } = await listReplies(asked, ctx);
  for (const { departmentCode, ...figures } of items)
    yield { department: nameOf(departmentCode), ...figures };
}
