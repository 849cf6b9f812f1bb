import { addDays } from '../../kit/plain-date.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import type { ProjectFacts } from '../facts.ts';
import type { Words } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';
import { isOver, NO_CONTRACT } from '../works.ts';

const NO_THRESHOLD: Words = {
  zh: '本地区没有设置须开专户的标准，无法确定是否应开户',
  en: 'This area has set no threshold, so whether an account is required is not known',
};

/** Did the general contractor open the wage account in time? Counted from the contract, whether works have begun or not. */
export const accountNotOpened = alertRule({
  id: 'accountNotOpened',
  group: 'safeguards',
  question: { zh: '农民工工资专用账户按期开了吗？', en: 'Was the wage account opened in time?' },
  level: 'red',
  points: 10,
  needs: ['contract', 'account'],
  numbers: {},
  cite: 'REG-26-1',
  ladder: false,
  missing: ({ facts }) => {
    const { account } = facts;
    if (isSettled(facts)) return [];
    return [
      ...(account?.isRequired === undefined ? [NO_THRESHOLD] : []),
      ...(account?.openBy === undefined ? [NO_CONTRACT] : []),
    ];
  },
  find: ({ facts, today }) => {
    const openBy = awaitedBy(facts);
    if (openBy === undefined || today <= openBy) return [];
    return [
      {
        about: '',
        since: addDays(openBy, 1),
        values: { openBy },
        records: [{ kind: 'safeguards', id: facts.project.id }],
        message: {
          zh: `专用账户应在 ${dayWords(openBy).zh} 前开立，至今没有登记`,
          en: `The wage account was due by ${dayWords(openBy).en}; none is on record`,
        },
        cure: { zh: '开立专用账户并登记', en: 'Open the account and put it on record' },
      },
    ];
  },
  wakes: ({ facts, today }) => {
    const openBy = awaitedBy(facts);
    return openBy === undefined || openBy < today ? [] : [addDays(openBy, 1)];
  },
});

/** Nothing is asked: it is open, none is required, or the works are over. */
const isSettled = (facts: ProjectFacts): boolean =>
  isOver(facts) || isOpenNow(facts) || facts.account?.isRequired === false;

/** One that was closed while the works go on is none: another one is due. */
const isOpenNow = ({ account }: ProjectFacts): boolean =>
  account?.openedOn !== undefined && account.closedOn === undefined;

function awaitedBy(facts: ProjectFacts): PlainDate | undefined {
  if (isSettled(facts) || facts.account?.isRequired !== true) return undefined;
  return facts.account.openBy;
}
