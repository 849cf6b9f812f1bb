import { CHECKLIST_ITEMS } from '../contract/safeguards.ts';
import type { PeriodId } from '../law/periods.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, note, pastDay, reason, text } from '../lives/form.ts';
import type { LifeSituation } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';
import { ITEM_WORDS } from './site-checklist.ts';

export const FINDING_STATES = [
  'toRectify',
  'answered',
  'notFixed',
  'fixed',
  'handedOver',
  'withdrawn',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];
/** Whoever inspects, who is above them, and the company that has to put it right. */
export type FindingRole = 'inspector' | 'head' | 'company';

const rectifyBy = anyDay('rectifyBy', words('整改期限', 'To be put right by'));
const toBePutRight = ({ facts, today }: LifeSituation) => {
  const by = dayOf(facts, 'rectifyBy');
  return by === undefined || by >= (dayOf(facts, 'foundOn') ?? today)
    ? undefined
    : wrong('rectifyBy', '不能早于检查日期', 'Not before the day of the inspection');
};
const notGoneBy = ({ facts, today }: LifeSituation) =>
  (dayOf(facts, 'rectifyBy') ?? today) < today
    ? wrong('rectifyBy', '不能早于今天', 'Not before today')
    : undefined;
/** Findings from before it had a name of its own ran the period of an order to pay. */
const CLOCKS = ['findingRectification', 'rectification'] as const satisfies readonly PeriodId[];
const named = { findingRectification: ({ facts }: LifeSituation) => dayOf(facts, 'rectifyBy') };
const recheck = {
  fixed: { to: 'fixed', by: ['inspector'], meets: CLOCKS },
  notFixed: { to: 'notFixed', by: ['inspector'] },
  withdraw: { to: 'withdrawn', by: ['head'], meets: CLOCKS },
} as const;

/**
 * One item of an inspection that was not in order: it is put right by a day and looked at again. Only the second look
 * ends it; that the company says so does not.
 * @law REG-39-1
 * @law INS-18-1
 */
export const FINDING = lifeTable<FindingRole>()({
  name: words('整改事项', 'Finding'),
  flow: {
    unopened: {
      open: { to: 'toRectify', by: ['inspector'], starts: ['findingRectification'], cite: 'REG-39-1' },
    },
    toRectify: { answer: { to: 'answered', by: ['company'] }, ...recheck },
    answered: recheck,
    notFixed: {
      again: { to: 'toRectify', by: ['inspector'], starts: ['findingRectification'] },
      openCase: { to: 'handedOver', by: ['inspector'], meets: CLOCKS },
      fixed: recheck.fixed,
    },
    fixed: {},
    handedOver: {},
    withdrawn: {},
  },
  states: {
    toRectify: words('待整改', 'To be put right'),
    answered: words('企业已答复，待复查', 'Answered, to be looked at again'),
    notFixed: words('复查未整改', 'Looked at again: not put right'),
    fixed: words('已整改', 'Put right'),
    handedOver: words('已转为线索', 'Has become a lead'),
    withdrawn: words('已撤回', 'Withdrawn'),
  },
  actions: {
    open: {
      name: words('责令整改', 'Order it to be put right'),
      fields: [
        choice(
          'item',
          words('检查事项', 'Item'),
          Object.fromEntries(CHECKLIST_ITEMS.map((one) => [one, ITEM_WORDS[one]])),
        ),
        pastDay('foundOn', words('检查日期', 'Day of the inspection')),
        text('found', words('发现的问题', 'What was found')),
        rectifyBy,
        files,
      ],
      check: toBePutRight,
      on: 'foundOn',
      endsOn: named,
    },
    answer: {
      name: words('答复整改情况', 'Answer what was done'),
      fields: [
        pastDay('rectifiedOn', words('整改完成日期', 'Day it was put right')),
        text('done', words('怎样整改的', 'What was done')),
        files,
      ],
      on: 'rectifiedOn',
    },
    fixed: {
      name: words('复查：已整改', 'Looked at again: put right'),
      fields: [
        pastDay('fixedOn', words('整改完成日期', 'Day it was put right'), {
          hint: words('是否按期，按这一天计算', 'Whether it was in time is told by this day'),
        }),
        note,
        files,
      ],
      on: 'fixedOn',
    },
    notFixed: {
      name: words('复查：未整改', 'Looked at again: not put right'),
      fields: [pastDay('recheckedOn', words('复查日期', 'Day of the second look')), reason, files],
      on: 'recheckedOn',
    },
    again: {
      name: words('再次责令整改', 'Order it again'),
      fields: [rectifyBy, note],
      check: notGoneBy,
      drops: CLOCKS,
      endsOn: named,
    },
    openCase: {
      name: words('转为线索', 'Make a lead of it'),
      fields: [note],
    },
    withdraw: {
      name: words('撤回', 'Withdraw'),
      fields: [reason],
      isApproval: true,
    },
  },
  figures: () => [],
});
