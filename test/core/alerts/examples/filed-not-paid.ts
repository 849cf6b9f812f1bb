import { fen } from '../../../../server/core/kit/money.ts';
import { CONTRACT, month, projectFacts, sheet, team, unpaidSheet } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const september = (filed: Parameters<typeof team>[0]) =>
  projectFacts({ months: [month('2026-09', [team(filed)])] });
const { contract: _, ...withoutContract } = projectFacts();

export const filedNotPaidExamples: RuleExamples = {
  rule: 'filedNotPaid',
  hits: [
    {
      title: 'the pay day has passed and no bank credit is on record',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet() }),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-16',
          values: { shortFen: 5_000_000, people: 10, payOn: '2026-10-15', sentFen: 0 },
          says: ['50,000.00', '10'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'what was sent to the bank and not credited is not paid',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet({ sentFen: fen(4_000_000) }) }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', says: ['40,000.00'] }],
    },
    {
      title: 'a single fen is owed too',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet({ netFen: fen(1), shortFen: fen(1) }) }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', says: ['0.01'] }],
    },
    {
      title: 'wages of December whose pay day is a Saturday in January were due on the Friday',
      today: '2027-01-16',
      facts: projectFacts({
        months: [month('2026-12', [team({ sheet: unpaidSheet() })], {}, { ...CONTRACT, payDay: 16 })],
      }),
      finds: [{ about: 'team:t1:2026-12', since: '2027-01-16', values: { payOn: '2027-01-15' } }],
    },
  ],
  nearMisses: [
    {
      title: 'on the pay day itself there is still time',
      today: '2026-10-15',
      facts: september({ sheet: unpaidSheet() }),
      wakesOn: '2026-10-16',
    },
    { title: 'everybody was credited', today: '2026-10-16', facts: september({ sheet: sheet() }) },
    {
      title: 'a part was credited, which is another question',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet({ creditedFen: fen(1), shortFen: fen(4_999_999) }) }),
    },
    {
      title: 'nothing is owed where advances took up all wages',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet({ netFen: fen(0), shortFen: fen(0) }) }),
    },
    {
      title: 'of two teams the one whose payroll was returned is not asked for payment',
      today: '2026-10-16',
      facts: projectFacts({
        months: [
          month('2026-09', [
            team({ sheet: sheet() }),
            team({ teamId: 't2', sheet: unpaidSheet({ isReturned: true }) }),
          ]),
        ],
      }),
    },
  ],
  noData: [
    {
      title: 'no pay day is agreed',
      today: '2026-12-31',
      facts: { ...withoutContract, months: [month('2026-09', [team({ sheet: unpaidSheet() })], {}, null)] },
      missing: '发薪日',
      wakesOn: null,
    },
    {
      title: 'no payroll was filed',
      today: '2026-12-31',
      facts: september({ attendedPeople: 5 }),
      missing: '工资表',
    },
    {
      title: 'the only payroll was returned',
      today: '2026-12-31',
      facts: september({ sheet: unpaidSheet({ isReturned: true }) }),
      missing: '退回',
    },
  ],
};
