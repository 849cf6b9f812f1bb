import type { Words } from '../alerts/rule.ts';
import type { Milestone, MilestoneView, OrderState } from '../contract/coordination.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { dayOf, words } from '../lives/facts.ts';
import { anyDay, files, line, money, note, pastDay, people, reason, text, tick } from '../lives/form.ts';
import { lifeTable, type LifeSituation } from '../lives/life-table.ts';
import { aheadOfToday, namedIn } from './later-day.ts';

/** `responsible`: the liaison of the department that answers for it. */
export type OrderRole = 'leader' | 'bureauHead' | 'inspector' | 'responsible';

export interface OrderSituation extends LifeSituation {
  readonly milestones: readonly Milestone[];
}

const REPORTS: readonly OrderRole[] = ['responsible', 'inspector', 'bureauHead'];
const ORDERS: readonly OrderRole[] = ['leader', 'bureauHead'];
const responsible = [
  line('responsiblePerson', words('责任人', 'Responsible person')),
  line('responsiblePost', words('责任人职务', 'Post of the responsible person')),
] as const;

/**
 * 督办、挂牌督办: a matter that must not be left alone has one unit and one person who answer for it, a plan of where the
 * money comes from, milestones, a last day; only the leader lists it for everybody to see, and lifts it.
 */
export const SUPERVISION_ORDER = lifeTable<OrderRole, OrderSituation>()({
  name: words('督办', 'Supervision order'),
  flow: {
    unopened: { open: { to: 'supervising', by: ORDERS, starts: ['supervision'] } },
    supervising: {
      report: { to: 'supervising', by: REPORTS },
      reach: { to: 'supervising', by: REPORTS },
      addMilestone: { to: 'supervising', by: ORDERS },
      list: { to: 'supervising', by: ['leader'] },
      extend: { to: 'supervising', by: ORDERS },
      changePerson: { to: 'supervising', by: ORDERS },
      askLift: { to: 'liftAsked', by: REPORTS },
      lift: { to: 'lifted', by: ['leader'], meets: ['supervision'] },
    },
    liftAsked: {
      lift: { to: 'lifted', by: ['leader'], meets: ['supervision'] },
      declineLift: { to: 'supervising', by: ['leader'] },
    },
    lifted: {},
  },
  states: {
    supervising: words('督办中', 'Under supervision'),
    liftAsked: words('申请解除', 'Asks to be lifted'),
    lifted: words('已解除', 'Lifted'),
  } satisfies Record<OrderState, Words>,
  actions: {
    open: {
      name: words('发出督办', 'Issue the order'),
      fields: [
        text('requirement', words('督办要求', 'What is required')),
        text('fundingPlan', words('资金筹措计划', 'Where the money comes from')),
        money('plannedFen', words('计划筹措金额', 'Sum planned'), { isRequired: false }),
        ...responsible,
        anyDay('dueOn', words('办结期限', 'To be finished by')),
        tick('isListed', words('挂牌督办（对外公开）', 'List it for everybody to see'), {
          hint: words(
            '公开事项名称、责任单位、责任人姓名和职务、期限和状态',
            'Name of the matter, unit, person and post, day and state become public',
          ),
        }),
        files,
      ],
      check: aheadOfToday('dueOn'),
      endsOn: { supervision: namedIn('dueOn') },
      keeps: listsIt,
    },
    report: {
      name: words('报告进展', 'Report progress'),
      fields: [text('progress', words('进展情况', 'Progress')), files],
    },
    reach: {
      name: words('完成节点', 'Reach a milestone'),
      fields: [
        people('milestone', words('第几个节点', 'Number of the milestone'), { most: 100 }),
        pastDay('reachedOn', words('完成日期', 'Day')),
        note,
        files,
      ],
      check: ({ facts, milestones }) => {
        const one = milestones[Number(facts['milestone']) - 1];
        if (one === undefined) return { field: 'milestone', zh: '没有这个节点', en: 'No such milestone' };
        return one.doneOn === undefined
          ? undefined
          : { field: 'milestone', zh: `已于 ${one.doneOn} 完成`, en: `Was reached on ${one.doneOn}` };
      },
    },
    addMilestone: {
      name: words('增加节点', 'Add a milestone'),
      fields: [
        line('milestoneName', words('节点', 'Milestone')),
        anyDay('milestoneDueOn', words('完成期限', 'To be reached by')),
      ],
      check: aheadOfToday('milestoneDueOn'),
    },
    list: {
      name: words('挂牌', 'List it'),
      fields: [reason],
      notYet: ({ facts }) =>
        facts['listedOn'] === undefined ? undefined : words('已经挂牌', 'It is listed already'),
      keeps: ({ today }) => ({ listedOn: today }),
    },
    extend: {
      name: words('延长期限', 'Give more time'),
      fields: [anyDay('dueOn', words('新的办结期限', 'To be finished by')), reason],
      extends: { period: 'supervision', to: namedIn('dueOn') },
      check: (now, before) => {
        const [day, was] = [dayOf(now.facts, 'dueOn'), dayOf(before.facts, 'dueOn')];
        if (day !== undefined && was !== undefined && day <= was)
          return { field: 'dueOn', zh: `须晚于原期限 ${was}`, en: `After the day before, ${was}` };
        return aheadOfToday('dueOn')(now);
      },
    },
    changePerson: {
      name: words('变更责任人', 'Change who answers for it'),
      fields: [...responsible, reason],
    },
    askLift: {
      name: words('申请解除', 'Ask to be lifted'),
      fields: [text('liftGround', words('办结情况', 'How it was finished')), files],
    },
    lift: { name: words('解除督办', 'Lift the order'), fields: [note, files] },
    declineLift: { name: words('不予解除', 'Do not lift it yet'), fields: [reason] },
  },
  figures: ({ facts, milestones, today }) => {
    const done = milestones.filter(({ doneOn }) => doneOn !== undefined).length;
    const missed = milestonesOn(milestones, today).filter(({ state }) => state === 'missed').length;
    const planned = facts['plannedFen'];
    return [
      {
        label: words('节点完成', 'Milestones reached'),
        words: words(`${done}/${milestones.length}`, `${done}/${milestones.length}`),
      },
      ...(missed === 0
        ? []
        : [{ label: words('节点逾期', 'Milestones missed'), words: words(`${missed}`, `${missed}`) }]),
      ...(typeof planned === 'number' ? [{ label: words('计划筹措', 'Sum planned'), fen: planned }] : []),
    ];
  },
});

function listsIt({ facts, today }: LifeSituation): Record<string, PlainDate> {
  return facts['isListed'] === true ? { listedOn: today } : {};
}

/** The milestones as they stand on a day: missed is never stored, it follows from the day. */
export function milestonesOn(milestones: readonly Milestone[], today: PlainDate): MilestoneView[] {
  return milestones.map((one, at) => {
    const { dueOn, doneOn } = one;
    const state =
      doneOn === undefined
        ? dueOn < today
          ? ('missed' as const)
          : ('ahead' as const)
        : doneOn > dueOn
          ? ('doneLate' as const)
          : ('done' as const);
    return { ...one, number: at + 1, state };
  });
}

/** What is to be read by everybody names no number of a person: eleven digits of a phone, eighteen of an identity card. */
export const namesNumbers = (text: string): boolean =>
  /\d{11}|\d{17}[\dXx]/u.test(text.replace(/[\s-]/gu, ''));
