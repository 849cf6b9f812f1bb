import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import { addYears, type PlainDate } from '../kit/plain-date.ts';
import type { RuleId } from '../law/articles.ts';
import { thresholdOn, type ThresholdId } from '../law/thresholds.ts';
import { entriesOn, type CreditEntry } from './entry.ts';

/** What the area has set; what is absent is not set there, and no number stands in its place. */
export interface BondAreaNumbers {
  readonly multiProjectFloor?: number;
  readonly exemptBelowFen?: Fen;
  readonly cutClean?: number;
  readonly raiseArrears?: number;
  readonly raiseListed?: number;
  readonly beyondCap?: boolean;
}

/** A case of arrears as far as it weighs on the bond. */
export interface ArrearsCase {
  readonly entry: CreditEntry;
  /** Closed with arrears found; `open` while nobody has found yet whether there are any. */
  readonly standing: 'found' | 'open';
}

export interface BondFactsOfCompany {
  readonly day: PlainDate;
  /** Since when the office knows the contractor in this area; absent: never. */
  readonly knownSince?: PlainDate;
  /** Works of the contractor under way in the area. */
  readonly projects: number;
  readonly arrears: readonly ArrearsCase[];
  /** The whole file: listings and warnings are read from it. */
  readonly entries: readonly CreditEntry[];
  /** Is any listing known to this installation at all? */
  readonly knowsListings: boolean;
  readonly area: BondAreaNumbers;
}

export const BOND_RULES = ['listed', 'arrears', 'exempt', 'cut', 'several', 'small'] as const;
export type BondRule = (typeof BOND_RULES)[number];
export type BondEffect = 'raise' | 'exempt' | 'lower' | 'none' | 'unclear';

/** One rule with what it found and what the area makes of it. */
export interface BondLine {
  readonly rule: BondRule;
  readonly cite: RuleId;
  readonly words: Words;
  readonly state: 'met' | 'notMet' | 'noData';
  readonly facts: readonly CreditEntry[];
  /** Share of the usual bond, or of the contract for the floor; in basis points. */
  readonly basisPoints?: number;
  readonly fen?: Fen;
  /** The area decides how much and has not said. */
  readonly isNotSet?: true;
  readonly note?: Words;
}

export interface BondProposal {
  readonly effect: BondEffect;
  readonly words: Words;
  readonly lines: readonly BondLine[];
}

const words = (zh: string, en: string): Words => ({ zh, en });

/** The first day of the last so many years by the rule in force. */
function since(day: PlainDate, years: ThresholdId): PlainDate {
  const count = thresholdOn(years, day);
  if (typeof count !== 'number') throw new RangeError(`No rule says how many years ${years} are on ${day}`);
  return addYears(day, -count);
}

/** Without arrears since a day: only where the record reaches that far back and nothing is still open. */
function clean(facts: BondFactsOfCompany, from: PlainDate): Pick<BondLine, 'state' | 'facts' | 'note'> {
  const within = facts.arrears.filter(
    ({ entry }) => entry.on <= facts.day && (entry.endedOn === undefined || entry.endedOn > from),
  );
  const found = within.filter(({ standing }) => standing === 'found');
  if (found.length > 0) return { state: 'notMet', facts: found.map(({ entry }) => entry) };
  if (within.length > 0)
    return {
      state: 'noData',
      facts: within.map(({ entry }) => entry),
      note: words('有案件尚未结案，待查清', 'A case is still open: to be cleared up first'),
    };
  if (facts.knownSince === undefined || facts.knownSince > from)
    return {
      state: 'noData',
      facts: [],
      note: words(
        `本地区记录${facts.knownSince === undefined ? '中没有该单位的工程' : `自 ${facts.knownSince} 起`}，不足以判断`,
        facts.knownSince === undefined
          ? 'No works of this company are on record here'
          : `The record here begins on ${facts.knownSince}: too short to tell`,
      ),
    };
  return { state: 'met', facts: [] };
}

/** How much, where the area says so. */
const share = (basisPoints: number | undefined): Pick<BondLine, 'basisPoints' | 'isNotSet'> =>
  basisPoints === undefined ? { isNotSet: true } : { basisPoints };

/**
 * What the record of a contractor speaks for when its bond is set for a new project: raised for a listing or arrears,
 * exempt or lower after years without any. How much is the area's to say; unset is shown as unset. A proposal: the office
 * decides for each project.
 * @law BON-5
 * @law BON-7
 * @law BON-9
 * @law BON-10
 */
