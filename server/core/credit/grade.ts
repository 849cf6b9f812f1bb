import type { Words } from '../alerts/rule.ts';
import { dayFromParts, type PlainDate } from '../kit/plain-date.ts';
import type { CitableId } from '../law/articles.ts';
import { thresholdOn } from '../law/thresholds.ts';
import { entriesOn, entryKind, type CreditEntry, type GradeGround } from './entry.ts';

export const CREDIT_GRADES = ['A', 'B', 'C'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];

/** `noData`: nothing that is connected would know of it. It is neither held against the company nor for it. */
export type CriterionState = 'met' | 'notMet' | 'noData';

export const CRITERIA = {
  complied: {
    grade: 'A',
    zh: '当年检查未发现需要改正的问题',
    en: 'Inspected that year, nothing to put right',
  },
  notHandled: { grade: 'A', zh: '当年没有因违法被查处', en: 'Not handled for any violation that year' },
  handled: { grade: 'B', zh: '当年因违法被查处', en: 'Handled for a violation that year' },
  handledOften: { grade: 'C', zh: '当年因违法被查处三次以上', en: 'Handled three times or more that year' },
  orderRefused: {
    grade: 'C',
    zh: '拒不履行限期整改指令、行政处理或者处罚决定',
    en: 'Did not carry out an order, a handling decision or a penalty',
  },
  incident: {
    grade: 'C',
    zh: '引发群体性事件、极端事件或者造成严重不良社会影响',
    en: 'Caused a group or extreme incident or serious bad influence',
  },
  childOrForced: { grade: 'C', zh: '使用童工或者强迫劳动', en: 'Child or forced labour' },
  obstruction: { grade: 'C', zh: '无理抗拒、阻挠劳动保障监察', en: 'Obstructed inspection' },
  crime: { grade: 'C', zh: '被追究刑事责任', en: 'Criminal liability' },
} as const satisfies Record<string, { grade: CreditGrade; zh: string; en: string }>;
export type CriterionId = keyof typeof CRITERIA;

/** One condition of one grade, as far as the record answers it, and the facts behind the answer. */
export interface GradeCriterion {
  readonly id: CriterionId;
  readonly grade: CreditGrade;
  readonly state: CriterionState;
  readonly facts: readonly CreditEntry[];
}

export interface YearGrade {
  readonly year: number;
  /** As of this day: facts on record later, and days later, are not in it. */
  readonly day: PlainDate;
  /** Absent where the record does not carry one: somebody has to judge. */
  readonly proposed?: CreditGrade;
  readonly why: Words;
  readonly criteria: readonly GradeCriterion[];
}

/** The instrument alone: article numbers of the measures have not been read in the text. */
export const GRADE_CITATION: Readonly<Record<CreditGrade, CitableId>> = {
  A: 'CRD-A',
  B: 'CRD-B',
  C: 'CRD-C',
};

export const firstDayOfYear = (year: number): PlainDate => dayFromParts(year, 1, 1);
export const lastDayOfYear = (year: number): PlainDate => dayFromParts(year, 12, 31);

const ofGround = (entries: readonly CreditEntry[], ground: GradeGround): CreditEntry[] =>
  entries.filter(({ kind }) => entryKind(kind).ground === ground);

/** One case is one 查处, however many papers came of it; a paper without a case stands for itself. */
const mattersOf = (entries: readonly CreditEntry[]): number =>
  new Set(entries.map(({ matter, record }) => matter ?? `${record.kind}:${record.id}`)).size;

/**
 * The grade a year's record carries, with every condition met, not met or not known: C when any of its grounds is met, B
 * when the company was handled and none of them is, A when it was not handled and nothing found. Handled (查处) is an
 * order, a handling decision or a penalty; several in one case count once.
 * @example orders in three cases of 2025: C; in two: B; two orders and a penalty in one case: B
 * @law CRD-A
 * @law CRD-B
 * @law CRD-C
 */
