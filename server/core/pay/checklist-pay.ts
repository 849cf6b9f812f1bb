import type { Fen } from '../kit/money.ts';
import { formatYuan, sumFen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { ChecklistFact } from './checklist-facts.ts';
import { isPastPayDay } from './pay-tone.ts';

/** What is on record of one month of a project. */
export interface PaidMonth {
  month: PayMonth;
  payOn?: PlainDate;
  /** Teams with attendance or a sheet, and those with a sheet that stands. */
  teams: { expected: number; filed: number };
  netFen: Fen;
  /** Sent to the bank that keeps the wage account. */
  sentFen: Fen;
  /** What single people still lack. */
  shortFen: Fen;
}
type PayFacts = { wagePayment?: ChecklistFact; gcDirectPay?: ChecklistFact };

const listed = (months: readonly PaidMonth[]): string => months.map(({ month }) => month).join(', ');

/**
 * Two items of the inspection checklist, judged by the months whose pay day has gone by. Without such a month, or without
 * an agreed pay day, nothing is known, and neither item is called done.
 * @law REG-14-1
 * @law REG-31-1
 */
export function payFacts(months: readonly PaidMonth[], today: PlainDate): PayFacts {
  const due = months.filter(({ payOn, teams }) => teams.expected > 0 && isPastPayDay(payOn, today));
  if (due.length === 0) return {};
  const filed = due.filter(({ teams }) => teams.filed > 0);
  return {
    wagePayment: wagePaymentFact(due),
    ...(filed.length === 0 ? {} : { gcDirectPay: directPayFact(filed) }),
  };
}

function wagePaymentFact(due: readonly PaidMonth[]): ChecklistFact {
  const late = due.filter(({ teams, shortFen }) => teams.filed < teams.expected || shortFen > 0);
  const [first] = late;
  if (first === undefined)
    return {
      state: 'done',
      zh: `已到发薪日的 ${due.length} 个月都已发清`,
      en: `All ${due.length} months whose pay day has passed are paid`,
    };
  const short = sumFen(late.map(({ shortFen }) => shortFen));
  const yuan = formatYuan(short);
  const zh = short === 0 ? [] : [`已报工资尚差 ${yuan} 元`];
  const en = short === 0 ? [] : [`${yuan} yuan of filed wages missing`];
  if (late.some(({ teams }) => teams.filed < teams.expected)) {
    zh.push('有班组未报工资表');
    en.push('teams without a payroll');
  }
  return {
    state: 'overdue',
    zh: `${listed(late)} 未发清：${zh.join('，')}`,
    en: `${listed(late)} not paid in full: ${en.join(', ')}`,
    ...(first.payOn === undefined ? {} : { dueOn: first.payOn }),
  };
}

function directPayFact(filed: readonly PaidMonth[]): ChecklistFact {
  const outside = filed.filter(({ sentFen, netFen }) => sentFen < netFen);
  return outside.length === 0
    ? {
        state: 'done',
        zh: `${filed.length} 个月的工资都经专户代发`,
        en: `The wages of ${filed.length} months went through the wage account`,
      }
    : {
        state: 'overdue',
        zh: `${listed(outside)} 的工资没有全部经专户代发`,
        en: `The wages of ${listed(outside)} did not all go through the wage account`,
      };
}
