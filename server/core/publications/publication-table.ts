import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addMonths } from '../kit/plain-date.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, note, pastDay, reason, text } from '../lives/form.ts';
import type { Figure } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';
import type { PublicationSituation } from './publication-content.ts';
import { CONTENT, contentWrong, SIX_ITEMS, sixItems } from './publication-content.ts';
import { listDueOn, publishesByHalfYear } from './rhythm.ts';

type Now = PublicationSituation;

/** As whom somebody acts on a publication; the system takes down what has run its term. */
export type PublicationRole = 'inspector' | 'bureauHead' | 'system';

/** States in which the public reads it, as long as its term runs. */
export const PUBLIC_STATES = ['published', 'contested'] as const;

const undecided = ({ decision }: Now): Words | undefined => {
  if (decision === undefined)
    return words(
      '案件尚无已送达的处理或者处罚决定，不能公布',
      'No decision has been served in this case: nothing can be published',
    );
  return decision.isGone
    ? words('决定已被撤销或者变更，不能公布', 'The decision was revoked or changed')
    : undefined;
};

/** The last day in the list: by the area's term, otherwise the day named, otherwise none. */
function shownUntil({ facts, today, area: { termMonths } }: Now): PlainDate | undefined {
  return termMonths === undefined ? dayOf(facts, 'shownUntil') : addMonths(today, termMonths);
}

const write = { fields: CONTENT, notYet: undecided, check: contentWrong, keeps: sixItems };
const withdraw = { to: 'withdrawn', by: ['bureauHead'], meets: ['publicationObjection'] } as const;
const endTerm = { to: 'ended', by: ['system'], why: 'what has run its term drops out by itself' } as const;
const correct = { to: 'published', by: ['bureauHead'], meets: ['publicationObjection'] } as const;
const drop = {
  to: 'dropped',
  by: ['inspector', 'bureauHead'],
  meets: ['publication', 'provincialPublication'],
} as const;

/**
 * 重大劳动保障违法行为社会公布: proposed from a case with a decision, approved by the head, published for its term.
 * @law PUB-1
 * @law PUB-5
 */
export const PUBLICATION = lifeTable<PublicationRole, Now>()({
  name: words('重大劳动保障违法行为公布', 'Publication of a serious violation'),
  cite: 'PUB-1',
  flow: {
    unopened: { open: { to: 'proposed', by: ['inspector'], cite: 'PUB-1' } },
    proposed: {
      approve: {
        to: 'approved',
        by: ['bureauHead'],
        starts: ['publication', 'provincialPublication'],
        cite: 'PUB-5',
      },
      giveBack: { to: 'returned', by: ['bureauHead'] },
      drop,
    },
    returned: { revise: { to: 'proposed', by: ['inspector'], cite: 'PUB-2' }, drop },
    approved: {
      publish: {
        to: 'published',
        by: ['inspector', 'bureauHead'],
        meets: ['publication', 'provincialPublication'],
        cite: 'PUB-4',
      },
      giveBack: {
        to: 'returned',
        by: ['bureauHead'],
        meets: ['publication', 'provincialPublication'],
      },
      drop,
    },
    published: {
      object: { to: 'contested', by: ['inspector', 'bureauHead'], starts: ['publicationObjection'] },
      correct,
      withdraw,
      endTerm,
    },
    contested: {
      uphold: { to: 'published', by: ['bureauHead'], meets: ['publicationObjection'] },
      correct,
      withdraw,
      endTerm: { ...endTerm, meets: ['publicationObjection'] },
    },
    dropped: {},
    withdrawn: {},
    ended: {},
  },
  states: {
    proposed: words('待局负责人审批', 'Waits for the head'),
    returned: words('退回修改', 'Returned'),
    approved: words('已批准，待公布', 'Approved, to be published'),
    published: words('公布中', 'Published'),
    contested: words('有异议，复核中', 'Contested, being re-checked'),
    dropped: words('不予公布', 'Not published'),
    withdrawn: words('已撤下', 'Taken down'),
    ended: words('公布期满', 'Term over'),
  },
  actions: {
    open: { name: words('提请公布', 'Propose'), ...write },
    revise: { name: words('修改后再提请', 'Propose again'), ...write },
    approve: {
      name: words('批准公布', 'Approve'),
      fields: [note],
      notYet: undecided,
      startsOn: {
        publication: ({ today, officeCode }) => (publishesByHalfYear(officeCode) ? undefined : today),
        provincialPublication: ({ today, officeCode }) =>
          publishesByHalfYear(officeCode) ? today : undefined,
      },
      endsOn: {
        publication: ({ today, officeCode }) => listDueOn(today, officeCode),
        provincialPublication: ({ today, officeCode }) => listDueOn(today, officeCode),
      },
      isApproval: true,
    },
    giveBack: { name: words('退回修改', 'Return'), fields: [reason] },
    drop: { name: words('不予公布', 'Do not publish'), fields: [reason] },
    publish: {
      name: words('公布', 'Publish'),
      fields: [
        choice('occasion', words('公布方式', 'Occasion'), {
          LIST: words('季度（半年）集中公布', 'With the list of the quarter or half-year'),
          AD_HOC: words('即时公布', 'At any time'),
        }),
        anyDay('shownUntil', words('公布至（最后一天）', 'Shown until'), {
          isRequired: false,
          hint: words(
            '本地区设有公布期限的按参数计算；都没有的，由局负责人撤下',
            'By the area’s term where it has one; with neither the head takes it down',
          ),
        }),
        text('places', words('同时公布的媒体', 'Also published in'), { isRequired: false, most: 300 }),
        files,
      ],
      notYet: undecided,
      check: (now) => {
        const until = dayOf(now.facts, 'shownUntil');
        return until !== undefined && until < now.today
          ? wrong('shownUntil', '不能早于今天', 'Not before today')
          : undefined;
      },
      keeps: (now) => {
        const until = shownUntil(now);
        return until === undefined ? {} : { shownUntil: until };
      },
    },
    object: {
      name: words('登记异议', 'Record an objection'),
      fields: [
        pastDay('objectedOn', words('收到异议日期', 'Day it came')),
        text('objection', words('异议内容', 'What it says')),
        files,
      ],
      on: 'objectedOn',
    },
    uphold: { name: words('复核维持', 'Uphold'), fields: [reason, files] },
    correct: {
      name: words('更正', 'Correct'),
      fields: [
        reason,
        ...CONTENT.filter(({ name }) => SIX_ITEMS.some((item) => item === name)).map((field) => ({
          ...field,
          isRequired: false,
          hint: words('不填则不变', 'Left empty: as it stands'),
        })),
        files,
      ],
      check: contentWrong,
    },
    withdraw: { name: words('撤下', 'Take down'), fields: [reason, files] },
    endTerm: { name: words('公布期满', 'Term over'), fields: [] },
  },
  figures: ({ decision, facts, officeCode }) => {
    const until = dayOf(facts, 'shownUntil');
    const figures: Figure[] = [
      {
        label: words('公布节奏', 'Rhythm'),
        words: publishesByHalfYear(officeCode)
          ? words('每半年', 'Half-yearly')
          : words('每季度', 'Quarterly'),
        cite: 'PUB-5',
      },
    ];
    if (decision !== undefined) {
      figures.push({ label: words('决定送达日', 'Decision served on'), day: decision.servedOn });
      if (decision.remediesEndOn !== undefined)
        figures.push({ label: words('救济期限届满日', 'Remedies end on'), day: decision.remediesEndOn });
    }
    if (until !== undefined) figures.push({ label: words('公布至', 'Shown until'), day: until });
    return figures;
  },
});
