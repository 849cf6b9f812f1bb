import type { PlainDate } from '../kit/plain-date.ts';
import { firstDayOf, nextPayMonth, payMonthOf } from '../kit/plain-date.ts';
import type { BondPart, FactPart, ProjectFacts } from './facts.ts';
import type { Words } from './rule.ts';

/** Are the works finished, or is the record merged into another? What guards works under way is not asked any more. */
export function isOver({ project }: ProjectFacts): boolean {
  return project.state === 'finished' || project.state === 'merged';
}

/** The day the works began: as it is on record, otherwise as the contract plans it; absent where neither says. */
export function beganOn({ project, contract }: ProjectFacts): PlainDate | undefined {
  return project.startedOn ?? contract?.plannedFrom;
}

/** The bond as it stands: one that was given back is none. */
export function standingBond({ bond }: ProjectFacts): BondPart | undefined {
  if (bond?.returnedOn === undefined) return bond;
  const { required, requiredFen, storeBy } = bond;
  return {
    required,
    ...(requiredFen === undefined ? {} : { requiredFen }),
    ...(storeBy === undefined ? {} : { storeBy }),
  };
}

/** The works are over and the account is closed, as it should be: nobody asks what it holds. */
export const isClosedForGood = (facts: ProjectFacts): boolean =>
  isOver(facts) && facts.account?.closedOn !== undefined;

/** No wage account is asked of this contract and none is there: whoever asks about its money asks for nothing. */
export function needsNoAccount(facts: ProjectFacts): boolean {
  const { account, money } = facts;
  if (isClosedForGood(facts)) return true;
  return money === undefined && account?.isRequired === false && account.openedOn === undefined;
}

/**
 * Since when has it been so, where only a count of today is known? The day of the newest record behind it; earlier it may
 * have been different. Without one, the beginning of the works, or of this month: a day that stays the same from day to day.
 */
export function knownSince(facts: ProjectFacts, part: FactPart, today: PlainDate): PlainDate {
  return fixedSince(facts, part) ?? firstDayOf(payMonthOf(today));
}

/** When `knownSince` says another day. */
export function knownSinceWakes(facts: ProjectFacts, part: FactPart, today: PlainDate): PlainDate[] {
  return fixedSince(facts, part) === undefined ? [firstDayOf(nextPayMonth(payMonthOf(today)))] : [];
}

const fixedSince = (facts: ProjectFacts, part: FactPart): PlainDate | undefined =>
  facts.freshness[part] ?? beganOn(facts) ?? facts.contract?.signedOn;

export const NO_CONTRACT: Words = {
  zh: '没有登记施工合同，无法确定期限',
  en: 'No works contract is on record, so no last day is known',
};
export const NO_ACCOUNT: Words = {
  zh: '没有登记农民工工资专用账户，看不到进出账',
  en: 'No wage account is on record, so no movement of money is seen',
};
export const NO_ROSTER: Words = {
  zh: '没有花名册记录',
  en: 'No roster is on record',
};
