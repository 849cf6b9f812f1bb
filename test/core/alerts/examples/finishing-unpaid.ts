import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import type { MonthFacts, ProjectFacts } from '../../../../server/core/alerts/facts.ts';
import { CONTRACT, month, projectFacts, sheet, team, unpaidSheet } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const september = month('2026-09', [team({ sheet: unpaidSheet() })]);
const building = (months: MonthFacts[], plannedUntil = '2026-12-31'): ProjectFacts =>
  projectFacts({ contract: { ...CONTRACT, plannedUntil: plainDate(plannedUntil) }, months });
const finished = (months: MonthFacts[]): ProjectFacts => {
  const facts = projectFacts({ months });
  return { ...facts, project: { ...facts.project, state: 'finished' } };
};
const { contract: _, ...withoutContract } = projectFacts();

export const finishingUnpaidExamples: RuleExamples = {
  rule: 'finishingUnpaid',
  hits: [
    {
      title: 'finished, and September is not paid',
      today: '2026-10-16',
      facts: finished([september]),
      finds: [
        {
          about: '',
          since: '2026-10-16',
          values: { shortFen: 5_000_000, months: 1, unfiled: 0 },
          says: ['50,000.00'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'sixty days before the planned end a month has long been owed',
      today: '2026-11-01',
      facts: building([september]),
      finds: [{ about: '', since: '2026-11-01' }],
    },
    {
      title: 'worked without a payroll is owed too, and each month is counted once',
      today: '2026-11-16',
      facts: finished([
        september,
        month('2026-10', [
          team({ attendedPeople: 4 }),
          team({ teamId: 't2', sheet: sheet({ shortFen: fen(1) }) }),
        ]),
      ]),
      finds: [{ about: '', since: '2026-10-16', values: { shortFen: 5_000_001, months: 2, unfiled: 1 } }],
    },
    {
      title: 'the planned end has passed and people still work',
      today: '2027-03-01',
      facts: building([september]),
      finds: [{ about: '', since: '2026-11-01' }],
    },
  ],
  nearMisses: [
    {
      title: 'sixty-one days before the planned end',
      today: '2026-10-31',
      facts: building([september]),
      wakesOn: '2026-11-01',
    },
    {
      title: 'the payroll of the last month was paid and is deleted by law',
      today: '2026-12-31',
      facts: finished([month('2026-09', [team({ attendedPeople: 10, isSheetDeleted: true })])]),
      wakesOn: null,
    },
    {
      title: 'the pay day of the last month is still to come',
      today: '2026-10-15',
      facts: finished([september]),
      wakesOn: '2026-10-16',
    },
    {
      title: 'finished and all paid',
      today: '2027-01-01',
      facts: finished([month('2026-09', [team({ attendedPeople: 10, sheet: sheet() })])]),
      wakesOn: null,
    },
    {
      title: 'nobody knows whether the last on site worked: no attendance is no work',
      today: '2027-01-01',
      facts: finished([month('2026-09', [team()])]),
    },
  ],
  noData: [
    {
      title: 'no pay day is agreed',
      today: '2027-01-01',
      facts: { ...withoutContract, months: [month('2026-09', [team({ sheet: unpaidSheet() })], {}, null)] },
      missing: '发薪日',
    },
    {
      title: 'nothing is on record',
      today: '2027-01-01',
      facts: finished([]),
      missing: '记录',
      wakesOn: null,
    },
  ],
};