export function gradeOfYear({
  year,
  day,
  entries,
  known,
  isOnRecord,
}: {
  year: number;
  day: PlainDate;
  entries: readonly CreditEntry[];
  /** Grounds that a connected source would tell of. */
  known: ReadonlySet<GradeGround>;
  /** The office knew the company that year at all: works under way, or anything in its file. */
  isOnRecord: boolean;
}): YearGrade {
  const [first, last] = [firstDayOfYear(year), lastDayOfYear(year)];
  const own = entriesOn(entries, day < last ? day : last).filter(({ on }) => on >= first);
  const handled = ofGround(own, 'handled');
  const often = thresholdOn('gradeCViolations', last);
  const simple = (id: CriterionId & GradeGround): GradeCriterion => {
    const facts = ofGround(own, id);
    const state = facts.length > 0 ? 'met' : known.has(id) && isOnRecord ? 'notMet' : 'noData';
    return { id, grade: CRITERIA[id].grade, state, facts };
  };
  const isHandledKnown = handled.length > 0 || (known.has('handled') && isOnRecord);
  const ask = (isMet: boolean, isKnown: boolean): CriterionState =>
    !isKnown ? 'noData' : isMet ? 'met' : 'notMet';
  const criteria: GradeCriterion[] = [
    complied(own),
    {
      id: 'notHandled',
      grade: 'A',
      state: ask(handled.length === 0, isHandledKnown),
      facts: handled,
    },
    { id: 'handled', grade: 'B', state: ask(handled.length > 0, isHandledKnown), facts: handled },
    {
      id: 'handledOften',
      grade: 'C',
      state: ask(often !== null && mattersOf(handled) >= often, isHandledKnown && often !== null),
      facts: handled,
    },
    ...(['orderRefused', 'incident', 'childOrForced', 'obstruction', 'crime'] as const).map(simple),
  ];
  return { year, day, ...proposalOf(criteria, isOnRecord), criteria };
}

function complied(own: readonly CreditEntry[]): GradeCriterion {
  const findings = ofGround(own, 'finding');
  const clean = own.filter(({ kind }) => kind === 'inspectionClean');
  const state = findings.length > 0 ? 'notMet' : clean.length > 0 ? 'met' : 'noData';
  return { id: 'complied', grade: 'A', state, facts: [...findings, ...clean] };
}

const words = (zh: string, en: string): Words => ({ zh, en });

function proposalOf(
  criteria: readonly GradeCriterion[],
  isOnRecord: boolean,
): Pick<YearGrade, 'proposed' | 'why'> {
  const is = (id: CriterionId, state: CriterionState): boolean =>
    criteria.some((one) => one.id === id && one.state === state);
  if (criteria.some(({ grade, state }) => grade === 'C' && state === 'met'))
    return { proposed: 'C', why: words('符合 C 级情形之一', 'One of the grounds of grade C is met') };
  if (is('handled', 'met'))
    return {
      proposed: 'B',
      why: words('被查处，但没有 C 级情形', 'Handled, and no ground of grade C is on record'),
    };
  if (!isOnRecord)
    return {
      why: words('当年没有该单位的记录，不提出等级', 'Nothing on record for that year: no grade is proposed'),
    };
  if (is('notHandled', 'noData'))
    return { why: words('查处记录未接入，不提出等级', 'Records of handling are not connected: no grade') };
  if (is('complied', 'notMet'))
    return {
      why: words(
        '未被查处，但检查发现过问题，由负责人判断',
        'Not handled, but something was found: for the head to judge',
      ),
    };
  return {
    proposed: 'A',
    why: words('当年没有被查处，也没有发现问题的记录', 'Not handled, and nothing found on record'),
  };
}

/** What is on record today and was not when it was frozen, and the other way round: nothing is recomputed in silence. */
export function changedSince(
  frozen: readonly CreditEntry[],
  now: readonly CreditEntry[],
  keyOf: (entry: CreditEntry) => string,
): { added: CreditEntry[]; gone: CreditEntry[] } {
  const [before, after] = [new Set(frozen.map(keyOf)), new Set(now.map(keyOf))];
  return {
    added: now.filter((entry) => !before.has(keyOf(entry))),
    gone: frozen.filter((entry) => !after.has(keyOf(entry))),
  };
}
