import type { PlainDate } from '../kit/plain-date.ts';
import type { CampaignWindow } from '../law/winter-campaign.ts';
import { isInOrder } from '../law/winter-campaign.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, line, note, pastDay, people, reason, text } from '../lives/form.ts';
import type { Facts, LifeSituation, WrongValue } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';

export const CAMPAIGN_STATES = ['running', 'ended'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** The head or the leader decides; the office besides notes its joint reception days. */
export type CampaignRole = 'decider' | 'office';

const decides = { by: ['decider'] } as const;
const days = [
  anyDay('startsOn', words('开始日期', 'First day')),
  anyDay('publicBy', words('政府投资和国有企业项目清零日', 'Public works to be at zero by')),
  anyDay('othersBy', words('其他欠薪清零日（春节）', 'All others to be at zero by (Spring Festival)')),
];

/** The three days as they are given; undefined while one is missing. */
export function windowOf(facts: Facts): CampaignWindow | undefined {
  const [startsOn, publicBy, othersBy] = ['startsOn', 'publicBy', 'othersBy'].map((name) =>
    dayOf(facts, name),
  );
  return startsOn === undefined || publicBy === undefined || othersBy === undefined
    ? undefined
    : { startsOn, publicBy, othersBy };
}

function checkWindow({ facts }: LifeSituation): WrongValue | undefined {
  const window = windowOf(facts);
  return window === undefined || isInOrder(window)
    ? undefined
    : wrong(
        'othersBy',
        '开始日期、政府和国企项目清零日、春节须依次排列，前后不超过一年',
        'The three days follow each other, within one year',
      );
}

const lastDayOf = (facts: Facts): PlainDate | undefined => dayOf(facts, 'othersBy');

/** 冬季行动: opened with its days, changed with a reason, joint reception days noted, ended when Spring Festival has come. */
export const CAMPAIGN = lifeTable<CampaignRole>()({
  name: words('冬季行动', 'Winter campaign'),
  flow: {
    unopened: { open: { to: 'running', ...decides } },
    running: {
      receive: { to: 'running', by: ['decider', 'office'] },
      change: { to: 'running', ...decides },
      end: { to: 'ended', ...decides },
    },
    ended: {},
  },
  states: { running: words('进行中', 'Running'), ended: words('已结束', 'Ended') },
  actions: {
    open: {
      name: words('发起冬季行动', 'Open a campaign'),
      fields: [
        line('name', words('名称', 'Name')),
        ...days,
        line('basis', words('依据的通知', 'Notice it follows'), { isRequired: false }),
      ],
      check: checkWindow,
    },
    receive: {
      name: words('登记联合接访', 'Note a joint reception'),
      fields: [
        pastDay('receivedOn', words('接访日期', 'Day')),
        line('receivedBy', words('接访领导和单位', 'Who received')),
        people('visitors', words('来访人次', 'Visitors')),
        people('mattersTold', words('反映事项', 'Matters told'), { isRequired: false }),
        people('mattersSettled', words('当场化解', 'Settled on the spot'), { isRequired: false }),
        note,
      ],
      check: ({ facts }) => {
        const [on, startsOn] = [dayOf(facts, 'receivedOn'), dayOf(facts, 'startsOn')];
        return on !== undefined && startsOn !== undefined && on < startsOn
          ? wrong('receivedOn', '不能早于行动开始日期', 'Not before the campaign began')
          : undefined;
      },
    },
    change: { name: words('调整日期', 'Change the days'), fields: [...days, reason], check: checkWindow },
    end: {
      name: words('结束行动', 'End the campaign'),
      fields: [text('summary', words('工作总结', 'Summary'))],
      notYet: ({ facts, today }) => {
        const last = lastDayOf(facts);
        return last === undefined || today >= last
          ? undefined
          : words(`${last}以后才能结束`, `Not before ${last}`);
      },
    },
  },
  figures: () => [],
});

/** What the joint reception days came to. */
export interface Receptions {
  days: number;
  visitors: number;
  settled: number;
}

/** Added up from what was given day by day. */
export function receptionsOf(
  history: readonly { readonly action: string; readonly given: Facts }[],
): Receptions {
  const received = history.filter(({ action }) => action === 'receive').map(({ given }) => given);
  const sum = (name: string): number =>
    received.reduce((all, { [name]: count }) => all + (typeof count === 'number' ? count : 0), 0);
  return {
    days: new Set(received.map(({ receivedOn }) => receivedOn)).size,
    ...{ visitors: sum('visitors'), settled: sum('mattersSettled') },
  };
}
