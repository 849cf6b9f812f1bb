import type { Words } from '../alerts/rule.ts';
import { period } from '../law/periods.ts';
import { dayOf, sumOf, words, wrong } from '../lives/facts.ts';
import { files, line, money, note, pastDay, people, reason } from '../lives/form.ts';
import { orderMissed } from './order-missed.ts';
import type { Situation } from './proceeding-table.ts';
import type { Figure } from '../lives/life-table.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'asked' | 'declined' | 'issued' | 'paidOut' | 'notPaid' | 'refilled';
type Action = 'issue' | 'decline' | 'bankPays' | 'bankRefuses' | 'refill';

/** Periods of the bond are another text's and not read in full: they run only where the area has set their length. */
function unsetPeriods({ state, area }: Situation): Figure[] {
  const id = state === 'issued' ? 'bondPayment' : state === 'paidOut' ? 'bondRefill' : undefined;
  if (id === undefined || area.workingDays?.[id] !== undefined) return [];
  const { zh, en } = period(id);
  return [
    {
      label: words(`${zh}期限`, `Time for: ${en}`),
      words: words('本地区尚未设置，不计期限', 'Not set for this area: no period runs'),
    },
  ];
}

/** Paid too late is paid all the same: the bond is there for wages that are still owed. */
const nothingToPay = ({ theCase }: Situation): Words | undefined =>
  theCase.allPaidOn === undefined
    ? undefined
    : words(
        '本案欠薪已全部支付，无须动用保证金',
        'All arrears of this case have been paid: nothing to draw on',
      );

/**
 * 工资保证金支付: the bank pays the workers from the bond, or under the guarantee, and the contractor fills it up again.
 * The bond is there for this project's wages and nothing else.
 * @law REG-33-1
 */
export const BOND_USE = proceedingTable<State, Action>({
  kind: 'bondUse',
  name: words('动用工资保证金', 'Use of the wage bond'),
  why: words(
    '责令支付期满仍未支付的，以工资保证金或者保函支付农民工工资',
    'Where an order was missed: the bond or the guarantee pays the workers',
  ),
  cite: 'REG-33-1',
  flow: {
    unopened: { open: { to: 'asked', by: ['inspector'] } },
    asked: {
      issue: { to: 'issued', by: ['bureauHead'], starts: ['bondPayment'], cite: 'REG-33-1' },
      decline: { to: 'declined', by: ['bureauHead'] },
    },
    issued: {
      bankPays: { to: 'paidOut', by: ['inspector'], meets: ['bondPayment'], starts: ['bondRefill'] },
      bankRefuses: { to: 'notPaid', by: ['inspector'], meets: ['bondPayment'] },
    },
    paidOut: { refill: { to: 'refilled', by: ['inspector'], meets: ['bondRefill'] } },
    declined: {},
    notPaid: {},
    refilled: {},
  },
  states: {
    asked: words('待负责人批准', 'Waits for the head'),
    declined: words('未批准', 'Declined'),
    issued: words('支付通知书已送达', 'Payment notice served'),
    paidOut: words('已支付，待补足', 'Paid out, to be filled up'),
    notPaid: words('未能支付', 'Not paid'),
    refilled: words('已补足', 'Filled up'),
  },
  actions: {
    open: {
      name: words('申请动用保证金', 'Ask to use the bond'),
      fields: [
        line('bank', words('经办银行或者担保机构', 'Bank or guarantor')),
        money('bondFen', words('申请支付金额', 'Sum to be paid')),
        people('headcount', words('涉及人数', 'People')),
        reason,
        files,
      ],
      notYet: (now) => orderMissed(now) ?? nothingToPay(now),
    },
    issue: {
      name: words('签发支付通知书', 'Issue the payment notice'),
      fields: [pastDay('noticeOn', words('送达银行日期', 'Day the bank received it')), files],
      isApproval: true,
      on: 'noticeOn',
    },
    decline: { name: words('不批准', 'Decline'), fields: [reason], isApproval: true },
    bankPays: {
      name: words('登记支付', 'Record the payment'),
      fields: [
        pastDay('paidOn', words('支付日期', 'Day of payment')),
        money('paidFen', words('支付到本人账户的金额', 'Sum paid to the workers’ own accounts')),
        files,
      ],
      check: ({ facts }) =>
        (sumOf(facts, 'paidFen') ?? 0) > (sumOf(facts, 'bondFen') ?? 0)
          ? wrong('paidFen', '不能超过通知书的金额', 'Not more than the notice says')
          : undefined,
      on: 'paidOn',
    },
    bankRefuses: {
      name: words('未能支付', 'It was not paid'),
      fields: [pastDay('endedOn', words('日期', 'Day')), reason, files],
      on: 'endedOn',
    },
    refill: {
      name: words('登记补足', 'Record that it was filled up'),
      fields: [pastDay('refilledOn', words('补足日期', 'Day')), note, files],
      on: 'refilledOn',
    },
  },
  holds: ['asked', 'issued'],
  figures: (now) => {
    const [asked, paid] = [sumOf(now.facts, 'bondFen'), sumOf(now.facts, 'paidFen')];
    return [
      ...(asked === undefined ? [] : [{ label: words('通知支付', 'Called for'), fen: asked }]),
      ...(paid === undefined || dayOf(now.facts, 'paidOn') === undefined
        ? []
        : [{ label: words('已支付，应补足', 'Paid, to be filled up'), fen: paid }]),
      ...unsetPeriods(now),
    ];
  },
});
