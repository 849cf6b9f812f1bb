import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import { formatYuan } from '../kit/money.ts';
import { dueOf, sumOf, words, wrong } from '../lives/facts.ts';
import { choice, files, line, money, note, pastDay, people, text, tick } from '../lives/form.ts';
import type { LifeAction, LifeSituation, WrongValue } from '../lives/life-table.ts';
import type { ReleaseBlocker } from './release-blockers.ts';
import { blockedWords } from './release-blockers.ts';

/** As whom somebody acts: the general contractor, staff of the office, or the bank that keeps the money. */
export type ReleaseRole = 'contractor' | 'clerk' | 'inspector' | 'bureauHead' | 'bank';

/** Something heard while the notice runs or the application is looked at; it blocks until it is answered. */
export interface Objection {
  readonly number: number;
  readonly isAnswered: boolean;
}

export interface ReleaseSituation extends LifeSituation {
  readonly blockers: readonly ReleaseBlocker[];
  readonly objections: readonly Objection[];
  /** Why it cannot be: nothing on record, closed or returned already, or another one than it was begun for. */
  readonly missing?: Words;
  readonly worksFinished: boolean;
  readonly isPublic: boolean;
  /** What the ledger of the wage account holds; absent for a bond. */
  readonly balanceFen?: Fen;
  /** A guarantee goes back as a paper: there is no money to name. */
  readonly isGuarantee: boolean;
}
type Now = ReleaseSituation;
type Action = LifeAction<Now>;

const noPapers = ({ facts }: Now): WrongValue | undefined => {
  const given = facts['fileIds'];
  return Array.isArray(given) && given.length > 0
    ? undefined
    : wrong(
        'fileIds',
        '请上传无拖欠承诺书和告示牌公示照片',
        'Attach the signed pledge and the photo of the notice',
      );
};

/** The pledge of no arrears and the notice on the board; what a kind asks besides comes first. */
export const beginning = (
  name: Words,
  more: Partial<Pick<Action, 'fields' | 'check' | 'notYet'>>,
): Action => ({
  name,
  fields: [
    ...(more.fields ?? []),
    line('pledgedBy', words('无拖欠承诺书签署人', 'Who signed the pledge of no arrears')),
    pastDay('pledgedOn', words('承诺书签署日期', 'Day it was signed')),
    pastDay('postedOn', words('告示牌张贴公示日期', 'Day the notice was put up on the board')),
    tick('noArrears', words('承诺本项目没有拖欠农民工工资', 'No wages of this project are owed'), {
      isRequired: true,
    }),
    {
      ...files,
      label: words('承诺书和告示牌公示照片', 'The pledge, and a photo of the notice'),
      isRequired: true,
    },
    note,
  ],
  notYet: (now) => now.missing ?? more.notYet?.(now),
  check: (now, before) =>
    now.facts['noArrears'] === true
      ? (noPapers(now) ?? more.check?.(now, before))
      : wrong('noArrears', '没有付清的，先付清再申请', 'Pay first what is owed'),
});

export const publish: Action = {
  name: words('在网站公示', 'Publish on the website'),
  fields: [note],
  notYet: ({ isPublic }) => (isPublic ? words('已经在网站公示', 'It is published already') : undefined),
};

/** The application comes after the notice; whether something is owed is the office's to look at. */
export const applying = (period: 'accountNotice' | 'bondNotice', name: Words): Action => ({
  name,
  fields: [note, files],
  notYet: (now) => {
    const until = dueOf(now, period);
    if (until === undefined || now.today > until) return undefined;
    return words(`公示到 ${until} 届满，期满后才能申请`, `The notice runs to ${until}; apply after that day`);
  },
});

export const OBJECTION_KINDS = {
  ARREARS: words('工人反映欠薪', 'A worker says wages are owed'),
  ARBITRATION: words('有未结的劳动争议仲裁', 'An arbitration about wages is pending'),
  SUIT: words('有未结的诉讼', 'A suit about wages is pending'),
  OTHER: words('其他拖欠', 'Other arrears'),
} as const;

export const object: Action = {
  name: words('登记异议', 'Note an objection'),
  fields: [
    choice('objectionKind', words('异议情况', 'What it is'), OBJECTION_KINDS),
    pastDay('heardOn', words('收到日期', 'Day it was heard')),
    text('objection', words('异议内容（只供本机构查看）', 'What was said (for the office alone)'), {
      hint: words(
        '写反映的事情，不写反映人的姓名和电话',
        'What is reported; not the name or phone of who reports it',
      ),
    }),
    text('told', words('告知企业的内容', 'What the company is told'), {
      isRequired: false,
      most: 500,
      hint: words('不要写明是谁反映的，除非本人同意', 'Not who said it, unless that person agrees'),
    }),
    files,
  ],
};

