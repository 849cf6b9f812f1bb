import type { ContractKind, GateItem, GateItemId } from '../contract/roster.ts';
import { checkCitizenId } from '../kit/identity-numbers.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addMonths } from '../kit/plain-date.ts';

/** What is on record of a person who wants to enter a site. */
export interface EntryFacts {
  citizenId?: string | undefined;
  contract?: { kind: ContractKind } | undefined;
  safetyTrainedOn?: PlainDate | undefined;
}

/** The statutory ages as the region has put them on record, in months; undefined: not set for this area. */
export interface RetirementAges {
  male?: number | undefined;
  female?: number | undefined;
}

type Rule = 'REG-28-1' | 'RNM-8' | 'WAG-8';
const item = (id: GateItemId, open: boolean, rule: Rule, zh: string, en: string): GateItem => ({
  ...{ id, open, rule, zh, en },
});

/**
 * Is this person past the statutory retirement age on the day? Null where it cannot be told: the age is not set for
 * the area, or there is no valid citizen id. Never guessed: the ages are being raised by months from year to year.
 * @example isOverAge('532699196501010015', { male: 723 }, plainDate('2025-04-01')) // born 1965-01-01, 60 years 3 months: true
 * @law WAG-8
 */
export function isOverAge(
  citizenId: string | undefined,
  ages: RetirementAges,
  on: PlainDate,
): boolean | null {
  const facts = citizenId === undefined ? undefined : checkCitizenId(citizenId, on);
  if (facts?.ok !== true) return null;
  const months = ages[facts.sex];
  return months === undefined ? null : addMonths(facts.birthDate, months) <= on;
}

/**
 * What the entry gate asks of this person, and which of it is there: nobody enters a site without contract and
 * real-name registration; in building and municipal works also safety training; past retirement age the written
 * agreement takes the contract's place. The last item is asked only of people it concerns, and says so where the
 * area has no age on record.
 * @example findGateItems({ citizenId }, {}, today) // contract and safetyTraining missing, agreementForAge not checked
 * @law REG-28-1 RNM-8 WAG-8
 */
export function findGateItems(facts: EntryFacts, ages: RetirementAges, on: PlainDate): GateItem[] {
  const { citizenId, contract, safetyTrainedOn } = facts;
  const isKnown = citizenId !== undefined && checkCitizenId(citizenId, on).ok;
  const isTrained = safetyTrainedOn !== undefined && safetyTrainedOn <= on;
  return [
    item(
      'realName',
      isKnown,
      'REG-28-1',
      '实名登记（身份证号有效）',
      'Real-name record with a valid citizen id',
    ),
    item(
      'contract',
      contract !== undefined,
      'REG-28-1',
      '劳动合同或用工书面协议',
      'Contract or written agreement',
    ),
    item('safetyTraining', isTrained, 'RNM-8', '进场前安全培训', 'Safety training before entry'),
    ...ageItem(facts, ages, on),
  ];
}

function ageItem({ citizenId, contract }: EntryFacts, ages: RetirementAges, on: PlainDate): GateItem[] {
  const over = isOverAge(citizenId, ages, on);
  if (over === false) return [];
  if (over === null) {
    if (ages.male !== undefined && ages.female !== undefined) return [];
    const zh = '本地区未设置退休年龄，超龄用工协议未核对';
    const en = 'No retirement age set for this area: not checked';
    return [{ ...item('agreementForAge', true, 'WAG-8', zh, en), isUnchecked: true }];
  }
  const has = contract?.kind === 'labourAgreement';
  return [
    item(
      'agreementForAge',
      has,
      'WAG-8',
      '超龄劳动者书面用工协议',
      'Written agreement for work past retirement age',
    ),
  ];
}

/** Those that are missing: while there is one, the gate stays shut. */
export const missingItems = (items: readonly GateItem[]): GateItemId[] =>
  items.filter(({ open }) => !open).map(({ id }) => id);
