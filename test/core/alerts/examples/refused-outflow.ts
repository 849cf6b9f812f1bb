import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { money } from '../site-facts.ts';

const refused = (...days: string[]) =>
  projectFacts({
    money: money(0, {
      refusedOutflows: days.map((day, index) => ({
        id: `r${index}`,
        on: plainDate(day),
        amountFen: fen(1_000_000),
      })),
    }),
  });

export const refusedOutflowExamples: RuleExamples = {
  rule: 'refusedOutflow',
  hits: [
    {
      title: 'a payment to a supplier, today',
      today: '2026-11-20',
      facts: refused('2026-11-20'),
      finds: [
        {
          about: '',
          since: '2026-11-20',
          values: { attempts: 1, amountFen: 1_000_000 },
          says: ['10,000.00'],
        },
      ],
      wakesOn: '2026-12-20',
    },
    {
      title: 'two of them, the older one on the last day it counts',
      today: '2026-11-30',
      facts: refused('2026-11-20', '2026-11-01', '2026-10-31'),
      finds: [{ about: '', since: '2026-11-01', values: { attempts: 2, lastOn: '2026-11-20' } }],
      wakesOn: '2026-12-01',
    },
    {
      title: 'the second one, where the area has set two',
      today: '2026-11-30',
      facts: refused('2026-11-20', '2026-11-22', '2026-11-25'),
      settings: { numbers: { alertRefusedAttempts: 2 } },
      finds: [{ about: '', since: '2026-11-22', values: { attempts: 3 } }],
    },
  ],
  nearMisses: [
    { title: 'thirty days ago', today: '2026-12-20', facts: refused('2026-11-20'), wakesOn: null },
    { title: 'never', today: '2026-11-20', facts: refused() },
    {
      title: 'none, and the area set no least number',
      today: '2026-11-20',
      facts: refused(),
      settings: { numbers: { alertRefusedAttempts: 0 } },
    },
    {
      title: 'one, where the area has set two',
      today: '2026-11-20',
      facts: refused('2026-11-20'),
      settings: { numbers: { alertRefusedAttempts: 2 } },
    },
    {
      title: 'no account is asked of the contract and none is there',
      today: '2026-11-20',
      facts: projectFacts({ account: { isRequired: false } }),
    },
  ],
  noData: [
    { title: 'no wage account on record', today: '2026-11-20', facts: projectFacts(), missing: '专用账户' },
  ],
};
