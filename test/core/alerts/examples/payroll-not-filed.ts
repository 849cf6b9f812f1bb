import { CONTRACT, month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const september = (over: Parameters<typeof team>[0]) =>
  projectFacts({ months: [month('2026-09', [team(over)])] });

export const payrollNotFiledExamples: RuleExamples = {
  rule: 'payrollNotFiled',
  hits: [
    {
      title: 'twelve people worked in September and the 15th of October has passed without a payroll',
      today: '2026-10-16',
      facts: september({ attendedPeople: 12 }),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-16',
          values: { payOn: '2026-10-15', people: 12 },
          says: ['12', '2026'],
        },
      ],
    },
    {
      title: 'a returned payroll counts as not filed',
      today: '2026-10-16',
      facts: september({ attendedPeople: 10, sheet: sheet({ isReturned: true }) }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', values: { returned: 1 } }],
    },
    {
      title: 'people on site of whom no attendance was recorded are a question too',
      today: '2026-10-16',
      facts: september({}),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', says: [] }],
    },
    {
      title: 'a returned payroll of a team that left needs filing again',
      today: '2026-10-16',
      facts: september({ isOnSite: false, sheet: sheet({ isReturned: true }) }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16' }],
    },
    {
      title: 'a pay day on the National Day holiday was the 30th of September',
      today: '2026-10-01',
      facts: projectFacts({
        months: [
          month('2026-09', [team({ attendedPeople: 3 })], {}, { ...CONTRACT, payDay: 1, payDayIn: 'next' }),
        ],
      }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-01', values: { payOn: '2026-09-30' } }],
    },
    {
      title: 'a pay day in Spring Festival was the make-up Saturday before it',
      today: '2026-02-15',
      facts: projectFacts({
        months: [month('2026-01', [team({ attendedPeople: 3 })], {}, { ...CONTRACT, payDay: 20 })],
      }),
      finds: [{ about: 'team:t1:2026-01', since: '2026-02-15', values: { payOn: '2026-02-14' } }],
    },
    {
      title: 'December is due in January of the next year',
      today: '2026-01-16',
      facts: projectFacts({ months: [month('2025-12', [team({ attendedPeople: 1 })])] }),
      finds: [{ about: 'team:t1:2025-12', since: '2026-01-16' }],
    },
    {
      title: 'each team and each month stands by itself, the oldest first',
      today: '2026-11-16',
      facts: projectFacts({
        months: [
          month('2026-09', [
            team({ attendedPeople: 2 }),
            team({ teamId: 't2', attendedPeople: 4, sheet: sheet() }),
          ]),
          month('2026-10', [
            team({ teamId: 't2', attendedPeople: 4 }),
            team({ teamId: 't1', attendedPeople: 2 }),
          ]),
        ],
      }),
      finds: [
        { about: 'team:t1:2026-09', since: '2026-10-16' },
        { about: 'team:t1:2026-10', since: '2026-11-14' },
        { about: 'team:t2:2026-10', since: '2026-11-14' },
      ],
      wakesOn: null,
    },
  ],
  nearMisses: [
    {
      title: 'on the pay day itself there is still time',
      today: '2026-10-15',
      facts: september({ attendedPeople: 12 }),
      wakesOn: '2026-10-16',
    },
    {
      title: 'a payroll stands',
      today: '2026-10-16',
      facts: september({ attendedPeople: 12, sheet: sheet() }),
      wakesOn: null,
    },
    {
      title: 'the payroll was paid and is deleted by law',
      today: '2026-10-16',
      facts: september({ attendedPeople: 12, isSheetDeleted: true }),
      wakesOn: null,
    },
    {
      title: 'attendance was recorded and nobody was there',
      today: '2026-10-16',
      facts: september({ attendedPeople: 0 }),
    },
    {
      title: 'nobody was on site and nothing is on record',
      today: '2026-10-16',
      facts: september({ isOnSite: false }),
    },
    {
      title: 'a site that stands still asks for no payroll of people who did not work',
      today: '2026-10-16',
      facts: { ...september({}), project: { ...projectFacts().project, state: 'suspended' } },
    },
    {
      title: 'the last day of the month is the pay day in February too',
      today: '2026-02-28',
      facts: projectFacts({
        months: [
          month(
            '2026-02',
            [team({ attendedPeople: 1 })],
            {},
            {
              ...CONTRACT,
              payDay: 31,
              payDayIn: 'current',
            },
          ),
        ],
      }),
      wakesOn: '2026-03-01',
    },
  ],
  noData: [
    {
      title: 'no pay day is agreed',
      today: '2026-12-31',
      facts: withoutContract(),
      missing: '发薪日',
      wakesOn: null,
    },
    { title: 'nothing at all is on record', today: '2026-12-31', facts: projectFacts(), missing: '记录' },
  ],
};

function withoutContract() {
  const { contract: _, ...facts } = projectFacts({
    months: [month('2026-09', [team({ attendedPeople: 12 })], {}, null)],
  });
  return facts;
}
