import type { ComplaintFact } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

/** One complaint a day, each of so many people about 1,000 yuan. */
const on = (days: string[], people = 1, isOpen = true) => {
  const complaints: ComplaintFact[] = days.map((day, index) => ({
    id: `c${index}`,
    receivedOn: plainDate(day),
    people,
    owedFen: fen(100_000),
    isOpen,
  }));
  return projectFacts({ complaints });
};

export const complaintDensityExamples: RuleExamples = {
  rule: 'complaintDensity',
  hits: [
    {
      title: 'the third complaint within ninety days, the first of them ninety days ago',
      today: '2026-11-20',
      facts: on(['2026-11-18', '2026-08-23', '2026-10-01']),
      finds: [
        {
          about: '',
          since: '2026-11-18',
          values: { complaints: 3, people: 3, owedFen: 300_000 },
          says: ['3 ', '90 ', '3,000.00'],
        },
      ],
      wakesOn: '2026-11-21',
    },
    {
      title: 'one complaint of ten people',
      today: '2026-11-20',
      facts: on(['2026-11-01'], 10),
      finds: [{ about: '', since: '2026-11-01', values: { complaints: 1, people: 10 } }],
    },
    {
      title: 'closed ones count as long as they are recent',
      today: '2026-11-20',
      facts: on(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'], 1, false),
      finds: [{ about: '', since: '2026-11-03' }],
    },
  ],
  nearMisses: [
    {
      title: 'the first of three has grown ninety days old',
      today: '2026-11-21',
      facts: on(['2026-11-18', '2026-08-23', '2026-10-01']),
    },
    {
      title: 'two complaints of nine people together',
      today: '2026-11-20',
      facts: on(['2026-11-01', '2026-11-02'], 4),
    },
    { title: 'none was ever made', today: '2026-11-20', facts: projectFacts(), wakesOn: null },
    {
      title: 'what came in after the day is not known on it',
      today: '2026-11-20',
      facts: on(['2026-11-18', '2026-11-19', '2026-11-25']),
      wakesOn: '2026-11-25',
    },
  ],
  noData: [],
};
