import { fen as asFen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Standstill } from '../law/deadline.ts';
import { lateSurcharge } from '../law/late-surcharge.ts';
import { dayOf, dueOf, sumOf, words, wrong } from '../lives/facts.ts';
import { anyDay, files, money, note, pastDay, reason, text } from '../lives/form.ts';
import type { ProceedingAction, Situation } from './proceeding-table.ts';
import type { Facts, Figure, WrongValue } from '../lives/life-table.ts';

/** Days of a reconsideration and of a suit, on which no surcharge grows. */
function standstillsOf(facts: Facts): Standstill[] {
  const from = (began: string, ended: string): Standstill[] => {
    const day = dayOf(facts, began);
    const until = dayOf(facts, ended);
    return day === undefined ? [] : [{ from: day, ...(until === undefined ? {} : { until }) }];
  };
  return [
    ...from('reconsiderationOn', 'reconsideredOn'),
    ...(facts['suitOutcome'] === undefined ? from('suitOn', 'endedOn') : from('suitOn', 'remediesEndOn')),
  ];
}

/** What of the fine is still to be paid. */
export const fineLeft = (facts: Facts): number =>
  Math.max(0, (sumOf(facts, 'fineFen') ?? 0) - (sumOf(facts, 'paidFen') ?? 0));

/** What a part of the fine has grown by up to the day it was paid, or up to now. @law PRO-11 */
function grownBy(now: Situation, partFen: number, on: PlainDate): { days: number; fen: number } {
  const dueOn = dueOf(now, 'finePayment');
  if (dueOn === undefined) return { days: 0, fen: 0 };
  return lateSurcharge({ fineFen: asFen(partFen), dueOn, on, standstills: standstillsOf(now.facts) });
}

/** What the fine has grown by up to a day: each part that was paid late up to its payment, and what is left. @law PRO-11 */
export function surchargeOn(now: Situation, on: PlainDate): { days: number; fen: number } {
  const { days, fen } = grownBy(now, fineLeft(now.facts), on);
  return { days, fen: fen + (sumOf(now.facts, GROWN) ?? 0) };
}

/** Where the surcharge of the parts paid late is kept: the newest payment alone no longer tells it. */
const GROWN = 'surchargeOfPartsFen';

function keepGrown(now: Situation, before: Situation): Facts {
  const on = dayOf(now.facts, 'partPaidOn');
  if (on === undefined) return {};
  const part = (sumOf(now.facts, 'paidFen') ?? 0) - (sumOf(before.facts, 'paidFen') ?? 0);
  const { fen } = grownBy(now, part, on);
  return fen === 0 ? {} : { [GROWN]: (sumOf(before.facts, GROWN) ?? 0) + fen };
}

/** Nobody pays more than the fine, and what was paid stays paid. */
function partlyPaid(now: Situation, before: Situation): WrongValue | undefined {
  const [paid, fine] = [sumOf(now.facts, 'paidFen') ?? 0, sumOf(now.facts, 'fineFen') ?? 0];
  if (paid <= (sumOf(before.facts, 'paidFen') ?? 0))
    return wrong('paidFen', '须多于此前累计已缴的金额', 'More than what was paid before');
  return paid >= fine
    ? wrong('paidFen', '已缴清的请登记“罚款缴清”', 'Paid in full: record it as such')
    : undefined;
}

function instalmentsInTime(now: Situation): WrongValue | undefined {
  const [asked, due] = [dayOf(now.facts, 'instalmentsTo'), dueOf(now, 'finePayment')];
  return asked !== undefined && due !== undefined && asked <= due
    ? wrong('instalmentsTo', `须晚于原缴款期限 ${due}`, `Later than the last day for paying, ${due}`)
    : undefined;
}

export const FINE_ACTIONS = {
  askInstalments: {
    name: words('申请暂缓或分期缴纳', 'Ask to pay later or in parts'),
    fields: [
      anyDay('instalmentsTo', words('最后一期缴款日', 'Day of the last payment')),
      text('instalments', words('分期方案', 'The payments')),
      reason,
      files,
    ],
    check: instalmentsInTime,
  },
  approveInstalments: {
    name: words('批准暂缓或分期', 'Approve the instalments'),
    fields: [note],
    isApproval: true,
    extends: { period: 'finePayment', to: ({ facts }) => dayOf(facts, 'instalmentsTo') },
  },
  declineInstalments: {
    name: words('不批准暂缓或分期', 'Decline the instalments'),
    fields: [reason],
    isApproval: true,
  },
  payPart: {
    name: words('登记部分缴纳', 'Record a part payment'),
    fields: [
      pastDay('partPaidOn', words('缴款日期', 'Day of payment')),
      money('paidFen', words('累计已缴罚款', 'Paid of the fine so far')),
      files,
    ],
    check: partlyPaid,
    keeps: keepGrown,
    on: 'partPaidOn',
  },
  payFine: {
    name: words('罚款缴清', 'The fine is paid'),
    fields: [
      pastDay('paidOn', words('缴清日期', 'Day it was paid')),
      money('surchargePaidFen', words('实收加处罚款', 'Surcharge received'), { isRequired: false }),
      note,
      files,
    ],
    on: 'paidOn',
  },
} as const satisfies Record<string, ProceedingAction>;

/** The fine, what is left, and what it has grown by. */
export function fineFigures(now: Situation): Figure[] {
  const { facts, today } = now;
  const fine = sumOf(facts, 'fineFen');
  if (fine === undefined || fine === 0) return [];
  const due = dueOf(now, 'finePayment');
  const figures: Figure[] = [{ label: words('罚款', 'Fine'), fen: fine }];
  if (due === undefined) return figures;
  const paidOn = dayOf(facts, 'paidOn');
  const { days, fen } = surchargeOn(now, paidOn ?? today);
  if (paidOn === undefined) figures.push({ label: words('尚未缴纳', 'Not paid yet'), fen: fineLeft(facts) });
  if (days > 0) {
    figures.push(
      { label: words('逾期天数', 'Days late'), words: words(`${days} 天`, `${days} days`) },
      { label: words('加处罚款', 'Surcharge'), fen, cite: 'PRO-11' },
    );
  }
  return figures;
}
