import { words } from '../lives/facts.ts';
import { choice, files, line, money, note, people, reason, text } from '../lives/form.ts';
import type { LifeSituation } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';

export const HAZARD_STATES = [
  'inGrid',
  'forTownship',
  'inTownship',
  'forCounty',
  'inCounty',
  'solved',
  'complaint',
  'closed',
] as const;
export type HazardState = (typeof HAZARD_STATES)[number];

/** 网格（村）/ 乡镇（街道）/ 县 */
export const HAZARD_LEVELS = ['GRID', 'TOWNSHIP', 'COUNTY'] as const;
export type HazardLevel = (typeof HAZARD_LEVELS)[number];
/** Who acts at each level. */
export type HazardRole = 'grid' | 'township' | 'county';

/** With whom it lies in each state; what was passed up lies with the level that has to accept it. */
const LEVEL_OF: Readonly<Partial<Record<string, HazardLevel>>> = {
  inGrid: 'GRID',
  forTownship: 'TOWNSHIP',
  inTownship: 'TOWNSHIP',
  forCounty: 'COUNTY',
  inCounty: 'COUNTY',
};

/** With whom a matter lies after a step; one that has ended stays where it ended. */
export const levelAfter = (state: string, before: HazardLevel): HazardLevel => LEVEL_OF[state] ?? before;

export const HAZARD_KINDS = {
  WAGE_ARREARS: words('拖欠工资', 'Wages not paid'),
  SMALL_DISPUTE: words('小额工资纠纷', 'Small dispute about wages'),
  NO_CONTRACT: words('未签合同或未进名册', 'No contract, or not on the roster'),
  GATHERING: words('聚集讨薪苗头', 'Signs of a gathering'),
  SITE_STOPPED: words('停工或老板失联', 'Site stopped or boss gone'),
  OTHER: words('其他', 'Other'),
} as const;

const solve = { to: 'solved' } as const;
/** The level itself is told from the state; with the facts it stays beside the step. */
const passedTo = ({ state }: LifeSituation) => ({
  level: state === 'inGrid' ? 'TOWNSHIP' : 'COUNTY',
});

/**
 * 隐患和小额纠纷: what a grid officer sees on the spot. It is settled where it is, or passed up one level after the other;
 * each level says that it has it, settles it or passes it on. What the county cannot settle becomes a complaint.
 */
export const HAZARD = lifeTable<HazardRole>()({
  name: words('隐患', 'Hazard'),
  flow: {
    unopened: { open: { to: 'inGrid', by: ['grid', 'township', 'county'] } },
    inGrid: {
      solve: { ...solve, by: ['grid', 'township'] },
      passUp: { to: 'forTownship', by: ['grid', 'township'] },
    },
    forTownship: {
      accept: { to: 'inTownship', by: ['township'] },
      sendBack: { to: 'inGrid', by: ['township'] },
    },
    inTownship: {
      solve: { ...solve, by: ['township'] },
      passUp: { to: 'forCounty', by: ['township'] },
    },
    forCounty: {
      accept: { to: 'inCounty', by: ['county'] },
      sendBack: { to: 'inTownship', by: ['county'] },
    },
    inCounty: {
      solve: { ...solve, by: ['county'] },
      toComplaint: {
        to: 'complaint',
        by: ['county'],
        why: 'what the county cannot settle at once is handled by law',
      },
      close: { to: 'closed', by: ['county'] },
    },
    solved: {},
    complaint: {},
    closed: {},
  },
  states: {
    inGrid: words('网格处理中', 'With the grid'),
    forTownship: words('已上报乡镇，待接收', 'Passed up to the township'),
    inTownship: words('乡镇处理中', 'With the township'),
    forCounty: words('已上报县级，待接收', 'Passed up to the county'),
    inCounty: words('县级处理中', 'With the county'),
    solved: words('已化解', 'Settled'),
    complaint: words('已转为线索', 'Has become a lead'),
    closed: words('已办结', 'Closed'),
  },
  actions: {
    open: {
      name: words('上报隐患', 'Report a hazard'),
      fields: [
        choice('hazardKind', words('是什么事', 'What is it'), HAZARD_KINDS),
        text('what', words('说一说情况', 'Say what you saw'), {
          most: 500,
          hint: words('不要写身份证号和电话', 'No citizen ids or phone numbers'),
        }),
        line('place', words('在哪里', 'Where')),
        people('headcount', words('涉及多少人', 'How many people'), { isRequired: false }),
        money('owedFen', words('涉及多少钱', 'How much money'), { isRequired: false }),
        files,
      ],
    },
    solve: {
      name: words('已化解', 'It is settled'),
      fields: [
        text('how', words('怎样化解的', 'How it was settled')),
        money('paidFen', words('已支付金额', 'Sum paid'), { isRequired: false }),
        people('paidPeople', words('已支付人数', 'People paid'), { isRequired: false }),
        files,
      ],
    },
    passUp: {
      name: words('上报上一级', 'Pass up'),
      fields: [reason, files],
      keeps: (_now, before) => passedTo(before),
    },
    accept: { name: words('接收', 'Accept'), fields: [note] },
    sendBack: {
      name: words('退回下一级', 'Send back'),
      fields: [reason],
      keeps: (_now, { state }) => ({ level: state === 'forTownship' ? 'GRID' : 'TOWNSHIP' }),
    },
    toComplaint: { name: words('转为线索', 'Make a lead of it'), fields: [note] },
    close: { name: words('办结', 'Close'), fields: [reason] },
  },
  figures: () => [],
});
