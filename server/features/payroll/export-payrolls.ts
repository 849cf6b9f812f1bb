import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type {
  BankState,
  PayAnswer,
  PayrollLineView,
  PayrollState,
  PayrollView,
} from '../../core/contract/payroll.ts';
import type { PayKind } from '../../core/contract/roster.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListPayrollLines } from './list-payroll-lines.ts';
import { listPayrollLines } from './list-payroll-lines.ts';
import type { ListPayrolls } from './list-payrolls.ts';
import { listPayrolls } from './list-payrolls.ts';

export type ExportPayrolls = Omit<ListPayrolls, 'cursor' | 'limit'> & { format: ExportFormat };
export type ExportPayrollLines = Omit<ListPayrollLines, 'cursor' | 'limit'> & { format: ExportFormat };

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const STATES: Readonly<Record<PayrollState, Words>> = {
  signing: words('待工人确认、总包审核', 'with the workers'),
  returned: words('已退回', 'returned'),
  approved: words('审核通过', 'approved'),
  payFileIssued: words('已送银行', 'with the bank'),
  partPaid: words('部分到账', 'part paid'),
  paid: words('全部到账', 'paid'),
  superseded: words('已被新表替换', 'superseded'),
};
const ANSWERS: Readonly<Record<PayAnswer | 'unanswered', Words>> = {
  right: words('属实', 'right'),
  less: words('少发', 'less'),
  nothing: words('没收到', 'nothing'),
  notMe: words('不是我', 'not me'),
  unanswered: words('未答复', 'unanswered'),
};
const BANK: Readonly<Record<BankState, Words>> = {
  none: words('未送银行', 'not sent'),
  sent: words('已送银行', 'sent'),
  credited: words('已到账', 'credited'),
  bounced: words('退回', 'bounced'),
};
const KINDS: Readonly<Record<PayKind, Words>> = {
  TIME_RATE: words('计时', 'time'),
  PIECE_RATE: words('计件', 'piece'),
};

type SheetRow = Omit<PayrollView, 'state' | 'answers'> & { state: string; disagree: number };
const SHEET_COLUMNS: readonly Column<SheetRow>[] = [
  { key: 'projectName', zh: '工程项目', en: 'Project', kind: 'text' },
  { key: 'employerName', zh: '用人单位', en: 'Employer', kind: 'text' },
  { key: 'teamName', zh: '班组', en: 'Team', kind: 'text' },
  { key: 'payMonth', zh: '工资月份', en: 'Pay month', kind: 'text' },
  { key: 'revision', zh: '版次', en: 'Revision', kind: 'number' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'payOn', zh: '应发日', en: 'To be paid on', kind: 'day' },
  { key: 'people', zh: '人数', en: 'People', kind: 'number' },
  { key: 'grossFen', zh: '应发（元）', en: 'Gross (yuan)', kind: 'fen' },
  { key: 'deductionsFen', zh: '预支和扣款（元）', en: 'Taken off (yuan)', kind: 'fen' },
  { key: 'netFen', zh: '实发（元）', en: 'Net (yuan)', kind: 'fen' },
  { key: 'credited', zh: '到账人数', en: 'Credited', kind: 'number' },
  { key: 'creditedFen', zh: '到账（元）', en: 'Credited (yuan)', kind: 'fen' },
  { key: 'bounced', zh: '退回人数', en: 'Bounced', kind: 'number' },
  { key: 'disagree', zh: '工人有异议', en: 'Disagree', kind: 'number' },
  { key: 'filedAt', zh: '提交时间', en: 'Filed', kind: 'moment' },
];

/** The list of sheets as a table to download: the same filters, the same limits. */
export function payrollsTable(
  { format, ...filter }: ExportPayrolls,
  ctx: Ctx,
  locale: Locale,
): Table<SheetRow> {
  const found = pages((page) => listPayrolls({ ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const { state, answers, ...sheet } of found) {
      const disagree = answers.less + answers.nothing + answers.notMe;
      yield { ...sheet, state: STATES[state][locale], disagree };
    }
  })();
  const title = locale === 'en' ? 'Payroll sheets' : '工资表';
  return { title, columns: SHEET_COLUMNS, rows, format, locale };
}

interface LineRow extends Pick<
  PayrollLineView,
  | 'row'
  | 'workerName'
  | 'citizenIdMasked'
  | 'overtimeFen'
  | 'allowancesFen'
  | 'backPayFen'
  | 'grossFen'
  | 'advanceFen'
  | 'netFen'
> {
  bankCardMasked: string | undefined;
  payKind: string;
  days: number;
  deductedFen: number;
  bank: string;
  creditedOn: string | undefined;
  answer: string;
}
const LINE_COLUMNS: readonly Column<LineRow>[] = [
  { key: 'row', zh: '行', en: 'Row', kind: 'number' },
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'citizenIdMasked', zh: '身份证号', en: 'Citizen number', kind: 'text' },
  { key: 'bankCardMasked', zh: '银行卡', en: 'Bank card', kind: 'text' },
  { key: 'payKind', zh: '计酬方式', en: 'Paid by', kind: 'text' },
  { key: 'days', zh: '出勤天数', en: 'Days', kind: 'number' },
  { key: 'overtimeFen', zh: '加班（元）', en: 'Overtime (yuan)', kind: 'fen' },
  { key: 'allowancesFen', zh: '津贴（元）', en: 'Allowances (yuan)', kind: 'fen' },
  { key: 'backPayFen', zh: '补发（元）', en: 'Back pay (yuan)', kind: 'fen' },
  { key: 'grossFen', zh: '应发（元）', en: 'Gross (yuan)', kind: 'fen' },
  { key: 'advanceFen', zh: '预支（元）', en: 'Advance (yuan)', kind: 'fen' },
  { key: 'deductedFen', zh: '扣款（元）', en: 'Deductions (yuan)', kind: 'fen' },
  { key: 'netFen', zh: '实发（元）', en: 'Net (yuan)', kind: 'fen' },
  { key: 'bank', zh: '银行', en: 'Bank', kind: 'text' },
  { key: 'creditedOn', zh: '到账日', en: 'Credited on', kind: 'day' },
  { key: 'answer', zh: '工人答复', en: 'Worker’s answer', kind: 'text' },
];

/** The lines of a sheet as a table to download, identities masked as on screen. */
export function payrollLinesTable(
  sheetId: string,
  { format, ...filter }: ExportPayrollLines,
  ctx: Ctx,
  locale: Locale,
): Table<LineRow> {
  const found = pages((page) => listPayrollLines(sheetId, { ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const line of found) yield lineRow(line, locale);
  })();
  const title = locale === 'en' ? 'Payroll lines' : '工资表明细';
  return { title, columns: LINE_COLUMNS, rows, format, locale };
}

function lineRow(line: PayrollLineView, locale: Locale): LineRow {
  const { payKind, daysHundredths, deductions, bank, answer, bankCardMasked, ...rest } = line;
  return {
    ...rest,
    bankCardMasked,
    payKind: KINDS[payKind][locale],
    days: daysHundredths / 100,
    deductedFen: Object.values(deductions).reduce((sum, one) => sum + one, 0),
    bank: BANK[bank.state][locale],
    creditedOn: bank.state === 'credited' ? bank.on : undefined,
    answer: ANSWERS[answer?.kind ?? 'unanswered'][locale],
  };
}
