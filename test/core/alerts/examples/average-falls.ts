import { fen } from '../../../../server/core/kit/money.ts';
import { month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

/** Each month: gross yuan, people, and hundredths of days where attendance is on record. */
type Paid = [of: string, yuan: number, people: number, hundredths?: number];
const paid = (...months: Paid[]) =>
  projectFacts({
    months: months.map(([of, yuan, people, attendedHundredths]) =>
      month(of, [
        team({
          ...(attendedHundredths === undefined ? {} : { attendedHundredths }),
          sheet: sheet({ grossFen: fen(yuan * 100), people }),
        }),
      ]),
    ),
  });
const before: Paid[] = [
  ['2026-06', 50_000, 10],
  ['2026-07', 50_000, 10],
  ['2026-08', 50_000, 10],
];

export const averageFallsExamples: RuleExamples = {
  rule: 'averageFalls',
  hits: [
    {
      title: 'from 5,000 to 3,000 a person after three even months',
      today: '2026-10-06',
      facts: paid(...before, ['2026-09', 30_000, 10]),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-05',
          values: {
            averageFen: 300_000,
            beforeFen: 500_000,
            fallBasisPoints: 4000,
            months: 3,
            basis: 'person',
          },
          says: ['3,000.00', '5,000.00', '40%'],
        },
      ],
      wakesOn: '2027-08-01',
    },
    {
      title: 'by the day worked where attendance is on record: more days hide no lower pay',
      today: '2026-10-06',
      facts: paid(['2026-08', 50_000, 10, 20_000], ['2026-09', 50_000, 10, 30_000]),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-05',
          // 250 yuan a day, then 166.67.
          values: { averageFen: 16_667, beforeFen: 25_000, fallBasisPoints: 3333, basis: 'day' },
        },
      ],
    },
    {
      title: 'a yuan beyond the limit over the turn of the year',
      today: '2026-02-10',
      facts: paid(['2025-12', 10_000, 1], ['2026-01', 6999, 1]),
      finds: [{ about: 'team:t1:2026-01', since: '2026-10-05', values: { fallBasisPoints: 3001 } }],
    },
    {
      title: 'a smaller fall where the area asks for less',
      today: '2026-10-06',
      facts: paid(...before, ['2026-09', 44_000, 10]),
      settings: { numbers: { alertAverageFallShare: 1000 } },
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-05', values: { fallBasisPoints: 1200 } }],
    },
  ],
  nearMisses: [
    {
      title: 'exactly three tenths are not more than three tenths',
      today: '2026-10-06',
      facts: paid(...before, ['2026-09', 35_000, 10]),
    },
    {
      title: 'half the wages for half the people',
      today: '2026-10-06',
      facts: paid(...before, ['2026-09', 25_000, 5]),
    },
    {
      title: 'half the wages for half the days of a short month',
      today: '2026-03-06',
      facts: paid(['2026-01', 50_000, 10, 26_000], ['2026-02', 25_000, 10, 13_000]),
    },
    { title: 'wages rise', today: '2026-10-06', facts: paid(...before, ['2026-09', 90_000, 10]) },
    {
      title: 'another team’s wages are not compared with this one’s',
      today: '2026-10-06',
      facts: projectFacts({
        months: [
          month('2026-08', [team({ sheet: sheet() }), team({ teamId: 't2', sheet: sheet() })]),
          month('2026-09', [
            team({ teamId: 't2', sheet: sheet() }),
            team({ teamId: 't3', sheet: sheet({ grossFen: fen(100) }) }),
          ]),
        ],
      }),
    },
  ],
  noData: [
    {
      title: 'there is one payroll only',
      today: '2026-10-06',
      facts: paid(['2026-09', 1, 10]),
      missing: '比较',
      wakesOn: null,
    },
    {
      title: 'the payroll before is more than three months older',
      today: '2026-10-06',
      facts: paid(['2026-05', 50_000, 10], ['2026-09', 1000, 10]),
      missing: '比较',
    },
    { title: 'no payroll is on record', today: '2026-10-06', facts: projectFacts(), missing: '比较' },
  ],
};
