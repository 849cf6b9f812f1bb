import type { BondRequirement } from '../contract/safeguards.ts';
import { shareOf, type Fen } from '../kit/money.ts';
import { addYears, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { startDeadline, type Deadline } from '../law/deadline.ts';
import { thresholdOn } from '../law/thresholds.ts';

/** One step of the area's table: contracts below this amount (the last step has none) store at this rate, up to a cap. */
export interface BondTier {
  belowFen?: Fen;
  basisPoints: number;
  capFen?: Fen;
}

/** What the area has set; what is absent is not set there, and nothing is assumed in its place. */
export interface BondRules {
  tiers?: readonly BondTier[];
  exemptBelowFen?: Fen;
  multiProjectFloor?: number;
}

export interface BondFacts {
  contractFen: Fen;
  signedOn: PlainDate;
  permitIssuedOn?: PlainDate;
  /** Other projects of the same general contractor under way in the area. */
  otherProjects: number;
  /** Cases that tell of arrears of it in the year before signing; one that ended without any tells of none. */
  arrearsBefore: number;
}

/**
 * How much must the general contractor store, and by when? The rate follows from the contract amount by the table of
 * the area; a small contract of a contractor without arrears in the year before is exempt; with several projects the
 * office may lower the rate, never below the floor. Adjustments by credit (BON-7 to BON-10) are the office's to make.
 * @example 50 million yuan, table 2 % below 100 million: 1 million yuan, 20 working days after the permit
 * @law BON-4
 * @law BON-5
 * @law BON-6
 */
export function bondRequirement(
  facts: BondFacts | undefined,
  rules: BondRules,
  calendar: Calendar,
): BondRequirement {
  if (facts === undefined) return { state: 'noContract' };
  if (isExempt(facts, rules)) return EXEMPT;
  const tier = tierOf(facts.contractFen, rules.tiers ?? []);
  if (tier === undefined) return { state: 'notSet' };
  const { basisPoints, capFen } = tier;
  const whole = shareOf(facts.contractFen, basisPoints, 'up');
  const { multiProjectFloor: floor } = rules;
  const mayBeLower = facts.otherProjects > 0 && floor !== undefined && floor < basisPoints;
  return {
    state: 'required',
    amountFen: capped(whole, capFen),
    basisPoints,
    ...(capFen === undefined ? {} : { capFen }),
    ...(mayBeLower ? { floorFen: capped(shareOf(facts.contractFen, floor, 'up'), capFen) } : {}),
    dueOn: bondDeadline(facts, calendar).dueOn,
  };
}

/**
 * When must the bond be stored? 20 working days after the construction permit; where none is on record, after the
 * contract was signed.
 * @example permit of 2026-02-10: 20 working days pass over Spring Festival (15 to 23 Feb) and count the make-up Saturdays
 * @law BON-2
 */
export const bondDeadline = (
  { signedOn, permitIssuedOn }: Pick<BondFacts, 'signedOn' | 'permitIssuedOn'>,
  calendar: Calendar,
): Deadline => startDeadline('bondStorage', permitIssuedOn ?? signedOn, calendar);

/**
 * The first day on which arrears still count against an exemption: so long before the contract was signed.
 * @law BON-6
 */
export function cleanSince(signedOn: PlainDate): PlainDate {
  const years = thresholdOn('bondExemptCleanYears', signedOn);
  if (years === null) throw new RangeError(`No rule says how long before ${signedOn} arrears count`);
  return addYears(signedOn, -years);
}

const EXEMPT: BondRequirement = {
  state: 'exempt',
  zh: '合同额低于本地区免存标准，且签订前一年内没有本地欠薪案件记录（查无欠薪的不算）',
  en: 'The contract is below the amount exempt in this area and no case of arrears is on record for the year before it (cases in which none were found do not count)',
};

const isExempt = ({ contractFen, arrearsBefore }: BondFacts, { exemptBelowFen }: BondRules): boolean =>
  exemptBelowFen !== undefined && contractFen < exemptBelowFen && arrearsBefore === 0;

/** The lowest step the contract is below; the step without an upper end stands last, however the table is sorted. */
function tierOf(contractFen: Fen, tiers: readonly BondTier[]): BondTier | undefined {
  const end = ({ belowFen }: BondTier): number => belowFen ?? Number.POSITIVE_INFINITY;
  return [...tiers].sort((a, b) => end(a) - end(b)).find((tier) => contractFen < end(tier));
}

const capped = (amount: Fen, cap: Fen | undefined): Fen => (cap !== undefined && cap < amount ? cap : amount);
