import { sumOf, words, wrong } from '../lives/facts.ts';
import { files, line, money, note, pastDay, people, text, tick } from '../lives/form.ts';
import type { LifeSituation } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';

export const INCIDENT_STATES = ['reported', 'onSite', 'settled', 'complaint', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** A grid officer, the county's office, or the company on whose site it happens. */
export type IncidentRole = 'grid' | 'office' | 'company';

export interface IncidentSituation extends LifeSituation {
  /** The company on record it is about; without one nobody's file is touched. */
  readonly companyName?: string | undefined;
}

const followUp = { by: ['grid', 'office', 'company'] } as const;

/** Not given means today: a report in the first minute should not ask for a date. */
const happenedOn = ({ today, facts }: LifeSituation) => ({ happenedOn: facts['happenedOn'] ?? today });

/**
 * 集体讨薪: reported in the first minute and told at once to everybody who must know; then who went there, what was settled
 * on the spot or became a lead, and a review by the office. Only the review says whether it goes into a company's file.
 */
export const INCIDENT = lifeTable<IncidentRole, IncidentSituation>()({
  name: words('集体讨薪事件', 'Group incident'),
  cite: 'REG-29-3',
  flow: {
    unopened: { open: { to: 'reported', by: ['grid', 'office', 'company'], cite: 'REG-29-3' } },
    reported: {
      arrive: { to: 'onSite', by: ['grid', 'office'] },
      followUp: { to: 'reported', ...followUp },
      close: { to: 'closed', by: ['office'] },
    },
    onSite: {
      settle: { to: 'settled', by: ['grid', 'office'] },
      toComplaint: {
        to: 'complaint',
        by: ['office'],
        why: 'what is not settled on the spot is handled by law',
      },
      followUp: { to: 'onSite', ...followUp },
    },
    settled: {
      followUp: { to: 'settled', ...followUp },
      close: { to: 'closed', by: ['office'] },
    },
    complaint: {
      followUp: { to: 'complaint', ...followUp },
      close: { to: 'closed', by: ['office'] },
    },
    closed: {},
  },
  states: {
    reported: words('已上报', 'Reported'),
    onSite: words('现场处置中', 'Somebody is there'),
    settled: words('已当场化解', 'Settled on the spot'),
    complaint: words('已转为线索', 'Has become a lead'),
    closed: words('已办结', 'Closed'),
  },
  actions: {
    open: {
      name: words('上报集体讨薪', 'Report a group incident'),
      fields: [
        line('place', words('在哪里', 'Where')),
        people('headcount', words('大约多少人', 'About how many people')),
        text('demand', words('要什么', 'What they demand'), {
          most: 500,
          hint: words('不要写身份证号和电话', 'No citizen ids or phone numbers'),
        }),
        tick(
          'extreme',
          words('有过激行为（爬高、堵路、扬言轻生等）', 'Extreme behaviour (climbing, blocking a road)'),
        ),
        tick('policeThere', words('公安已到场', 'Police are there')),
        tick('othersThere', words('其他部门或者乡镇已到场', 'Others of the government are there')),
        line('about', words('哪家企业、哪个工地', 'Which company or site'), { isRequired: false }),
        money('owedFen', words('涉及多少钱', 'How much money'), { isRequired: false }),
        pastDay('happenedOn', words('哪一天', 'On which day'), {
          isRequired: false,
          hint: words('不填就是今天', 'Today if left out'),
        }),
        line('happenedAt', words('几点开始', 'Since what time'), { isRequired: false, most: 20 }),
        files,
      ],
      keeps: happenedOn,
    },
    arrive: {
      name: words('已到现场', 'Somebody is there'),
      fields: [line('wentThere', words('谁到了现场', 'Who went there')), note, files],
    },
    followUp: {
      name: words('续报', 'Report on it'),
      fields: [
        text('news', words('现在怎么样', 'How it is now')),
        people('headcount', words('现在多少人', 'How many people now'), { isRequired: false }),
        tick('extreme', words('出现过激行为', 'There is extreme behaviour')),
        files,
      ],
      // what was seen once stays on record: the most people, and that it went to extremes
      keeps: ({ facts }, before) => ({
        headcount: Math.max(sumOf(facts, 'headcount') ?? 0, sumOf(before.facts, 'headcount') ?? 0),
        extreme: facts['extreme'] === true || before.facts['extreme'] === true,
      }),
    },
    settle: {
      name: words('已当场化解', 'Settled on the spot'),
      fields: [
        text('how', words('怎样化解的', 'How it was settled')),
        money('paidFen', words('已支付金额', 'Sum paid'), { isRequired: false }),
        people('paidPeople', words('已支付人数', 'People paid'), { isRequired: false }),
        files,
      ],
    },
    toComplaint: { name: words('转为线索', 'Make a lead of it'), fields: [note] },
    close: {
      name: words('办结', 'Close'),
      fields: [
        text('review', words('办结评议', 'Review'), {
          hint: words(
            '起因、处置、还要做什么；误报也写明',
            'Cause, handling, what is left; a false report says so',
          ),
        }),
        tick(
          'causedByCompany',
          words(
            '经核实由所列企业欠薪引发，记入信用档案',
            'Found to be caused by the company named: goes into its credit file',
          ),
        ),
      ],
      check: ({ facts, companyName }) =>
        facts['causedByCompany'] === true && companyName === undefined
          ? wrong('causedByCompany', '没有关联企业，不能记入信用档案', 'No company on record is named')
          : undefined,
    },
  },
  figures: ({ companyName }) =>
    companyName === undefined
      ? []
      : [{ label: words('所列企业', 'Company named'), words: { zh: companyName, en: companyName } }],
});

/** Counts by size: how many incidents had at least so many people. The sizes are the area's own. */
export const bySize = (
  sizes: readonly number[],
  counted: readonly { readonly headcount: number; readonly count: number }[],
): { atLeast: number; count: number }[] =>
  [...sizes]
    .sort((a, b) => a - b)
    .map((atLeast) => ({
      atLeast,
      count: counted.reduce((sum, one) => sum + (one.headcount >= atLeast ? one.count : 0), 0),
    }));
