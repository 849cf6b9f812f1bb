import { formatYuan, fen as asFen } from '../kit/money.ts';
import { sumOf, words, wrong } from '../lives/facts.ts';
import { anyDay, files, line, money, note, pastDay, reason, text } from '../lives/form.ts';
import type { Situation } from './proceeding-table.ts';
import type { WrongValue } from '../lives/life-table.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'asked' | 'declined' | 'ordered' | 'advanced' | 'notAdvanced';
type Action = 'order' | 'decline' | 'advance' | 'end';

/** Orders that never came to anything bind nobody. */
const GONE = ['declined', 'notAdvanced'];

/** What the owner still owes for the works, less what he was ordered to advance in this case already. @law REG-29-2 */
export function advanceCap({ facts, others }: Pick<Situation, 'facts' | 'others'>): {
  capFen: number;
  leftFen: number;
} {
  const capFen = sumOf(facts, 'unsettledFen') ?? 0;
  const before = others
    .filter(({ kind, state }) => kind === 'ownerAdvance' && !GONE.includes(state))
    .reduce((sum, one) => sum + (sumOf(one.facts, 'advanceFen') ?? 0), 0);
  return { capFen, leftFen: Math.max(0, capFen - before) };
}

function withinCap(now: Situation): WrongValue | undefined {
  const { leftFen } = advanceCap(now);
  if ((sumOf(now.facts, 'advanceFen') ?? 0) <= leftFen) return undefined;
  const yuan = formatYuan(asFen(leftFen));
  return wrong(
    'advanceFen',
    `建设单位以未结清的工程款为限垫付，最多 ${yuan} 元`,
    `The owner advances no more than the works money it still owes: at most ${yuan} yuan`,
  );
}

/**
 * 建设单位垫付: the owner that did not pay for the works as agreed advances the wages, up to what it still owes.
 * @law REG-29-2
 */
export const OWNER_ADVANCE = proceedingTable<State, Action>({
  kind: 'ownerAdvance',
  name: words('建设单位先行垫付', 'Advance by the owner'),
  why: words(
    '建设单位未按合同拨付工程款导致欠薪的，以未结清的工程款为限先行垫付',
    'The owner that did not pay for the works advances the wages, up to what it still owes',
  ),
  cite: 'REG-29-2',
  flow: {
    unopened: { open: { to: 'asked', by: ['inspector'], cite: 'REG-29-2' } },
    asked: {
      order: { to: 'ordered', by: ['bureauHead'], cite: 'REG-29-2' },
      decline: { to: 'declined', by: ['bureauHead'] },
    },
    ordered: {
      advance: { to: 'advanced', by: ['inspector'], cite: 'REG-29-2' },
      end: { to: 'notAdvanced', by: ['inspector'] },
    },
    declined: {},
    advanced: {},
    notAdvanced: {},
  },
  states: {
    asked: words('待负责人批准', 'Waits for the head'),
    declined: words('未批准', 'Declined'),
    ordered: words('已责令垫付', 'Ordered'),
    advanced: words('已垫付', 'Advanced'),
    notAdvanced: words('未垫付，已终结', 'Not advanced'),
  },
  actions: {
    open: {
      name: words('提出垫付', 'Propose an advance'),
      fields: [
        line('owner', words('建设单位', 'Owner')),
        money('unsettledFen', words('未结清的工程款', 'Works money not settled')),
        money('advanceFen', words('拟责令垫付金额', 'Advance to be ordered')),
        text('basis', words('工程款拖欠事实和依据', 'Facts of the unpaid works money')),
        files,
      ],
      check: withinCap,
    },
    order: {
      name: words('责令垫付', 'Order the advance'),
      fields: [
        pastDay('orderedOn', words('送达日期', 'Day of service')),
        anyDay('advanceBy', words('垫付期限（最后一天）', 'To be advanced by')),
        files,
      ],
      isApproval: true,
      on: 'orderedOn',
    },
    decline: { name: words('不批准', 'Decline'), fields: [reason], isApproval: true },
    advance: {
      name: words('登记垫付', 'Record the advance'),
      fields: [
        pastDay('advancedOn', words('垫付日期', 'Day of the advance')),
        money('advancedFen', words('实际垫付金额', 'Sum advanced')),
        files,
      ],
      check: ({ facts }) =>
        (sumOf(facts, 'advancedFen') ?? 0) > (sumOf(facts, 'unsettledFen') ?? 0)
          ? wrong('advancedFen', '超过未结清的工程款', 'More than the works money not settled')
          : undefined,
      on: 'advancedOn',
    },
    end: {
      name: words('未垫付，终结', 'End without an advance'),
      fields: [pastDay('endedOn', words('日期', 'Day')), reason, note],
      on: 'endedOn',
    },
  },
  holds: ['asked', 'ordered'],
  figures: (now) => {
    const { capFen, leftFen } = advanceCap(now);
    const advanced = sumOf(now.facts, 'advancedFen');
    return [
      {
        label: words('垫付上限（未结清的工程款）', 'Cap: works money not settled'),
        fen: capFen,
        cite: 'REG-29-2',
      },
      ...(leftFen === capFen
        ? []
        : [{ label: words('扣除本案其他垫付后', 'After other advances'), fen: leftFen }]),
      ...(advanced === undefined ? [] : [{ label: words('已垫付', 'Advanced'), fen: advanced }]),
    ];
  },
});