export const answerObjection: Action = {
  name: words('了结异议', 'Settle an objection'),
  fields: [
    people('objectionNumber', words('异议序号', 'Number of the objection'), { most: 999 }),
    choice('objectionOutcome', words('结果', 'Outcome'), {
      SETTLED: words('已付清或者已了结', 'Paid, or at an end'),
      DISMISSED: words('查无欠薪', 'Nothing was found to be owed'),
    }),
    text('objectionAnswer', words('依据和理由', 'What shows it')),
    files,
  ],
  notYet: ({ objections }) =>
    objections.some(({ isAnswered }) => !isAnswered)
      ? undefined
      : words('没有待了结的异议', 'No objection waits'),
  check: ({ facts, objections }) => {
    const open = objections.filter(({ isAnswered }) => !isAnswered).map(({ number }) => number);
    if (open.includes(sumOf(facts, 'objectionNumber') ?? 0)) return undefined;
    const list = open.join('、');
    return wrong('objectionNumber', `待了结的异议序号：${list}`, `These wait: ${open.join(', ')}`);
  },
};

export const answerUnpaidCase: Action = {
  name: words('登记已结案件的了结情况', 'Note how a closed case was settled'),
  fields: [
    line('settledCaseNumber', words('案号', 'Case number')),
    text('caseOutcome', words('了结情况和依据', 'How it was settled, and what shows it')),
    files,
  ],
  notYet: ({ blockers }) =>
    blockers.some(({ kind }) => kind === 'unpaidCase')
      ? undefined
      : words('没有已结案而未付清的案件', 'No closed case has wages left'),
  check: ({ facts, blockers }) => {
    const numbers = blockers.flatMap(({ kind, records }) =>
      kind === 'unpaidCase' ? records.map(({ label }) => label) : [],
    );
    if (numbers.includes(String(facts['settledCaseNumber'] ?? ''))) return undefined;
    return wrong('settledCaseNumber', `案号应为：${numbers.join('、')}`, `One of: ${numbers.join(', ')}`);
  },
};

/** Nothing is confirmed while something stands in the way. */
export const pass: Action = {
  name: words('审核通过', 'Reviewed: nothing is owed'),
  fields: [note],
  notYet: ({ missing, blockers }) => missing ?? blockedWords(blockers),
};

export const confirming = (name: Words): Action => ({
  name,
  fields: [note],
  notYet: ({ missing, blockers }) => missing ?? blockedWords(blockers),
  isApproval: true,
});

export const refuse: Action = {
  name: words('不予确认，书面告知', 'Refuse in writing'),
  fields: [
    text('grounds', words('查明的拖欠情况和理由', 'What was found to be owed, and why it is refused')),
    files,
  ],
};

/** Before the bank has acted, the head takes the confirmation back. */
export const revoke: Action = {
  name: words('撤销确认书', 'Take the confirmation back'),
  fields: refuse.fields,
};

/** The contractor takes it back. */
export const withdraw: Action = { name: words('撤回', 'Withdraw'), fields: [note] };

const sameAsLedger = ({ facts, balanceFen, isGuarantee }: Now): WrongValue | undefined => {
  const given = sumOf(facts, 'amountFen');
  if (balanceFen === undefined) {
    if (isGuarantee || given !== undefined) return undefined;
    return wrong('amountFen', '请填写返还金额', 'How much was returned?');
  }
  if (given === undefined) return wrong('amountFen', '请填写退回的余额', 'How much was paid out?');
  if (given === balanceFen) return undefined;
  return wrong(
    'amountFen',
    `账户流水余额为 ${formatYuan(balanceFen)} 元，两者应当一致；有未登记的利息等流水，先登记`,
    `The ledger holds ${formatYuan(balanceFen)} yuan: the two must agree; post interest and the like first`,
  );
};

/** What the bank, or the office from the bank's paper, says was done. */
export const carryingOut = (
  name: Words,
  day: Words,
  amount: Words,
  rest: { isRequired: boolean; hint: Words },
): Action => ({
  name,
  fields: [
    pastDay('carriedOutOn', day),
    money('amountFen', amount, rest),
    line('bankRef', words('银行流水号', 'The bank’s own number'), { isRequired: false, most: 60 }),
    note,
    files,
  ],
  on: 'carriedOutOn',
  notYet: ({ missing }) => missing,
  check: sameAsLedger,
});

/** Steps of the office among itself: the contractor reads that they happened and what it is told, no more. */
export const INSIDE_STEPS: readonly string[] = ['object', 'answerObjection', 'answerUnpaidCase', 'pass'];
/** Of those, what the contractor reads. */
export const TOLD_FIELDS: readonly string[] = ['told', 'heardOn', 'objectionNumber', 'objectionOutcome'];
