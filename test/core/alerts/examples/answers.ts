import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

type Denial = 'less' | 'nothing' | 'notMe';
const answers = { right: 0, less: 0, nothing: 0, notMe: 0, unanswered: 10 };
const answered = (over: Partial<typeof answers>, of = '2026-09', changed: Parameters<typeof sheet>[0] = {}) =>
  projectFacts({
    months: [
      month(of, [
        team({
          sheet: sheet({ deniedOn: plainDate('2026-10-18'), answers: { ...answers, ...over }, ...changed }),
        }),
      ]),
    ],
  });

/** The three questions about answers are of one make, and so are their examples. */
const examplesOf = (rule: string, denial: Denial, other: Denial): RuleExamples => ({
  rule,
  hits: [
    {
      title: 'two of ten say so, from the day of the newest such answer',
      today: '2026-10-20',
      facts: answered({ [denial]: 2, right: 3, unanswered: 5 }),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-18',
          values: { people: 2, onSheet: 10 },
          says: ['2', '10'],
        },
      ],
      wakesOn: '2027-10-01',
    },
    {
      title: 'one is enough where nobody set another number, though the bank has credited all',
      today: '2026-10-20',
      facts: answered({ [denial]: 1, unanswered: 9 }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-18' }],
    },
    {
      title: 'three where the area asks for three',
      today: '2026-10-20',
      facts: answered({ [denial]: 3, unanswered: 7 }),
      settings: { numbers: { alertDenyingPeople: 3 } },
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-18' }],
    },
    {
      title: 'the last day of the twelfth month after the month worked',
      today: '2026-09-30',
      facts: answered({ [denial]: 1 }, '2025-09'),
      finds: [{ about: 'team:t1:2025-09', since: '2026-10-18' }],
      wakesOn: '2026-10-01',
    },
  ],
  nearMisses: [
    {
      title: 'everybody who answered says it is right',
      today: '2026-10-20',
      facts: answered({ right: 1, unanswered: 9 }),
    },
    {
      title: 'another answer is another question',
      today: '2026-10-20',
      facts: answered({ [other]: 2, unanswered: 8 }),
    },
    {
      title: 'two where the area asks for three',
      today: '2026-10-20',
      facts: answered({ [denial]: 2, unanswered: 8 }),
      settings: { numbers: { alertDenyingPeople: 3 } },
    },
    {
      title: 'nobody, even where an area set the number to nought',
      today: '2026-10-20',
      facts: answered({ right: 2 }),
      settings: { numbers: { alertDenyingPeople: 0 } },
    },
  ],
  noData: [
    {
      title: 'nobody has answered: silence is no consent',
      today: '2026-10-20',
      facts: answered({}),
      missing: '没有工人答复',
    },
    {
      title: 'the payroll was returned, and its successor asks anew',
      today: '2026-10-20',
      facts: answered({ [denial]: 2 }, '2026-09', { isReturned: true }),
      missing: '工资表',
    },
    {
      title: 'the month is too long ago',
      today: '2026-10-01',
      facts: answered({ [denial]: 1 }, '2025-09'),
      missing: '工资表',
      wakesOn: null,
    },
  ],
});

export const answeredLessExamples = examplesOf('answeredLess', 'less', 'nothing');
const ofNothing = examplesOf('answeredNothing', 'nothing', 'notMe');
const early = { deniedOn: plainDate('2026-10-12') };
const unpaid = { ...early, creditedFen: fen(0), credited: 0 };

/** Wages of September are due on Thursday 15 October: that none came before is no contradiction. */
export const answeredNothingExamples: RuleExamples = {
  ...ofNothing,
  hits: [
    ...ofNothing.hits,
    {
      title: 'said before the pay day, and nothing came by then either',
      today: '2026-10-16',
      facts: answered({ nothing: 1 }, '2026-09', unpaid),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16' }],
    },
    {
      title: 'said before the pay day against what the bank says',
      today: '2026-10-12',
      facts: answered({ nothing: 1 }, '2026-09', early),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-12' }],
    },
  ],
  nearMisses: [
    ...ofNothing.nearMisses,
    {
      title: 'nothing has come by the pay day itself, which is not over',
      today: '2026-10-15',
      facts: answered({ nothing: 1 }, '2026-09', unpaid),
      wakesOn: '2026-10-16',
    },
  ],
};
export const answeredNotMeExamples = examplesOf('answeredNotMe', 'notMe', 'less');
