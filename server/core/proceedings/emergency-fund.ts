import { sumOf, words, wrong } from '../lives/facts.ts';
import { choice, files, money, note, pastDay, people, reason } from '../lives/form.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'asked' | 'declined' | 'approved' | 'paid' | 'recovered' | 'lapsed';
type Action = 'approve' | 'decline' | 'pay' | 'recoverPart' | 'recover' | 'end';

/**
 * 应急周转金: where the employer cannot pay or has absconded the government advances part of the wages or the living
 * cost, and takes it back from the employer.
 * @law REG-63-1
 */
export const EMERGENCY_FUND = proceedingTable<State, Action>({
  kind: 'emergencyFund',
  name: words('动用应急周转金', 'Emergency fund'),
  why: words(
    '用人单位一时难以支付或者逃匿的，先行垫付部分工资或者基本生活费，再依法追偿',
    'The employer cannot pay or has absconded: part of the wages is advanced and taken back later',
  ),
  cite: 'REG-63-1',
  flow: {
    unopened: { open: { to: 'asked', by: ['inspector'], cite: 'REG-63-1' } },
    asked: {
      approve: { to: 'approved', by: ['bureauHead'], cite: 'REG-63-1' },
      decline: { to: 'declined', by: ['bureauHead'] },
    },
    approved: {
      pay: { to: 'paid', by: ['inspector'], cite: 'REG-63-1' },
      end: { to: 'lapsed', by: ['inspector'] },
    },
    paid: {
      recoverPart: { to: 'paid', by: ['inspector'], cite: 'REG-63-1' },
      recover: { to: 'recovered', by: ['inspector'], cite: 'REG-63-1' },
    },
    declined: {},
    recovered: {},
    lapsed: {},
  },
  states: {
    asked: words('待负责人批准', 'Waits for the head'),
    declined: words('未批准', 'Declined'),
    approved: words('已批准，待发放', 'Approved, to be paid'),
    paid: words('已发放，待追偿', 'Paid, to be taken back'),
    recovered: words('已追偿', 'Taken back'),
    lapsed: words('未发放，已终结', 'Not paid'),
  },
  actions: {
    open: {
      name: words('申请应急周转金', 'Ask for the emergency fund'),
      fields: [
        choice('ground', words('情形', 'Why'), {
          UNABLE: words('用人单位一时难以支付', 'The employer cannot pay for now'),
          ABSCONDED: words('用人单位逃匿', 'The employer has absconded'),
        }),
        money('fundFen', words('申请金额', 'Sum asked for')),
        people('headcount', words('涉及人数', 'People')),
        reason,
        files,
      ],
    },
    approve: { name: words('批准', 'Approve'), fields: [note], isApproval: true },
    decline: { name: words('不批准', 'Decline'), fields: [reason], isApproval: true },
    pay: {
      name: words('登记发放', 'Record the payment'),
      fields: [
        pastDay('paidOn', words('发放日期', 'Day of payment')),
        money('paidFen', words('发放金额', 'Sum paid')),
        files,
      ],
      check: ({ facts }) =>
        (sumOf(facts, 'paidFen') ?? 0) > (sumOf(facts, 'fundFen') ?? 0)
          ? wrong('paidFen', '不能超过批准的金额', 'Not more than was approved')
          : undefined,
      on: 'paidOn',
    },
    recoverPart: {
      name: words('登记部分追偿', 'Record a part taken back'),
      fields: [
        pastDay('partBackOn', words('追偿日期', 'Day')),
        money('backFen', words('累计已追偿', 'Taken back so far')),
        files,
      ],
      check: ({ facts }) =>
        (sumOf(facts, 'backFen') ?? 0) >= (sumOf(facts, 'paidFen') ?? 0)
          ? wrong('backFen', '全部追回的请登记“全部追偿”', 'All of it: record it as such')
          : undefined,
      on: 'partBackOn',
    },
    recover: {
      name: words('全部追偿', 'All was taken back'),
      fields: [pastDay('backOn', words('追偿日期', 'Day')), note, files],
      on: 'backOn',
    },
    end: {
      name: words('不再发放', 'End without payment'),
      fields: [pastDay('endedOn', words('日期', 'Day')), reason],
      on: 'endedOn',
    },
  },
  holds: ['asked', 'approved'],
  figures: ({ facts, state }) => {
    const [asked, paid, back] = ['fundFen', 'paidFen', 'backFen'].map((name) => sumOf(facts, name));
    return [
      ...(asked === undefined ? [] : [{ label: words('申请金额', 'Asked for'), fen: asked }]),
      ...(paid === undefined ? [] : [{ label: words('已发放', 'Paid'), fen: paid }]),
      ...(paid === undefined || state !== 'paid'
        ? []
        : [
            {
              label: words('待追偿', 'To be taken back'),
              fen: paid - (back ?? 0),
              cite: 'REG-63-1' as const,
            },
          ]),
    ];
  },
});
