import type { Locale } from '../../../core/contract/accounts.ts';
import type { AskHints, HintKind } from '../../../core/contract/accountability-hints.ts';
import { HINT_KINDS } from '../../../core/contract/accountability-hints.ts';
import type { ExportFormat } from '../../../core/contract/page.ts';
import { words } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Column, Table } from '../../../platform/tables/index.ts';
import { pages } from '../../../platform/tables/index.ts';
import { departmentNames } from '../tasks/index.ts';
import { listHints } from './list-hints.ts';

export type ExportHints = AskHints & { kind?: HintKind; format: ExportFormat };

const KIND_WORDS: Readonly<Record<HintKind, { zh: string; en: string }>> = {
  taskOverdue: words('部门任务逾期未答复', 'Task not answered in time'),
  taskAnsweredLate: words('部门任务逾期答复', 'Task answered late'),
  orderOverdue: words('督办逾期未办结', 'Supervision order not settled in time'),
  caseOverdue: words('案件超期', 'Case overdue'),
  complaintOverdue: words('投诉举报超期', 'Complaint overdue'),
  accountNotOpened: words('专用账户逾期未开立', 'Wage account not opened in time'),
  accountNotFiled: words('专用账户逾期未备案', 'Wage account not filed in time'),
  bondNotStored: words('工资保证金逾期未存储', 'Wage bond not stored in time'),
  boardPhotoMissing: words('告示牌照片逾期未上传', 'Photo of the rights board missing'),
  incidentLate: words('集体讨薪迟报', 'Group incident reported late'),
};

const COLUMNS = [
  { key: 'kind', zh: '类别', en: 'Kind', kind: 'text' },
  { key: 'record', zh: '记录', en: 'Record', kind: 'text' },
  { key: 'who', zh: '部门、单位或者承办人', en: 'Department, unit or officer', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'duty', zh: '应当完成的事项', en: 'Duty', kind: 'text' },
  { key: 'dueOn', zh: '应完成日期', en: 'Due on', kind: 'day' },
  { key: 'doneOn', zh: '完成日期', en: 'Done on', kind: 'day' },
  { key: 'daysLate', zh: '超过天数', en: 'Days late', kind: 'number' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number | undefined>;

/** The same as on the screen, of all kinds or of one. */
export function hintsTable({ format, ...asked }: ExportHints, ctx: Ctx, locale: Locale): Table<Row> {
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Accountability hints' : '问责提示';
  return { title, columns, rows: hintRows(asked, ctx, locale), format, locale };
}

async function* hintRows(
  { kind: only, ...asked }: Omit<ExportHints, 'format'>,
  ctx: Ctx,
  locale: Locale,
): AsyncGenerator<Row> {
  const tongue = locale === 'en' ? 'en' : 'zh';
  const nameOf = await departmentNames(locale);
  for (const kind of only === undefined ? HINT_KINDS : [only])
    for await (const one of pages((page) => listHints({ ...asked, ...page, kind }, ctx))) {
      const { record, who, departmentCode, areaCode, duty, dueOn, doneOn, daysLate } = one;
      yield {
        ...{ kind: KIND_WORDS[kind][tongue], record, areaCode, duty: duty[tongue], dueOn, doneOn, daysLate },
        who: departmentCode === undefined ? who : nameOf(departmentCode),
      };
    }
}
