import { dayOf, servedOn, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, note, reason, service, text } from '../lives/form.ts';
import { lifeTable, type LifeSituation } from '../lives/life-table.ts';
import type { WrongValue } from '../lives/life-table.ts';
import { CREDIT_GRADES, lastDayOfYear, type CreditGrade } from './grade.ts';

/** As whom somebody acts on a grade. */
export type RatingRole = 'inspector' | 'bureauHead' | 'company';
export const RATING_ROLES: readonly RatingRole[] = ['inspector', 'bureauHead', 'company'];

export interface RatingSituation extends LifeSituation {
  readonly year: number;
  readonly proposed?: CreditGrade;
}

const GRADES: Readonly<Record<CreditGrade, ReturnType<typeof words>>> = {
  A: words('A 级', 'Grade A'),
  B: words('B 级', 'Grade B'),
  C: words('C 级', 'Grade C'),
};
const grade = choice('grade', words('核定等级', 'Grade decided'), GRADES);
const why = text('reason', words('与建议等级不同的理由', 'Why it differs from the proposal'), {
  isRequired: false,
});

/** A grade other than the record's own proposal is the head's to give, and to explain. */
function unexplained({ facts, proposed }: RatingSituation): WrongValue | undefined {
  const said = facts['reason'];
  return facts['grade'] === proposed || (typeof said === 'string' && said.trim() !== '')
    ? undefined
    : wrong(
        'reason',
        '与建议等级不同，或者没有建议等级的，须写明理由',
        'Where it differs from the proposal, or there is none, say why',
      );
}

/** What was said with an earlier step explains nothing now. */
const onlyGiven =
  (check: (now: RatingSituation) => WrongValue | undefined) =>
  (now: RatingSituation, before: RatingSituation): WrongValue | undefined => {
    const isOld = now.facts['reason'] !== undefined && now.facts['reason'] === before.facts['reason'];
    return check(isOld ? { ...now, facts: { ...now.facts, reason: '' } } : now);
  };

const isStillOpen = ({ facts, today }: RatingSituation): boolean => {
  const by = dayOf(facts, 'objectBy');
  return by !== undefined && today <= by;
};

/**
 * The yearly grade of a company: proposed from the record, approved by the head, told to the company, objected to and
 * looked at again, and only then in force. What the record said is frozen beside it.
 * @law CRD-1
 * @law CRD-3
 */
export const RATING_LIFE = lifeTable<RatingRole, RatingSituation>()({
  name: words('年度守法诚信等级', 'Yearly compliance grade'),
  cite: 'CRD-1',
  flow: {
    unopened: {
      open: { to: 'proposed', by: ['inspector', 'bureauHead'], starts: ['rating'], cite: 'CRD-1' },
    },
    proposed: {
      recompute: { to: 'proposed', by: ['inspector', 'bureauHead'], why: 'the record has changed since' },
      approve: { to: 'approved', by: ['bureauHead'], cite: 'CRD-1' },
    },
    approved: { tell: { to: 'told', by: ['inspector'], cite: 'CRD-3' } },
    told: {
      object: {
        to: 'objected',
        by: ['company', 'inspector'],
        why: 'on paper it is the inspector who enters it',
      },
      finish: { to: 'final', by: ['bureauHead'], meets: ['rating'], cite: 'CRD-3' },
    },
    objected: { recheck: { to: 'rechecked', by: ['inspector'] } },
    rechecked: { confirm: { to: 'final', by: ['bureauHead'], meets: ['rating'], cite: 'CRD-3' } },
    final: {
      reopen: {
        to: 'proposed',
        by: ['bureauHead'],
        why: 'a decision behind it was revoked, or came to light late',
      },
    },
  },
  states: {
    proposed: words('待负责人审批', 'Waits for the head'),
    approved: words('已审批，待告知', 'Approved, to be told'),
    told: words('已告知企业', 'Told to the company'),
    objected: words('企业有异议', 'Objected to'),
    rechecked: words('已复核，待确认', 'Checked again, to be confirmed'),
    final: words('已生效', 'In force'),
  },
  actions: {
    open: {
      name: words('提出年度等级', 'Propose the grade of a year'),
      fields: [note],
      startsOn: { rating: ({ year }) => lastDayOfYear(year) },
      endsOn: { rating: ({ year }) => lastDayOfYear(year + 1) },
    },
    recompute: {
      name: words('按现有记录重新计算', 'Work it out again from the record'),
      fields: [reason],
    },
    approve: {
      name: words('审批等级', 'Approve the grade'),
      fields: [grade, why],
      check: onlyGiven(unexplained),
      isApproval: true,
    },
    tell: {
      name: words('告知企业', 'Tell the company'),
      fields: [
        ...service('toldMode', 'toldOn', words('等级告知书', 'notice of the grade')),
        anyDay(
          'objectBy',
          words('提出异议的最后一天（告知书载明）', 'Last day to object, as the notice says'),
        ),
        files,
      ],
      check: ({ facts }) => {
        const [served, by] = [servedOn(facts, 'toldMode', 'toldOn'), dayOf(facts, 'objectBy')];
        return served !== undefined && by !== undefined && by <= served
          ? wrong('objectBy', '须晚于告知书送达之日', 'After the day the notice was served')
          : undefined;
      },
      on: 'toldOn',
    },
    object: {
      name: words('提出异议', 'Object'),
      fields: [text('objection', words('异议和理由', 'The objection and its reasons')), files],
      notYet: (now) =>
        isStillOpen(now) ? undefined : words('提出异议的期限已过', 'The time to object is over'),
    },
    finish: {
      name: words('无异议，等级生效', 'No objection: the grade is in force'),
      fields: [note],
      notYet: (now) =>
        isStillOpen(now)
          ? words(
              `企业可在 ${String(now.facts['objectBy'])} 前提出异议，期满方可生效`,
              `The company may object until ${String(now.facts['objectBy'])}: in force once that day is over`,
            )
          : undefined,
    },
    recheck: {
      name: words('登记复核意见', 'Record what the check found'),
      fields: [
        text('finding', words('复核情况', 'What the check found')),
        choice('suggested', words('建议等级', 'Grade suggested'), GRADES),
        files,
      ],
    },
    confirm: {
      name: words('确认复核结果', 'Confirm the result'),
      fields: [grade, why],
      check: onlyGiven((now) =>
        now.facts['grade'] === now.facts['suggested'] ? undefined : unexplained(now),
      ),
      isApproval: true,
    },
    reopen: { name: words('撤销并重新评价', 'Take it back and grade again'), fields: [reason] },
  },
  figures: ({ facts, proposed }) => {
    const decided = CREDIT_GRADES.find((one) => one === facts['grade']);
    const by = dayOf(facts, 'objectBy');
    return [
      ...(proposed === undefined
        ? []
        : [{ label: words('记录建议', 'The record proposes'), words: GRADES[proposed] }]),
      ...(decided === undefined
        ? []
        : [{ label: words('核定等级', 'Grade decided'), words: GRADES[decided] }]),
      ...(by === undefined ? [] : [{ label: words('异议截止', 'Objections until'), day: by }]),
    ];
  },
});
