import type { SitePart } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, site } from '../site-facts.ts';

const today = '2026-11-20';
const sharing = (sharingCards: number, over: Parameters<typeof projectFacts>[0] = {}) =>
  projectFacts({ site: site({ sharingCards }), freshness: { site: plainDate('2026-11-10') }, ...over });
const records: SitePart['records'] = { sharingCards: ['e1', 'e2'] };

export const sharedBankCardExamples: RuleExamples = {
  rule: 'sharedBankCard',
  hits: [
    {
      title: 'two people with one card, known since the roster was last written',
      today,
      facts: projectFacts({
        site: site({ sharingCards: 2, records }),
        freshness: { site: plainDate('2026-11-10') },
      }),
      finds: [{ about: '', since: '2026-11-10', values: { people: 2 }, says: ['2 '], cures: ['本人'] }],
      wakesOn: null,
    },
    {
      title: 'a suspended site whose people are still enrolled',
      today,
      facts: sharing(5, { ...inState('suspended') }),
      finds: [{ about: '', since: '2026-11-10', values: { people: 5 } }],
    },
    {
      title: 'the number the area has set',
      today,
      facts: sharing(4),
      settings: { numbers: { alertSharedCardPeople: 4 } },
      finds: [{ about: '', since: '2026-11-10' }],
    },
  ],
  nearMisses: [
    { title: 'everybody has a card of his own', today, facts: sharing(0) },
    { title: 'one person whose other half has left', today, facts: sharing(1) },
    {
      title: 'one fewer than the area has set',
      today,
      facts: sharing(3),
      settings: { numbers: { alertSharedCardPeople: 4 } },
    },
    {
      title: 'nobody shares, and the area set no least number',
      today,
      facts: sharing(0),
      settings: { numbers: { alertSharedCardPeople: 0 } },
    },
    {
      title: 'a finished project with enrolments nobody closed',
      today,
      facts: sharing(5, { ...inState('finished') }),
    },
  ],
  noData: [{ title: 'no roster', today, facts: projectFacts(), missing: '花名册' }],
};
