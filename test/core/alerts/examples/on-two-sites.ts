import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, site } from '../site-facts.ts';

const today = '2026-11-20';
const doubled = (onTwoSites: number, over: Parameters<typeof projectFacts>[0] = {}) =>
  projectFacts({ site: site({ onTwoSites }), freshness: { site: plainDate('2026-11-10') }, ...over });

export const onTwoSitesExamples: RuleExamples = {
  rule: 'onTwoSites',
  hits: [
    {
      title: 'one person enrolled on another site too',
      today,
      facts: doubled(1),
      finds: [{ about: '', since: '2026-11-10', values: { people: 1 }, says: ['1 '] }],
      wakesOn: null,
    },
    {
      title: 'a roster of which the newest day is not known counts from the beginning of the works',
      today,
      facts: doubled(2, { freshness: {} }),
      finds: [{ about: '', since: '2025-07-01' }],
    },
  ],
  nearMisses: [
    { title: 'nobody', today, facts: doubled(0) },
    {
      title: 'one person, where the area has set two',
      today,
      facts: doubled(1),
      settings: { numbers: { alertTwoSitesPeople: 2 } },
    },
    {
      title: 'a finished project whose departures nobody recorded',
      today,
      facts: doubled(30, { ...inState('finished') }),
    },
  ],
  noData: [{ title: 'no roster', today, facts: projectFacts(), missing: '花名册' }],
};
