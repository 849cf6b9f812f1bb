import type { ProjectFacts } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState } from '../site-facts.ts';

type Listing = NonNullable<ProjectFacts['listings']>[number];
const listed = (from: string, until: string, companyId = 'gc'): Listing => ({
  companyId,
  companyName: '一建',
  from: plainDate(from),
  until: plainDate(until),
});
const facts = (...listings: Listing[]) => projectFacts({ listings });

export const listedPartyExamples: RuleExamples = {
  rule: 'listedParty',
  hits: [
    {
      title: 'the first day on the list',
      today: '2026-11-20',
      facts: facts(listed('2026-11-20', '2029-11-20')),
      finds: [{ about: 'company:gc', since: '2026-11-20', says: ['一建', '2029'] }],
      wakesOn: '2029-11-21',
    },
    {
      title: 'the last day of the term',
      today: '2029-11-20',
      facts: facts(listed('2026-11-20', '2029-11-20')),
      finds: [{ about: 'company:gc', since: '2026-11-20' }],
    },
    {
      title: 'listed twice: once in the warning, by the listing that holds longest',
      today: '2026-11-20',
      facts: facts(listed('2026-05-01', '2029-05-01'), listed('2024-01-01', '2027-01-01')),
      finds: [{ about: 'company:gc', since: '2026-05-01' }],
    },
    {
      title: 'a legal representative with the name of a listed person: to be checked',
      today: '2026-11-20',
      facts: facts({ ...listed('2026-11-20', '2029-11-20'), byHead: true }),
      finds: [{ about: 'company:gc', since: '2026-11-20', says: ['一建', '2029'] }],
    },
    {
      title: 'listed itself and a namesake of a person listed for longer: its own listing counts',
      today: '2026-11-20',
      facts: facts(
        { ...listed('2026-06-01', '2029-06-01'), byHead: true },
        listed('2026-05-01', '2029-05-01'),
      ),
      finds: [{ about: 'company:gc', since: '2026-05-01' }],
    },
  ],
  nearMisses: [
    {
      title: 'the day before',
      today: '2026-11-19',
      facts: facts(listed('2026-11-20', '2029-11-20')),
      wakesOn: '2026-11-20',
    },
    {
      title: 'the day after the term',
      today: '2029-11-21',
      facts: facts(listed('2026-11-20', '2029-11-20')),
      wakesOn: null,
    },
    { title: 'nobody of this project is listed', today: '2026-11-20', facts: facts() },
    {
      title: 'finished works',
      today: '2026-11-20',
      facts: { ...facts(listed('2026-11-20', '2029-11-20')), ...inState('finished') },
    },
  ],
  noData: [{ title: 'no list is kept', today: '2026-11-20', facts: projectFacts(), missing: '名单' }],
};
