import { fen } from '../../../../server/core/kit/money.ts';
import { month, projectFacts, sheet, team, unpaidSheet } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const worked = (over: Parameters<typeof team>[0] = {}, of = '2026-09') =>
  projectFacts({ months: [month(of, [team({ attendedPeople: 12, ...over })])] });
const { contract: _, ...withoutContract } = projectFacts();

export const attendanceWithoutPayExamples: RuleExamples = {
  rule: 'attendanceWithoutPay',
  hits: [
    {
      title: 'worked in September, and October went by without payroll or pay',
      today: '2026-11-01',
      facts: worked(),
      finds: [{ about: 'team:t1:2026-09', since: '2026-11-01', values: { people: 12 }, says: ['12'] }],
      wakesOn: null,
    },
    {
      title: 'no agreed pay day is needed: wages are paid at least monthly',
      today: '2026-11-01',
      facts: {
        ...withoutContract,
        months: [month('2026-09', [team({ attendedPeople: 1 })], {}, null)],
      },
      finds: [{ about: 'team:t1:2026-09', since: '2026-11-01' }],
    },
    {
      title: 'a payroll of which nothing was credited is no pay',
      today: '2026-11-01',
      facts: worked({ sheet: unpaidSheet() }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-11-01', values: { shortFen: 5_000_000 } }],
    },
    {
      title: 'December is asked about from the 1st of February',
      today: '2026-02-01',
      facts: worked({}, '2025-12'),
      finds: [{ about: 'team:t1:2025-12', since: '2026-02-01' }],
    },
    {
      title: 'later, where the area waits three months',
      today: '2027-01-01',
      facts: worked(),
      settings: { numbers: { alertUnpaidWorkMonths: 3 } },
      finds: [{ about: 'team:t1:2026-09', since: '2027-01-01' }],
    },
  ],
  nearMisses: [
    {
      title: 'the following month is not over',
      today: '2026-10-31',
      facts: worked(),
      wakesOn: '2026-11-01',
    },
    {
      title: 'a part was credited',
      today: '2026-11-01',
      facts: worked({ sheet: sheet({ creditedFen: fen(1), shortFen: fen(4_999_999) }) }),
    },
    {
      title: 'the payroll was paid and is deleted by law',
      today: '2026-11-01',
      facts: worked({ isSheetDeleted: true }),
    },
    { title: 'everything was credited', today: '2026-11-01', facts: worked({ sheet: sheet() }) },
    { title: 'nobody was there', today: '2026-11-01', facts: worked({ attendedPeople: 0 }) },
  ],
  noData: [
    {
      title: 'nobody recorded attendance: that is neither work nor none',
      today: '2026-12-31',
      facts: projectFacts({ months: [month('2026-09', [team({ sheet: unpaidSheet() })])] }),
      missing: '考勤',
      wakesOn: null,
    },
  ],
};
