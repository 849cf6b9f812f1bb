import { addDays } from '../../kit/plain-date.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import type { BondPart, ProjectFacts } from '../facts.ts';
import type { Finding, Words } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { dayWords, yuanWords } from '../words.ts';
import { isOver, standingBond } from '../works.ts';

const NO_BOND_RECORD: Words = {
  zh: '没有工资保证金的登记资料',
  en: 'Nothing is on record about a wage bond',
};
const NOT_SET: Words = {
  zh: '本地区没有设置存储比例，或者没有登记合同金额，无法确定应存多少',
  en: 'The area has set no rate, or the contract amount is not on record: what is due is not known',
};
const NO_AMOUNT: Words = {
  zh: '保证金的应存金额、期限或已存金额没有登记',
  en: 'The amount due, the last day or the amount stored is not on record',
};

/**
 * Is the wage bond stored in time and in full, or a guarantee in its place that still runs? A guarantee that has run out
 * is no bond, whatever rate the area has set.
 */
export const bondNotStored = alertRule({
  id: 'bondNotStored',
  group: 'safeguards',
  question: { zh: '工资保证金按期足额存了吗？', en: 'Was the wage bond stored in time and in full?' },
  level: 'red',
  points: 8,
  needs: ['contract', 'bond'],
  numbers: {},
  cite: 'REG-32-1',
  ladder: false,
  missing: ({ facts, today }) => {
    if (isOver(facts)) return [];
    const bond = standingBond(facts);
    if (bond === undefined) return [NO_BOND_RECORD];
    return bond.required === 'exempt' || endOf(bond, today) !== undefined ? [] : unknownOf(bond);
  },
  find: ({ facts, today }) => {
    const bond = standingBond(facts);
    if (isOver(facts) || bond === undefined || bond.required === 'exempt') return [];
    const ended = endOf(bond, today);
    if (ended !== undefined) return [expired(ended, facts)];
    const storeBy = lackingBy(bond);
    return storeBy === undefined || today <= storeBy ? [] : [lacking(bond, storeBy, facts)];
  },
  wakes: ({ facts, today }) => {
    const bond = standingBond(facts);
    if (isOver(facts) || bond === undefined || bond.required === 'exempt') return [];
    const days = [lackingBy(bond), bond.storedOn === undefined ? undefined : bond.validUntil];
    return days.flatMap((day) => (day === undefined || day < today ? [] : [addDays(day, 1)]));
  },
});

/** The day a guarantee ran out; undefined while it runs. */
const endOf = ({ storedOn, validUntil }: BondPart, today: PlainDate): PlainDate | undefined =>
  storedOn !== undefined && validUntil !== undefined && validUntil < today ? validUntil : undefined;

function unknownOf({ required, storedOn, amountFen, requiredFen, storeBy }: BondPart): Words[] {
  if (required === 'notSet') return [NOT_SET];
  if (storedOn === undefined) return storeBy === undefined ? [NO_AMOUNT] : [];
  if (amountFen === undefined || requiredFen === undefined) return [NO_AMOUNT];
  if (amountFen >= requiredFen) return [];
  return storeBy === undefined ? [NO_AMOUNT] : [];
}

/** The last day for what is still to be stored; undefined where nothing is, or where that is not known. */
function lackingBy(bond: BondPart): PlainDate | undefined {
  if (bond.required !== 'required' || unknownOf(bond).length > 0) return undefined;
  const { storedOn, amountFen = 0, requiredFen = 0, storeBy } = bond;
  return storedOn !== undefined && amountFen >= requiredFen ? undefined : storeBy;
}

function expired(on: PlainDate, { project }: ProjectFacts): Finding {
  return {
    about: 'expired',
    since: addDays(on, 1),
    values: { validUntil: on },
    records: [{ kind: 'safeguards', id: project.id }],
    message: {
      zh: `保函或保险已于 ${dayWords(on).zh} 到期，没有新的保证金或保函记录`,
      en: `The guarantee ran out on ${dayWords(on).en}; no new bond or guarantee is on record`,
    },
    cure: {
      zh: '续保或重新存储保证金并登记',
      en: 'Renew the guarantee or store the bond anew, and put it on record',
    },
  };
}

function lacking(
  { storedOn, amountFen, requiredFen }: BondPart,
  storeBy: PlainDate,
  facts: ProjectFacts,
): Finding {
  const by = dayWords(storeBy);
  const due = requiredFen === undefined ? { zh: '', en: '' } : yuanWords(requiredFen);
  const stored = amountFen === undefined ? due : yuanWords(amountFen);
  const isStored = storedOn !== undefined;
  return {
    about: '',
    since: addDays(storeBy, 1),
    values: {
      storeBy,
      ...(requiredFen === undefined ? {} : { requiredFen }),
      ...(isStored && amountFen !== undefined ? { amountFen } : {}),
    },
    records: [{ kind: 'safeguards', id: facts.project.id }],
    message: isStored
      ? {
          zh: `工资保证金应存 ${due.zh}，期限 ${by.zh}，只存了 ${stored.zh}`,
          en: `Wage bond of ${due.en} due by ${by.en}: only ${stored.en} is stored`,
        }
      : {
          zh: `工资保证金应在 ${by.zh} 前存储${due.zh === '' ? '' : ` ${due.zh}`}，至今没有存储记录`,
          en: `The wage bond${due.en === '' ? '' : ` of ${due.en}`} was due by ${by.en}; nothing stored is on record`,
        },
    cure: {
      zh: '足额存储保证金或提交保函并登记',
      en: 'Store the bond in full or hand in a guarantee, and put it on record',
    },
  };
}
