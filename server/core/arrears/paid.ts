import { dayWords, yuanWords } from '../alerts/words.ts';
import type { Fen } from '../kit/money.ts';
import { fen, sumFen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { source } from './earned.ts';
import type { Credit, LineSource, PersonMonth } from './person-month.ts';

/** A credit of the bank on one payroll line, standing or not. */
export interface CreditedLine extends Credit {
  payMonth: PayMonth;
  /** Within the credit: what was paid late for an earlier month. */
  backPay?: { fen: Fen; payMonth: PayMonth };
}

/**
 * Credits by the month they are for: back pay goes to the month it makes up for, and never more than arrived.
 * @example 6,000.00 credited for May, 1,000.00 of it for March // May 5,000.00, March 1,000.00
 */
export function creditsByMonth(lines: readonly CreditedLine[]): Map<PayMonth, Credit[]> {
  const months = new Map<PayMonth, Credit[]>();
  const put = (month: PayMonth, { fen: amount, on, recordId }: Credit): void => {
    if (amount <= 0) return;
    const credit = { fen: amount, ...(on === undefined ? {} : { on }), recordId };
    months.set(month, [...(months.get(month) ?? []), credit]);
  };
  for (const { payMonth, backPay, ...credit } of lines) {
    const late =
      backPay === undefined || backPay.payMonth === payMonth ? 0 : Math.min(backPay.fen, credit.fen);
    put(payMonth, { ...credit, fen: fen(credit.fen - late) });
    if (backPay !== undefined) put(backPay.payMonth, { ...credit, fen: fen(late) });
  }
  return months;
}

export interface Paid {
  fen: Fen;
  sources: LineSource[];
}

/**
 * What was paid of a month's wages before the case was filed: bank credits, and advances the worker confirmed. What is
 * credited after filing is money the case recovered: it is recorded there, and counted once.
 */
export function paidOf({ credits, work }: Pick<PersonMonth, 'credits' | 'work'>, filedOn: PlainDate): Paid {
  const before = credits.filter(({ on }) => on === undefined || on <= filedOn);
  const after = credits.filter(({ on }) => on !== undefined && on > filedOn);
  const advances = work.flatMap(({ payroll }) =>
    payroll === undefined || payroll.advanceFen === 0 ? [] : [payroll],
  );
  const confirmed = advances.filter(({ isConfirmed }) => isConfirmed);
  return {
    fen: sumFen([...before.map((one) => one.fen), ...confirmed.map(({ advanceFen }) => advanceFen)]),
    sources: [
      ...before.map((credit) => source('bankRow', creditWords(credit), credit.recordId)),
      ...after.map((credit) => source('bankRow', laterWords(credit), credit.recordId)),
      ...advances.map(({ advanceFen, isConfirmed, recordId }) =>
        source('payrollLine', advanceWords(advanceFen, isConfirmed), recordId),
      ),
    ],
  };
}

const creditWords = ({ fen: amount, on }: Credit) => {
  const yuan = yuanWords(amount);
  if (on === undefined) return { zh: `银行到账 ${yuan.zh}`, en: `${yuan.en} credited` };
  return { zh: `${dayWords(on).zh}银行到账 ${yuan.zh}`, en: `${yuan.en} credited on ${dayWords(on).en}` };
};
const laterWords = (credit: Credit) => {
  const { zh, en } = creditWords(credit);
  return {
    zh: `${zh}，在立案之后：不在本表扣减，登记为案件付款后计入已追回`,
    en: `${en}, after the case was filed: not taken off here, counted as recovered once recorded with the case`,
  };
};
const advanceWords = (amount: Fen, isConfirmed: boolean) => {
  const yuan = yuanWords(amount);
  return isConfirmed
    ? { zh: `预支 ${yuan.zh}，本人已确认`, en: `Advance of ${yuan.en}, confirmed by the worker` }
    : {
        zh: `工资表写有预支 ${yuan.zh}，本人没有确认，未计入`,
        en: `Advance of ${yuan.en} on the payroll, not confirmed by the worker: not counted`,
      };
};