export function bondProposal(facts: BondFactsOfCompany): BondProposal {
  const lines = [
    listedLine(facts),
    arrearsLine(facts),
    ...cleanLines(facts),
    severalLine(facts),
    smallLine(facts),
  ];
  const met = (rule: BondRule): boolean => lines.some((one) => one.rule === rule && one.state === 'met');
  const unknown = (rule: BondRule): boolean =>
    lines.some((one) => one.rule === rule && one.state === 'noData');
  if (met('listed') || met('arrears'))
    return { effect: 'raise', words: words('建议提高存储比例', 'Raise the rate'), lines };
  if (unknown('arrears'))
    return { effect: 'unclear', words: words('记录不足，暂不建议', 'The record does not tell yet'), lines };
  if (met('exempt')) return { effect: 'exempt', words: words('建议免于存储', 'Exempt'), lines };
  if (met('cut') || met('several'))
    return { effect: 'lower', words: words('可以降低存储比例', 'The rate may be lowered'), lines };
  return unknown('cut')
    ? { effect: 'unclear', words: words('记录不足，暂不建议', 'The record does not tell yet'), lines }
    : { effect: 'none', words: words('按本地区比例存储', 'The usual rate of the area'), lines };
}

function listedLine({ entries, day, knowsListings, area }: BondFactsOfCompany): BondLine {
  const standing = entriesOn(entries, day).filter(
    ({ kind, endedOn }) => kind === 'listed' && (endedOn === undefined || endedOn > day),
  );
  const { beyondCap } = area;
  return {
    rule: 'listed',
    cite: 'BON-10',
    words: words('列入拖欠农民工工资失信名单：提高', 'On the dishonesty list: raised'),
    state: standing.length > 0 ? 'met' : knowsListings ? 'notMet' : 'noData',
    facts: standing,
    ...share(area.raiseListed),
    ...(beyondCap === undefined
      ? {}
      : {
          note: beyondCap
            ? words('本地区规定：提高后可不受上限限制', 'Here a raised bond may go beyond the cap')
            : words('本地区规定：提高后仍受上限限制', 'Here a raised bond stays under the cap'),
        }),
  };
}

function arrearsLine(facts: BondFactsOfCompany): BondLine {
  const { state, ...rest } = clean(facts, since(facts.day, 'bondRaiseArrearsYears'));
  // A record too short to call somebody clean is no hint of arrears either; an open case is.
  const isOpen = state === 'noData' && rest.facts.length > 0;
  return {
    rule: 'arrears',
    cite: 'BON-9',
    words: words('存储前两年内有拖欠：提高', 'Arrears within the two years before: raised'),
    ...rest,
    state: state === 'notMet' ? 'met' : isOpen ? 'noData' : 'notMet',
    ...share(facts.area.raiseArrears),
  };
}

function cleanLines(facts: BondFactsOfCompany): BondLine[] {
  const long = since(facts.day, 'bondExemptLongCleanYears');
  const kept = clean(facts, long);
  const warned = entriesOn(facts.entries, facts.day).filter(
    ({ kind, endedOn }) => kind === 'accountAlert' && (endedOn === undefined || endedOn > long),
  );
  return [
    {
      rule: 'exempt',
      cite: 'BON-8',
      words: words(
        '连续三年未拖欠且落实实名制、专用账户：免于存储',
        'Three years without arrears, real names and account kept: exempt',
      ),
      ...kept,
      ...(kept.state === 'met' && warned.length > 0 ? { state: 'notMet' as const, facts: warned } : {}),
    },
    {
      rule: 'cut',
      cite: 'BON-7',
      words: words('连续两年未拖欠：降低', 'Two years without arrears: lower'),
      ...clean(facts, since(facts.day, 'bondCutCleanYears')),
      ...share(facts.area.cutClean),
    },
  ];
}

const severalLine = ({ projects, area }: BondFactsOfCompany): BondLine => ({
  rule: 'several',
  cite: 'BON-5',
  words: words(
    `在同一管理地区有多个工程（现有 ${projects} 个）：可下浮，不低于下限`,
    `Several projects in the area (${projects} now): may be lowered, not below the floor`,
  ),
  state: projects > 1 ? 'met' : 'notMet',
  facts: [],
  ...share(area.multiProjectFloor),
});

function smallLine(facts: BondFactsOfCompany): BondLine {
  const { exemptBelowFen } = facts.area;
  return {
    rule: 'small',
    cite: 'BON-6',
    words: words(
      '合同额低于免存标准且签订前一年未拖欠：免于存储',
      'A small contract and a year without arrears before it: exempt',
    ),
    ...clean(facts, since(facts.day, 'bondExemptCleanYears')),
    ...(exemptBelowFen === undefined ? { isNotSet: true as const } : { fen: exemptBelowFen }),
  };
}
