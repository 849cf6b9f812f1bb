import { sumOf, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, line, money, note, pastDay, reason, text } from '../lives/form.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'asked' | 'declined' | 'ordered' | 'settled' | 'recourseNoted' | 'notSettled';
type Action = 'order' | 'decline' | 'settle' | 'noteRecourse' | 'end';

/**
 * 总承包单位先行清偿: the general contractor pays first and takes recourse against whoever owed the wages.
 * @law REG-30-2
 * @law REG-30-3
 */
export const CONTRACTOR_SETTLEMENT = proceedingTable<State, Action>({
  kind: 'contractorSettlement',
  name: words('总包先行清偿', 'Settlement by the general contractor'),
  why: words(
    '分包单位拖欠或者工程转包造成拖欠的，由施工总承包单位先行清偿，再依法追偿',
    'Arrears of a subcontractor, or of passed-on works: the general contractor pays first, with recourse',
  ),
  cite: 'REG-30-2',
  flow: {
    unopened: { open: { to: 'asked', by: ['inspector'], cite: 'REG-30-2' } },
    asked: {
      order: { to: 'ordered', by: ['bureauHead'], cite: 'REG-30-2' },
      decline: { to: 'declined', by: ['bureauHead'] },
    },
    ordered: {
      settle: { to: 'settled', by: ['inspector'], cite: 'REG-30-2' },
      end: { to: 'notSettled', by: ['inspector'] },
    },
    settled: { noteRecourse: { to: 'recourseNoted', by: ['inspector'], cite: 'REG-30-2' } },
    declined: {},
    recourseNoted: {},
    notSettled: {},
  },
  states: {
    asked: words('待负责人批准', 'Waits for the head'),
    declined: words('未批准', 'Declined'),
    ordered: words('已责令先行清偿', 'Ordered'),
    settled: words('已先行清偿，可追偿', 'Settled, with recourse'),
    recourseNoted: words('已登记追偿', 'Recourse noted'),
    notSettled: words('未清偿，已终结', 'Not settled'),
  },
  actions: {
    open: {
      name: words('提出先行清偿', 'Propose a settlement'),
      fields: [
        line('contractor', words('施工总承包单位', 'General contractor')),
        line('debtor', words('欠薪单位（追偿对象）', 'Who owes the wages, for recourse')),
        choice('ground', words('适用情形', 'Which case'), {
          SUBCONTRACTOR: words('分包单位拖欠', 'A subcontractor owes'),
          PASSED_ON: words('工程转包', 'Works were passed on'),
        }),
        money('settleFen', words('先行清偿金额', 'Sum to be settled')),
        text('basis', words('事实和依据', 'Facts and basis')),
        files,
      ],
    },
    order: {
      name: words('责令先行清偿', 'Order the settlement'),
      fields: [
        pastDay('orderedOn', words('送达日期', 'Day of service')),
        anyDay('settleBy', words('清偿期限（最后一天）', 'To be settled by')),
        files,
      ],
      isApproval: true,
      on: 'orderedOn',
    },
    decline: { name: words('不批准', 'Decline'), fields: [reason], isApproval: true },
    settle: {
      name: words('登记清偿', 'Record the settlement'),
      fields: [
        pastDay('settledOn', words('清偿日期', 'Day of the settlement')),
        money('settledFen', words('实际清偿金额', 'Sum settled')),
        files,
      ],
      on: 'settledOn',
    },
    noteRecourse: {
      name: words('登记追偿', 'Note the recourse'),
      fields: [
        pastDay('recourseOn', words('追偿日期', 'Day of the recourse')),
        money('recourseFen', words('追偿金额', 'Sum claimed back')),
        note,
      ],
      check: ({ facts }) =>
        (sumOf(facts, 'recourseFen') ?? 0) > (sumOf(facts, 'settledFen') ?? 0)
          ? wrong('recourseFen', '不能超过已清偿的金额', 'Not more than was settled')
          : undefined,
      on: 'recourseOn',
    },
    end: {
      name: words('未清偿，终结', 'End without a settlement'),
      fields: [pastDay('endedOn', words('日期', 'Day')), reason],
      on: 'endedOn',
    },
  },
  holds: ['asked', 'ordered'],
  figures: ({ facts }) => {
    const [toSettle, settled, back] = ['settleFen', 'settledFen', 'recourseFen'].map((name) =>
      sumOf(facts, name),
    );
    return [
      ...(toSettle === undefined ? [] : [{ label: words('责令清偿', 'To be settled'), fen: toSettle }]),
      ...(settled === undefined
        ? []
        : [
            {
              label: words('可向欠薪单位追偿', 'Recourse against the debtor'),
              fen: settled,
              cite: facts['ground'] === 'PASSED_ON' ? ('REG-30-3' as const) : ('REG-30-2' as const),
            },
          ]),
      ...(back === undefined ? [] : [{ label: words('已追偿', 'Claimed back'), fen: back }]),
    ];
  },
});
