import { addDays } from '../../kit/plain-date.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { countBack } from '../../law/count-period.ts';
import type { BondPart } from '../facts.ts';
import type { RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';
import { isOver, standingBond } from '../works.ts';

/**
 * Does the guarantee run out soon while the works go on? One that has run out is no longer "expiring": then the bond is
 * missing, and another rule says so.
 */
export const guaranteeExpiring = alertRule({
  id: 'guaranteeExpiring',
  group: 'safeguards',
  question: { zh: '保函是不是快到期了？', en: 'Does the guarantee run out soon?' },
  level: 'yellow',
  points: 3,
  needs: ['bond'],
  numbers: {
    months: {
      parameter: 'alertGuaranteeMonths',
      label: {
        zh: '保函到期前几个月预警',
        en: 'Months before a guarantee runs out at which it is warned of',
      },
      suggested: 1,
      unit: 'months',
    },
  },
  ladder: false,
  missing: ({ facts }) => {
    if (isOver(facts)) return [];
    const bond = standingBond(facts);
    if (bond === undefined)
      return [{ zh: '没有工资保证金的登记资料', en: 'Nothing is on record about a wage bond' }];
    const isOpenEnded =
      bond.isGuarantee === true && bond.storedOn !== undefined && bond.validUntil === undefined;
    return isOpenEnded && bond.required !== 'exempt'
      ? [{ zh: '没有登记保函的到期日', en: 'The day on which the guarantee runs out is not on record' }]
      : [];
  },
  find: (input) => {
    const { facts, today } = input;
    const validUntil = isOver(facts) ? undefined : endOf(standingBond(facts));
    if (validUntil === undefined || today > validUntil) return [];
    const since = warnedFrom(validUntil, input);
    if (today < since) return [];
    return [
      {
        about: '',
        since,
        values: { validUntil },
        records: [{ kind: 'safeguards', id: facts.project.id }],
        message: {
          zh: `保函 ${dayWords(validUntil).zh} 到期，工程还没有完工`,
          en: `The guarantee runs out on ${dayWords(validUntil).en} and the works are not finished`,
        },
        cure: {
          zh: '到期前续保或改存保证金并登记',
          en: 'Renew it or store the bond before that day, and put it on record',
        },
      },
    ];
  },
  wakes: (input) => {
    const validUntil = isOver(input.facts) ? undefined : endOf(standingBond(input.facts));
    if (validUntil === undefined) return [];
    return [warnedFrom(validUntil, input), addDays(validUntil, 1)].filter((day) => day > input.today);
  },
});

function endOf(bond: BondPart | undefined): PlainDate | undefined {
  if (bond === undefined || bond.required === 'exempt' || bond.storedOn === undefined) return undefined;
  return bond.validUntil;
}

const warnedFrom = (validUntil: PlainDate, { numbers, calendar }: RuleInput<'months'>): PlainDate =>
  countBack({ before: validUntil, length: { months: numbers.months }, roll: 'none', calendar }).dueOn;
