import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, site } from '../site-facts.ts';

const today = '2026-11-20';
const sharing = (sharingPhones: number, over: Parameters<typeof projectFacts>[0] = {}) =>
  projectFacts({ site: site({ sharingPhones }), freshness: { site: plainDate('2026-11-10') }, ...over });

export const sharedPhoneExamples: RuleExamples = {
  rule: 'sharedPhone',
  hits: [
    {
      title: 'three people with the number of their foreman',
      today,
      facts: sharing(3),
      finds: [{ about: '', since: '2026-11-10', values: { people: 3 }, says: ['3 '] }],
      wakesOn: null,
    },
    {
      title: 'a couple, where the area has set two',
      today,
      facts: sharing(2),
      settings: { numbers: { alertSharedPhonePeople: 2 } },
      finds: [{ about: '', since: '2026-11-10' }],
    },
  ],
  nearMisses: [
    { title: 'a couple with one phone', today, facts: sharing(2) },
    { title: 'everybody has a number of his own', today, facts: sharing(0) },
    {
      title: 'a finished project',
      today,
      facts: sharing(9, { ...inState('finished') }),
    },
  ],
  noData: [{ title: 'no roster', today, facts: projectFacts(), missing: '花名册' }],
};
