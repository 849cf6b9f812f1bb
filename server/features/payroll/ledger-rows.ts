import type { DeductionKind } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen, formatYuan, subtractFen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { lastDayOf } from '../../core/kit/plain-date.ts';
import { startDeadline } from '../../core/law/deadline.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { Column } from '../../platform/tables/index.ts';
import { lineSecrets } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';

/** One line of the wage ledger: the eleven fields the law names, and until when it is kept. */
export interface WageLedgerRow {
  employer: string;
  period: string;
  paidOn: PlainDate | undefined;
  name: string;
  citizenId: string;
  phone: string;
  workTime: string;
  earned: string;
  grossFen: Fen;
  taken: string;
  netFen: Fen;
  voucher: string;
  keptUntil: PlainDate;
}

/** @law REG-15-2 */
export const WAGE_LEDGER_COLUMNS: readonly Column<WageLedgerRow>[] = [
  { key: 'employer', zh: '用人单位名称', en: 'Employer', kind: 'text' },
  { key: 'period', zh: '支付周期', en: 'Pay period', kind: 'text' },
  { key: 'paidOn', zh: '支付日期', en: 'Paid on', kind: 'day' },
  { key: 'name', zh: '支付对象姓名', en: 'Name', kind: 'text' },
  { key: 'citizenId', zh: '身份证号码', en: 'Citizen id', kind: 'text' },
  { key: 'phone', zh: '联系方式', en: 'Phone', kind: 'text' },
  { key: 'workTime', zh: '工作时间', en: 'Working time', kind: 'text' },
  { key: 'earned', zh: '应发工资项目及数额', en: 'Earned, by item', kind: 'text' },
  { key: 'grossFen', zh: '应发合计（元）', en: 'Gross (yuan)', kind: 'fen' },
  { key: 'taken', zh: '代扣、代缴、扣除项目和数额', en: 'Taken off, by item', kind: 'text' },
  { key: 'netFen', zh: '实发工资数额（元）', en: 'Paid out (yuan)', kind: 'fen' },
  { key: 'voucher', zh: '银行代发工资凭证或农民工签字', en: 'Bank voucher or signature', kind: 'text' },
  { key: 'keptUntil', zh: '至少保存至', en: 'Kept at least until', kind: 'day' },
];

const days = (hundredths: number): string => String(hundredths / 100);
const items = (parts: readonly (readonly [string, Fen])[]): string =>
  parts.flatMap(([label, amount]) => (amount === 0 ? [] : [`${label} ${formatYuan(amount)}`])).join('；');

const DEDUCTION_WORDS: Readonly<Record<DeductionKind, string>> = {
  incomeTax: '个税',
  socialInsurance: '社保',
  courtOrdered: '法院扣缴',
  damage: '赔偿',
  other: '其他',
};

/** A line as the ledger shows it, identities in full: for those with a reason, which is on record. */
export function wageLedgerRow(
  line: PayrollLineRecord,
  sheet: PayrollSheetRecord,
  calendar: Calendar,
): WageLedgerRow {
  const { citizenId = '', phone = '' } = lineSecrets.openFields(line);
  const extras = fen(line.overtimeFen + line.allowancesFen + line.backPayFen);
  const kinds = Object.keys(DEDUCTION_WORDS) as DeductionKind[]; // the table's own keys
  return {
    employer: sheet.employerName,
    period: line.payMonth,
    paidOn: line.bank.state === 'credited' ? line.bank.on : undefined,
    name: line.workerName,
    citizenId,
    phone,
    workTime: workTime(line),
    earned: items([
      [line.payKind === 'TIME_RATE' ? '计时工资' : '计件工资', subtractFen(line.grossFen, extras)],
      ['加班', line.overtimeFen],
      ['津贴补贴', line.allowancesFen],
      ['补发', line.backPayFen],
    ]),
    grossFen: line.grossFen,
    taken: items([
      ...kinds.map((kind) => [DEDUCTION_WORDS[kind], line.deductions[kind]] as const),
      ['预支', line.advanceFen],
    ]),
    netFen: line.netFen,
    voucher: voucherOf(line),
    keptUntil: startDeadline('ledgerRetention', lastDayOf(line.payMonth), calendar).dueOn,
  };
}

function workTime({ daysHundredths, hoursHundredths, piecesHundredths }: PayrollLineRecord): string {
  const parts = [`${days(daysHundredths)} 天`];
  if (hoursHundredths !== undefined) parts.push(`${days(hoursHundredths)} 小时`);
  if (piecesHundredths !== undefined) parts.push(`计件 ${days(piecesHundredths)}`);
  return parts.join('，');
}

/** A signature on the sheet is no receipt: where the bank has not paid what it was sent, the ledger says so. */
function voucherOf({ bank, isSigned }: PayrollLineRecord): string {
  if (bank.state === 'credited' && bank.reference !== undefined) return `银行代发 ${bank.reference}`;
  const unpaid = { sent: '已送银行，未到账', bounced: '银行退回，未到账', none: '', credited: '' }[
    bank.state
  ];
  return [isSigned ? '本人已签字' : '', unpaid].filter((part) => part !== '').join('；');
}
