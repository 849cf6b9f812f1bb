import type { Words } from '../alerts/rule.ts';
import type { TalkState } from '../contract/coordination-office.ts';
import type { CitableId } from '../law/articles.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, line, note, pastDay, reason, text } from '../lives/form.ts';
import { lifeTable } from '../lives/life-table.ts';

export type TalkRole = 'leader' | 'bureauHead';

const CALLS: readonly TalkRole[] = ['leader', 'bureauHead'];
const GROUNDS: Readonly<Record<string, { name: Words; cite?: CitableId }>> = {
  GOVERNMENT_FUNDS: {
    name: words('政府投资资金不到位，拖欠农民工工资', 'Government funds not in place'),
    cite: 'REG-59-1',
  },
  GOVERNMENT_PROJECT: {
    name: words(
      '政府投资项目未批先建、擅自增加、拖欠工程款',
      'Government project without approval, enlarged or unpaid',
    ),
    cite: 'REG-60-1',
  },
  ARREARS: { name: words('欠薪问题突出', 'Grave arrears') },
  ORDER_MISSED: { name: words('督办事项逾期未办结', 'A supervision order was not kept') },
  OTHER: { name: words('其他', 'Other') },
};
const plannedOn = anyDay('plannedOn', words('约谈日期', 'Day of the talk'));

/**
 * 约谈: somebody is called in to account for something; what was said and promised is on record, and whether it was kept.
 * @law REG-59-1
 * @law REG-60-1
 */
export const FORMAL_TALK = lifeTable<TalkRole>()({
  name: words('约谈', 'Formal talk'),
  flow: {
    unopened: { open: { to: 'planned', by: CALLS } },
    planned: {
      hold: { to: 'held', by: CALLS },
      putOff: { to: 'planned', by: CALLS },
      cancel: { to: 'cancelled', by: CALLS },
    },
    held: {
      fulfil: { to: 'fulfilled', by: CALLS },
      miss: { to: 'unfulfilled', by: CALLS },
    },
    fulfilled: {},
    unfulfilled: {},
    cancelled: {},
  },
  states: {
    planned: words('待约谈', 'Planned'),
    held: words('已约谈，待落实', 'Held, promise open'),
    fulfilled: words('承诺已落实', 'Promise kept'),
    unfulfilled: words('承诺未落实', 'Promise not kept'),
    cancelled: words('已取消', 'Cancelled'),
  } satisfies Record<TalkState, Words>,
  actions: {
    open: {
      name: words('发起约谈', 'Call to a talk'),
      fields: [
        choice(
          'ground',
          words('约谈事由', 'Ground'),
          Object.fromEntries(Object.entries(GROUNDS).map(([id, { name }]) => [id, name])),
        ),
        text('why', words('具体情况', 'What happened')),
        line('person', words('被约谈人', 'Who is called in')),
        line('post', words('职务', 'Post')),
        plannedOn,
        line('place', words('地点', 'Place')),
        files,
      ],
      check: notInThePast,
    },
    hold: {
      name: words('登记约谈结果', 'Record the talk'),
      fields: [
        pastDay('heldOn', words('约谈日期', 'Day of the talk')),
        text('result', words('约谈情况', 'What was said')),
        text('promise', words('承诺事项', 'What was promised')),
        anyDay('promiseBy', words('承诺完成日期', 'Promised by')),
        files,
      ],
      on: 'heldOn',
    },
    putOff: { name: words('改期', 'Put off'), fields: [plannedOn, reason], check: notInThePast },
    cancel: { name: words('取消', 'Cancel'), fields: [reason] },
    fulfil: { name: words('承诺已落实', 'The promise was kept'), fields: [note, files] },
    miss: {
      name: words('承诺未落实', 'The promise was not kept'),
      fields: [reason, files],
      notYet: ({ facts, today }) => {
        const by = dayOf(facts, 'promiseBy');
        return by === undefined || by < today
          ? undefined
          : words(`承诺期限至 ${by}，期满后方可认定`, `Promised by ${by}: once that day has passed`);
      },
    },
  },
  figures: ({ facts }) => {
    const cite = GROUNDS[String(facts['ground'])]?.cite;
    const by = dayOf(facts, 'promiseBy');
    return [
      ...(cite === undefined
        ? []
        : [
            {
              label: words('依据', 'Law'),
              words: words('《保障农民工工资支付条例》', 'Regulation on wages of migrant workers'),
              cite,
            },
          ]),
      ...(by === undefined ? [] : [{ label: words('承诺完成日期', 'Promised by'), day: by }]),
    ];
  },
});

function notInThePast({ facts, today }: { facts: Readonly<Record<string, unknown>>; today: string }) {
  const day = facts['plannedOn'];
  return typeof day === 'string' && day < today
    ? wrong('plannedOn', '不能早于今天', 'Not before today')
    : undefined;
}
