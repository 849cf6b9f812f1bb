import type { AccountPart } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState } from '../site-facts.ts';

const fileBy = plainDate('2026-03-23');
const opened = (over: Partial<AccountPart> = {}) =>
  projectFacts({ account: { isRequired: true, openedOn: plainDate('2026-02-20'), fileBy, ...over } });

export const accountNotFiledExamples: RuleExamples = {
  rule: 'accountNotFiled',
  hits: [
    {
      title: 'the day after the last day',
      today: '2026-03-24',
      facts: opened(),
      finds: [{ about: '', since: '2026-03-24', values: { fileBy }, says: ['2026'] }],
      wakesOn: null,
    },
    {
      title: 'whether one is required is not known, but it is open',
      today: '2026-03-24',
      facts: projectFacts({ account: { openedOn: plainDate('2026-02-20'), fileBy } }),
      finds: [{ about: '', since: '2026-03-24' }],
    },
  ],
  nearMisses: [
    { title: 'the last day itself', today: '2026-03-23', facts: opened(), wakesOn: '2026-03-24' },
    { title: 'filed', today: '2026-03-24', facts: opened({ filedOn: plainDate('2026-03-20') }) },
    {
      title: 'not open yet: there is nothing to file',
      today: '2026-03-24',
      facts: projectFacts({ account: { isRequired: true } }),
    },
    {
      title: 'opened of the contractor’s own accord',
      today: '2026-03-24',
      facts: opened({ isRequired: false }),
    },
    { title: 'finished works', today: '2026-03-24', facts: { ...opened(), ...inState('finished') } },
  ],
  noData: [
    {
      title: 'nothing about an account',
      today: '2026-03-24',
      facts: projectFacts(),
      missing: '专用账户',
    },
    {
      title: 'open, and the last day is not known',
      today: '2026-03-24',
      facts: projectFacts({ account: { isRequired: true, openedOn: plainDate('2026-02-20') } }),
      missing: '备案期限',
    },
  ],
};
