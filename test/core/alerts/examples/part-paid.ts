import { fen } from '../../../../server/core/kit/money.ts';
import { CONTRACT, month, projectFacts, sheet, team, unpaidSheet } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const partly = sheet({ creditedFen: fen(4_000_000), shortFen: fen(1_000_000), credited: 8, bounced: 2 });
const september = (filed: Parameters<typeof team>[0]) =>
  projectFacts({ months: [month('2026-09', [team(filed)])] });
const { contract: _, ...withoutContract } = projectFacts();

export const partPaidExamples: RuleExamples = {
  rule: 'partPaid',
  hits: [
    {
      title: 'two of ten lack 10,000 yuan after the pay day, their payments sent back',
      today: '2026-10-16',
      facts: september({ sheet: partly }),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-16',
          values: { shortFen: 1_000_000, creditedFen: 4_000_000, people: 2, bounced: 2 },
          says: ['10,000.00', '40,000.00', '2'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'one person’s surplus pays nobody else',
      today: '2026-10-16',
      facts: september({
        sheet: sheet({ creditedFen: fen(5_200_000), shortFen: fen(30_000), credited: 9 }),
      }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', says: ['300.00'] }],
    },
    {
      title: 'one fen is missing in a short month whose pay day is its last',
      today: '2026-03-01',
      facts: projectFacts({
        months: [
          month(
            '2026-02',
            [team({ sheet: sheet({ creditedFen: fen(4_999_999), shortFen: fen(1), credited: 9 }) })],
            {},
            { ...CONTRACT, payDay: 31, payDayIn: 'current' },
          ),
        ],
      }),
      finds: [{ about: 'team:t1:2026-02', since: '2026-03-01', values: { payOn: '2026-02-28' } }],
    },
  ],
  nearMisses: [
    {
      title: 'on the pay day itself there is still time',
      today: '2026-10-15',
      facts: september({ sheet: partly }),
      wakesOn: '2026-10-16',
    },
    { title: 'everybody has all of it', today: '2026-10-16', facts: september({ sheet: sheet() }) },
    {
      title: 'nobody has anything, which is another question',
      today: '2026-10-16',
      facts: september({ sheet: unpaidSheet() }),
    },
  ],
  noData: [
    {
      title: 'no pay day is agreed',
      today: '2026-12-31',
      facts: { ...withoutContract, months: [month('2026-09', [team({ sheet: partly })], {}, null)] },
      missing: '发薪日',
    },
    { title: 'no payroll was filed', today: '2026-12-31', facts: september({}), missing: '工资表' },
  ],
};
