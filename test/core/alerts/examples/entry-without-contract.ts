import type { SitePart } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, site } from '../site-facts.ts';

const today = '2026-11-20';
const people = (over: Partial<SitePart>, more: Parameters<typeof projectFacts>[0] = {}) =>
  projectFacts({ site: site(over), freshness: { site: plainDate('2026-11-10') }, ...more });

export const entryWithoutContractExamples: RuleExamples = {
  rule: 'entryWithoutContract',
  hits: [
    {
      title: 'two of ten on site without a contract',
      today,
      facts: people({ withContract: 8, records: { withoutContract: ['e1', 'e2'] } }),
      finds: [
        {
          about: '',
          since: '2026-11-10',
          values: { present: 10, withoutContract: 2, withoutRealName: 0 },
          says: ['10 ', '2 '],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'one of ten on site without a real-name record',
      today,
      facts: people({ withRealName: 9 }),
      finds: [{ about: '', since: '2026-11-10', values: { withoutContract: 0, withoutRealName: 1 } }],
    },
  ],
  nearMisses: [
    { title: 'everybody has both', today, facts: people({}) },
    { title: 'nobody is on site', today, facts: people({ present: 0, withContract: 0, withRealName: 0 }) },
    {
      title: 'four without a contract, where the area has set five',
      today,
      facts: people({ withContract: 6 }),
      settings: { numbers: { alertWithoutContractPeople: 5 } },
    },
    {
      title: 'a finished project: nobody enters it any more',
      today,
      facts: people({ withContract: 0 }, { ...inState('finished') }),
    },
  ],
  noData: [{ title: 'no roster', today, facts: projectFacts(), missing: '花名册' }],
};
