import { month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const filed = (notices: Record<string, number>, of = '2026-09', isReturned = false) =>
  projectFacts({ months: [month(of, [team({ sheet: sheet({ notices, isReturned }) })])] });

/** What the checks of a payroll let through, counted over those that belong to the question. */
const examplesOf = (rule: string, checks: readonly [string, ...string[]], other: string): RuleExamples => ({
  rule,
  hits: [
    {
      title: 'problems were let through when the payroll was filed',
      today: '2026-10-06',
      facts: filed(Object.fromEntries(checks.map((check) => [check, 2]))),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-05',
          values: { problems: 2 * checks.length, people: 10 },
          says: [String(2 * checks.length), '2026'],
        },
      ],
      wakesOn: '2027-10-01',
    },
    ...checks.map((check) => ({
      title: `a single one of ${check}`,
      today: '2026-10-06',
      facts: filed({ [check]: 1, [other]: 7 }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-05', values: { problems: 1 } }],
    })),
    {
      title: 'the last day on which the month is looked at',
      today: '2026-12-31',
      facts: filed({ [checks[0]]: 1 }, '2025-12'),
      finds: [{ about: 'team:t1:2025-12', since: '2026-10-05' }],
      wakesOn: '2027-01-01',
    },
  ],
  nearMisses: [
    { title: 'the payroll had no problem', today: '2026-10-06', facts: filed({}) },
    { title: 'its problems are of another kind', today: '2026-10-06', facts: filed({ [other]: 3 }) },
  ],
  noData: [
    { title: 'no payroll is on record', today: '2026-10-06', facts: projectFacts(), missing: '工资表' },
    {
      title: 'the payroll was returned',
      today: '2026-10-06',
      facts: filed({ [checks[0]]: 1 }, '2026-09', true),
      missing: '退回',
    },
    {
      title: 'the month is too long ago',
      today: '2027-01-01',
      facts: filed({ [checks[0]]: 1 }, '2025-12'),
      missing: '工资表',
      wakesOn: null,
    },
  ],
});

export const wrongArithmeticExamples = examplesOf(
  'wrongArithmetic',
  ['gross.arithmetic', 'net.arithmetic'],
  'wage.belowMinimum',
);
export const deductionOverLimitExamples = examplesOf(
  'deductionOverLimit',
  ['deduction.damageShare', 'deduction.damageRemainder'],
  'deduction.noGround',
);

const minimum = examplesOf('belowMinimumWage', ['wage.belowMinimum'], 'net.arithmetic');
export const belowMinimumWageExamples: RuleExamples = {
  ...minimum,
  nearMisses: [
    ...minimum.nearMisses,
    {
      title: 'of two payrolls one was compared and holds',
      today: '2026-10-06',
      facts: projectFacts({
        months: [
          month('2026-09', [
            team({ sheet: sheet() }),
            team({ teamId: 't2', sheet: sheet({ notices: { 'minimumWage.notSet': 1 } }) }),
          ]),
        ],
      }),
    },
  ],
  noData: [
    ...minimum.noData,
    {
      title: 'the area had set no minimum wage, so nothing was compared',
      today: '2026-10-06',
      facts: filed({ 'minimumWage.notSet': 1 }),
      missing: '最低工资',
    },
  ],
};
