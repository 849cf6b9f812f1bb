import type { MonthFacts, ProjectFacts } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { CONTRACT, month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, money, withoutContract } from '../site-facts.ts';

/** 100,000 yuan agreed for the 25th of each month. */
const cost = (of: string, receivedFen: number, dueFen: number | null = 10_000_000): MonthFacts =>
  month(of, [], {
    labourCost: {
      dueOn: plainDate(`${of}-25`),
      ...(dueFen === null ? {} : { dueFen: fen(dueFen) }),
      receivedFen: fen(receivedFen),
    },
  });
const facts = (months: MonthFacts[], over: Partial<ProjectFacts> = {}): ProjectFacts =>
  projectFacts({ months, money: money(0), ...over });

export const labourCostNotReceivedExamples: RuleExamples = {
  rule: 'labourCostNotReceived',
  hits: [
    {
      title: 'nothing of the labour cost due on the 25th of October has come by the 31st',
      today: '2026-10-31',
      facts: facts([cost('2026-10', 0)]),
      finds: [
        {
          about: '2026-10',
          since: '2026-10-26',
          values: { dueFen: 10_000_000, receivedFen: 0, dueOn: '2026-10-25' },
          says: ['100,000.00'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'one fen is lacking',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 9_999_999)]),
      finds: [{ about: '2026-10', since: '2026-10-26', says: ['99,999.99', '100,000.00'] }],
    },
    {
      title: 'what came in October settles September first, so that October lacks half',
      today: '2026-11-20',
      facts: facts([cost('2026-09', 0), cost('2026-10', 15_000_000)]),
      finds: [{ about: '2026-10', since: '2026-10-26', values: { receivedFen: 5_000_000 } }],
    },
    {
      title: 'a share of the progress: nothing has come since it fell due',
      today: '2026-11-20',
      facts: facts([cost('2026-09', 500, null), cost('2026-10', 0, null)]),
      finds: [{ about: '2026-10', since: '2026-10-26', values: { receivedFen: 0 } }],
    },
    {
      title: 'a suspended site on which somebody worked that month',
      today: '2026-11-20',
      facts: facts([{ ...cost('2026-10', 0), teams: [team({ sheet: sheet() })] }], {
        ...inState('suspended'),
      }),
      finds: [{ about: '2026-10', since: '2026-10-26' }],
    },
    {
      title: 'December, due before the turn of the year',
      today: '2026-01-01',
      facts: facts([cost('2025-12', 0)]),
      finds: [{ about: '2025-12', since: '2025-12-26' }],
    },
  ],
  nearMisses: [
    {
      title: 'the last day on which the bank’s record is awaited',
      today: '2026-10-30',
      facts: facts([cost('2026-10', 0)]),
      wakesOn: '2026-10-31',
    },
    { title: 'all of it has come', today: '2026-11-20', facts: facts([cost('2026-10', 10_000_000)]) },
    {
      title: 'September came late, in October, and October too',
      today: '2026-11-20',
      facts: facts([cost('2026-09', 0), cost('2026-10', 20_000_000)]),
    },
    {
      title: 'two months paid at once in advance',
      today: '2026-11-20',
      facts: facts([cost('2026-09', 20_000_000), cost('2026-10', 0)]),
    },
    {
      title: 'enough of it, where the area has set a share',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 9_500_000)]),
      settings: { numbers: { alertLabourCostShare: 9_500 } },
    },
    {
      title: 'a share of the progress came a month late',
      today: '2026-11-20',
      facts: facts([cost('2026-09', 0, null), cost('2026-10', 500, null)]),
    },
    {
      title: 'due before the works began',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 0)], {
        project: { ...projectFacts().project, startedOn: plainDate('2026-10-26') },
      }),
    },
    {
      title: 'a month after the end planned, when a fixed sum is used up',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 0)], {
        contract: { ...CONTRACT, plannedUntil: plainDate('2026-09-30') },
      }),
    },
    {
      title: 'finished works',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 0)], { ...inState('finished') }),
    },
    {
      title: 'a suspended site on which nobody worked',
      today: '2026-11-20',
      facts: facts([cost('2026-10', 0)], { ...inState('suspended') }),
    },
    {
      title: 'no account is asked of the contract and none is there',
      today: '2026-11-20',
      facts: projectFacts({ months: [cost('2026-10', 0)], account: { isRequired: false } }),
    },
  ],
  noData: [
    {
      title: 'no wage account on record: nobody sees what comes in',
      today: '2026-11-20',
      facts: projectFacts({ months: [cost('2026-10', 0)] }),
      missing: '专用账户',
    },
    {
      title: 'no contract on record',
      today: '2026-11-20',
      facts: withoutContract(projectFacts({ money: money(0) })),
      missing: '施工合同',
    },
  ],
};
