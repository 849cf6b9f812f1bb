import type { DeadlineFact } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const due = (dueOn: string, period = 'investigation'): DeadlineFact => ({
  kind: 'case',
  id: 'k1',
  number: '文劳监 2026-17',
  period,
  dueOn: plainDate(dueOn),
});

export const deadlineOverdueExamples: RuleExamples = {
  rule: 'deadlineOverdue',
  hits: [
    {
      title: 'the investigation ended yesterday',
      today: '2026-11-20',
      facts: projectFacts({ deadlines: [due('2026-11-19')] }),
      finds: [
        {
          about: 'case:k1:investigation',
          since: '2026-11-20',
          values: { dueOn: '2026-11-19' },
          says: ['文劳监 2026-17'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'a period under a name the program does not know is still said',
      today: '2026-11-20',
      facts: projectFacts({ deadlines: [due('2026-11-19', 'ownTarget')] }),
      finds: [{ about: 'case:k1:ownTarget', since: '2026-11-20', says: ['ownTarget'] }],
    },
  ],
  nearMisses: [
    {
      title: 'the last day itself is in time',
      today: '2026-11-20',
      facts: projectFacts({ deadlines: [due('2026-11-20')] }),
      wakesOn: '2026-11-21',
    },
    { title: 'no period runs', today: '2026-11-20', facts: projectFacts() },
  ],
  noData: [],
};
