import { addDays } from '../../kit/plain-date.ts';
import type { ProjectFacts } from '../facts.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';
import { isOver } from '../works.ts';

/**
 * Was the wage account filed with the office in time after it was opened? Where none is open there is nothing to file:
 * that one is missing is another rule's to say.
 */
export const accountNotFiled = alertRule({
  id: 'accountNotFiled',
  group: 'safeguards',
  question: { zh: '专用账户按期备案了吗？', en: 'Was the wage account filed in time?' },
  level: 'yellow',
  points: 4,
  needs: ['account'],
  numbers: {},
  cite: 'ACC-8',
  ladder: false,
  missing: ({ facts }) => {
    if (isOver(facts) || facts.account?.isRequired === false) return [];
    if (facts.account === undefined)
      return [{ zh: '没有专用账户的登记资料', en: 'Nothing is on record about a wage account' }];
    const { openedOn, filedOn, fileBy } = facts.account;
    if (openedOn === undefined || filedOn !== undefined || fileBy !== undefined) return [];
    return [{ zh: '备案期限未知', en: 'The last day for filing is not known' }];
  },
  find: ({ facts, today }) => {
    const fileBy = awaitedBy(facts);
    if (fileBy === undefined || today <= fileBy) return [];
    return [
      {
        about: '',
        since: addDays(fileBy, 1),
        values: { fileBy },
        records: [{ kind: 'safeguards', id: facts.project.id }],
        message: {
          zh: `专用账户已开立，应在 ${dayWords(fileBy).zh} 前备案，至今没有备案记录`,
          en: `The wage account is open and was to be filed by ${dayWords(fileBy).en}; no filing is on record`,
        },
        cure: { zh: '办理备案并登记备案日期', en: 'File the account and put the day on record' },
      },
    ];
  },
  wakes: ({ facts, today }) => {
    const fileBy = awaitedBy(facts);
    return fileBy === undefined || fileBy < today ? [] : [addDays(fileBy, 1)];
  },
});

function awaitedBy(facts: ProjectFacts): PlainDate | undefined {
  const { openedOn, filedOn, fileBy, isRequired, closedOn } = facts.account ?? {};
  if (
    closedOn !== undefined ||
    isOver(facts) ||
    isRequired === false ||
    openedOn === undefined ||
    filedOn !== undefined
  )
    return undefined;
  return fileBy;
}
