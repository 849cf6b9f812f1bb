import type { MonthFacts, ProjectFacts } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { month, projectFacts, sheet, team, unpaidSheet } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, money, withoutContract } from '../site-facts.ts';

/** Three months of 50,000 yuan, all paid; wages are due on the 15th of the next month. */
const paid: MonthFacts[] = ['2026-07', '2026-08', '2026-09'].map((of) =>
  month(of, [team({ sheet: sheet() })]),
);
const facts = (balanceFen: number, over: Partial<ProjectFacts> = {}): ProjectFacts =>
  projectFacts({ months: paid, money: money(balanceFen), ...over });
const today = '2026-11-01';

export const runwayShortExamples: RuleExamples = {
  rule: 'runwayShort',
  hits: [
    {
      title: 'one fen too little for the wages of October, due before a Sunday',
      today,
      facts: facts(4_999_999),
      finds: [
        {
          about: '',
          since: '2026-10-14',
          values: { runsDryOn: '2026-11-13', shortFen: 1, balanceFen: 4_999_999 },
          says: ['49,999.99', '0.01'],
        },
      ],
    },
    {
      title: 'it has been so since the last movement of the account',
      today,
      facts: facts(0, { freshness: { money: plainDate('2026-10-28') } }),
      finds: [{ about: '', since: '2026-10-28', values: { shortFen: 5_000_000 } }],
    },
    {
      title: 'the second pay day comes into the time looked ahead',
      today: '2026-11-15',
      facts: facts(5_000_000, {
        months: [...paid, month('2026-10', [team({ sheet: unpaidSheet() })])],
      }),
      finds: [{ about: '', since: '2026-11-15', values: { runsDryOn: '2026-12-15', shortFen: 5_000_000 } }],
    },
    {
      title: 'wages past their pay day that the balance does not cover',
      today,
      facts: facts(4_000_000, {
        months: [month('2026-08', [team({ sheet: unpaidSheet() })])],
        ...inState('finished'),
      }),
      finds: [{ about: '', since: '2026-08-16', values: { runsDryOn: '2026-09-15', shortFen: 1_000_000 } }],
    },
  ],
  nearMisses: [
    {
      title: 'the works are finished and the account is closed: nobody asks what it holds',
      today,
      facts: facts(0, {
        account: { openedOn: plainDate('2026-01-20'), closedOn: plainDate('2026-10-20') },
        ...inState('finished'),
      }),
    },
    {
      title: 'the balance covers October to the fen; December is too far ahead',
      today,
      facts: facts(5_000_000),
      // After its pay day an unfiled October is not guessed and December is covered: nothing new until the month turns.
      wakesOn: '2026-12-01',
    },
    {
      title: 'the labour cost comes in on the pay day itself',
      today,
      facts: facts(0, {
        months: [
          ...paid,
          month('2026-11', [], {
            labourCost: { dueOn: plainDate('2026-11-13'), dueFen: fen(6_000_000), receivedFen: fen(0) },
          }),
        ],
      }),
    },
    {
      title: 'suspended works without unpaid wages ask for no money',
      today,
      facts: facts(0, { ...inState('suspended') }),
    },
    {
      title: 'no account is asked of the contract and none is there',
      today,
      facts: projectFacts({ months: paid, account: { isRequired: false } }),
    },
  ],
  noData: [
    { title: 'no wage account on record', today, facts: projectFacts({ months: paid }), missing: '专用账户' },
    { title: 'no payroll yet', today, facts: projectFacts({ money: money(1) }), missing: '工资表' },
    {
      title: 'no agreed pay day',
      today,
      facts: withoutContract(facts(1, { months: [month('2026-09', [team({ sheet: sheet() })], {}, null)] })),
      missing: '发薪日',
    },
  ],
};
