import assert from 'node:assert/strict';
import type { CellTone, MoneyStepId } from '../../../server/core/contract/pay-overview.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { MoneyFacts } from '../../../server/core/pay/money-strip.ts';
import { labourCostOfCycle, moneyStrip } from '../../../server/core/pay/money-strip.ts';

const today = plainDate('2026-11-21');
const dueOn = plainDate('2026-10-10');
const payOn = plainDate('2026-11-13');
const all = fen(5_000_000);

const PAID: MoneyFacts = {
  labourCost: { dueOn, dueFen: fen(6_000_000) },
  received: { amountFen: fen(6_000_000), on: plainDate('2026-10-09') },
  teams: { expected: 3, filed: 3, filedOn: plainDate('2026-11-05') },
  payOn,
  netFen: all,
  sent: { amountFen: all, on: plainDate('2026-11-10') },
  credited: { amountFen: all, shortFen: fen(0), on: plainDate('2026-11-12') },
};
const none = { amountFen: fen(0) };
const unsent = { sent: none, credited: { amountFen: fen(0), shortFen: all } };

const N = 'noData';
const G = 'good';
const W = 'waiting';
const L = 'late';
/** What is different, the colours of the five steps, and where it is stuck. */
const STRIPS: readonly [string, Partial<MoneyFacts>, readonly CellTone[], MoneyStepId?][] = [
  ['everything in time', {}, [G, G, G, G, G]],
  ['nothing came in', { received: none }, [G, L, G, G, G], 'labourCostReceived'],
  ['too little came in', { received: { amountFen: fen(1) } }, [G, L, G, G, G], 'labourCostReceived'],
  [
    'nothing came in and the day is ahead',
    { received: none, labourCost: { dueOn: plainDate('2026-12-10') } },
    [G, W, G, G, G],
  ],
  ['one team has not filed', { teams: { expected: 3, filed: 2 } }, [G, G, L, G, G], 'payrollFiled'],
  ['filed, not sent', unsent, [G, G, G, L, L], 'sentToBank'],
  ['filed, not sent, pay day ahead', { ...unsent, payOn: plainDate('2026-11-30') }, [G, G, G, W, W]],
  [
    'one bounced',
    { credited: { amountFen: fen(4_500_000), shortFen: fen(500_000) } },
    [G, G, G, G, L],
    'credited',
  ],
  [
    'one got too much, one nothing: the sum hides it, the strip does not',
    { credited: { amountFen: all, shortFen: fen(500_000) } },
    [G, G, G, G, L],
    'credited',
  ],
  [
    'nobody worked, nothing filed: no data, not paid',
    { teams: { expected: 0, filed: 0 }, netFen: fen(0), sent: none, credited: { ...none, shortFen: fen(0) } },
    [G, G, N, N, N],
  ],
];

describe('the strip that shows where the money is stuck', () => {
  for (const [title, facts, tones, stuckAt] of STRIPS) {
    it(title, () => {
      const strip = moneyStrip({ ...PAID, ...facts }, today);
      assert.deepEqual(
        strip.steps.map(({ tone }) => tone),
        tones,
      );
      assert.equal(strip.stuckAt, stuckAt);
    });
  }

  it('says no data where neither contract nor account is on record', () => {
    const { labourCost: _contract, received: _account, ...rest } = PAID;
    const { steps } = moneyStrip(rest, today);
    assert.deepEqual(
      steps.slice(0, 2).map(({ tone, amountFen }) => [tone, amountFen]),
      [
        ['noData', undefined],
        ['noData', undefined],
      ],
    );
  });

  it('spreads an agreed sum evenly over the months planned, and knows none for a share', () => {
    const planned = { plannedFrom: plainDate('2026-03-15'), plannedUntil: plainDate('2027-01-10') };
    const sum = { labourCostFen: fen(110_000_000), labourCostCycleMonths: 1 };
    assert.equal(
      labourCostOfCycle({ ...planned, ...sum }),
      10_000_000,
      'eleven months from March to January',
    );
    assert.equal(labourCostOfCycle({ ...planned, labourCostCycleMonths: 1 }), undefined);
    const wrong = { plannedFrom: planned.plannedUntil, plannedUntil: planned.plannedFrom };
    assert.equal(labourCostOfCycle({ ...wrong, ...sum }), undefined);
  });
});
