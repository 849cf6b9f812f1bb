import type { CitableId } from '../law/articles.ts';
import type { PayMonth } from '../kit/plain-date.ts';

/** Somebody who claims wages, and what the site's records say of him; marks tell only whether two are the same. */
export interface HintClaim {
  claimId: string;
  name: string;
  months: readonly PayMonth[];
  phoneMark?: string;
  cardMark?: string;
  /** On the site's roster under his number, or under his phone and name; null where neither is known. */
  isOnRoster: boolean | null;
  attendedMonths: readonly PayMonth[];
  /** Other respondents from whom the same phone claims wages in other cases. */
  otherRespondents: number;
}

export interface HintFacts {
  claims: readonly HintClaim[];
  /** Absent: the case names no project. */
  site?: {
    hasRoster: boolean;
    /** Months of which attendance of anybody is on record. */
    recordedMonths: readonly PayMonth[];
    teamLeaders: readonly string[];
  };
  stories: readonly { complaintId: string; text: string }[];
}

export const CLAIM_HINTS = [
  'notOnRoster',
  'notInAttendance',
  'samePhone',
  'sameCard',
  'manyRespondents',
  'teamLeader',
  'worksMoney',
] as const;
export type ClaimHintCode = (typeof CLAIM_HINTS)[number];

/** Something to look into before believing or doubting: facts, never a verdict and never a ground of refusal. */
export interface ClaimHint {
  code: ClaimHintCode;
  claimIds: string[];
  complaintIds: string[];
  /** The words of the story, or the months, it was seen by. */
  seen: string[];
  cite?: CitableId;
}

/** Why a question could not be asked at all: no data is not an answer. */
export type HintGap = 'noProject' | 'noRoster' | 'noAttendance' | 'noNumbers';

/** What money for works, not for work, is called in a story. */
const WORKS_MONEY = [
  '工程款',
  '进度款',
  '材料款',
  '机械费',
  '租赁费',
  '设备款',
  '垫资',
  '履约保证金',
] as const;

/**
 * What speaks for looking twice at the claims of a case (虚假讨薪): people nobody knows on site, one hand behind many,
 * money for works under the name of wages. Each hint names its facts; none decides anything.
 * @law REG-52-1
 */
export function claimHints(facts: HintFacts): { hints: ClaimHint[]; gaps: HintGap[] } {
  const { claims, site } = facts;
  const hints = [
    site?.hasRoster === true ? notOnRoster(claims) : [],
    site === undefined ? [] : notInAttendance(claims, site.recordedMonths),
    shared('samePhone', claims, ({ phoneMark }) => phoneMark),
    shared('sameCard', claims, ({ cardMark }) => cardMark),
    hint(
      'manyRespondents',
      claims.filter(({ otherRespondents }) => otherRespondents > 1),
    ),
    hint(
      'teamLeader',
      claims.filter(({ name }) => site?.teamLeaders.includes(name) === true),
    ),
    worksMoney(facts.stories),
  ].flat();
  return { hints, gaps: gapsOf(facts) };
}

const hint = (
  code: ClaimHintCode,
  claims: readonly HintClaim[],
  seen: readonly string[] = [],
): ClaimHint[] =>
  claims.length === 0
    ? []
    : [{ code, claimIds: claims.map(({ claimId }) => claimId), complaintIds: [], seen: [...seen] }];

const notOnRoster = (claims: readonly HintClaim[]): ClaimHint[] =>
  hint(
    'notOnRoster',
    claims.filter(({ isOnRoster }) => isOnRoster === false),
  );

/** On the roster, but on no day of a month of which the site has attendance: the months are named. */
function notInAttendance(claims: readonly HintClaim[], recorded: readonly PayMonth[]): ClaimHint[] {
  const missed = ({ months, attendedMonths }: HintClaim): PayMonth[] =>
    months.filter((month) => recorded.includes(month) && !attendedMonths.includes(month));
  const found = claims.filter((claim) => claim.isOnRoster === true && missed(claim).length > 0);
  return hint('notInAttendance', found, [...new Set(found.flatMap(missed))].sort());
}

/** One hint for each phone or card that stands beside several people. */
function shared(
  code: 'samePhone' | 'sameCard',
  claims: readonly HintClaim[],
  markOf: (claim: HintClaim) => string | undefined,
): ClaimHint[] {
  const byMark = new Map<string, HintClaim[]>();
  for (const claim of claims) {
    const mark = markOf(claim);
    if (mark !== undefined) byMark.set(mark, [...(byMark.get(mark) ?? []), claim]);
  }
  return [...byMark.values()].filter((people) => people.length > 1).flatMap((people) => hint(code, people));
}

function worksMoney(stories: HintFacts['stories']): ClaimHint[] {
  const found = stories.flatMap(({ complaintId, text }) => {
    const seen = WORKS_MONEY.filter((word) => text.includes(word));
    return seen.length === 0 ? [] : [{ complaintId, seen }];
  });
  if (found.length === 0) return [];
  const complaintIds = found.map(({ complaintId }) => complaintId);
  const seen = [...new Set(found.flatMap((one) => one.seen))];
  return [{ code: 'worksMoney', claimIds: [], complaintIds, seen, cite: 'REG-52-1' }];
}

function gapsOf({ claims, site }: HintFacts): HintGap[] {
  if (site === undefined) return ['noProject'];
  if (!site.hasRoster) return ['noRoster'];
  return [
    ...(site.recordedMonths.length === 0 ? (['noAttendance'] as const) : []),
    ...(claims.some(({ isOnRoster }) => isOnRoster === null) ? (['noNumbers'] as const) : []),
  ];
}
