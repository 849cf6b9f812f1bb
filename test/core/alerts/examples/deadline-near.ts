import type { DeadlineFact } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const due = (dueOn: string, over: Partial<DeadlineFact> = {}): DeadlineFact => ({
  kind: 'complaint',
  id: 'c1',
  number: '2026-0001',
  period: 'acceptance',
  dueOn: plainDate(dueOn),
  ...over,
});
const facts = (...deadlines: DeadlineFact[]) => projectFacts({ deadlines });

export const deadlineNearExamples: RuleExamples = {
  rule: 'deadlineNear',
  hits: [
    {
      title: 'three working days before a Wednesday is the Friday before',
      today: '2026-11-20',
      facts: facts(due('2026-11-25')),
      finds: [
        {
          about: 'complaint:c1:acceptance',
          since: '2026-11-20',
          values: { dueOn: '2026-11-25', period: 'acceptance' },
          says: ['2026-0001'],
        },
      ],
      wakesOn: '2026-11-26',
    },
    {
      title: 'the last day',
      today: '2026-11-25',
      facts: facts(due('2026-11-25')),
      finds: [{ about: 'complaint:c1:acceptance', since: '2026-11-20' }],
    },
    {
      title: 'over Spring Festival: before it, with the make-up Saturday counted',
      today: '2026-02-13',
      facts: facts(due('2026-02-25')),
      finds: [{ about: 'complaint:c1:acceptance', since: '2026-02-13' }],
    },
    {
      title: 'two periods of one case; of one on record twice the earlier day counts',
      today: '2026-11-25',
      facts: facts(
        due('2026-11-26', { kind: 'case', period: 'service' }),
        due('2026-11-25', { kind: 'case', period: 'service' }),
        due('2026-11-27', { kind: 'case', period: 'decision' }),
      ),
      finds: [
        { about: 'case:c1:service', since: '2026-11-20', values: { dueOn: '2026-11-25' } },
        { about: 'case:c1:decision', since: '2026-11-24' },
      ],
    },
  ],
  nearMisses: [
    {
      title: 'four working days before',
      today: '2026-11-19',
      facts: facts(due('2026-11-25')),
      wakesOn: '2026-11-20',
    },
    {
      title: 'yesterday was the last day: it is overdue, not near',
      today: '2026-11-26',
      facts: facts(due('2026-11-25')),
      wakesOn: null,
    },
    {
      title: 'three working days before, where the area has set two',
      today: '2026-11-20',
      facts: facts(due('2026-11-25')),
      settings: { numbers: { alertDeadlineWorkingDays: 2 } },
    },
    { title: 'no period runs', today: '2026-11-20', facts: facts() },
  ],
  noData: [],
};
