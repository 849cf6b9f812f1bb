import assert from 'node:assert/strict';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import type { PaidMonth } from '../../../server/core/pay/checklist-pay.ts';
import { payFacts } from '../../../server/core/pay/checklist-pay.ts';

const TODAY = plainDate('2026-11-20');

/** September's wages: due on the 15th of October, two teams, 10,000 yuan, all paid. */
const paid: PaidMonth = {
  month: payMonth('2026-09'),
  payOn: plainDate('2026-10-15'),
  teams: { expected: 2, filed: 2 },
  netFen: fen(1_000_000),
  sentFen: fen(1_000_000),
  shortFen: fen(0),
};
const next = { month: payMonth('2026-10'), payOn: plainDate('2026-11-13') };

describe('wages in the inspection checklist', () => {
  const cases: [title: string, months: PaidMonth[], wages: string | undefined, direct: string | undefined][] =
    [
      ['no month at all', [], undefined, undefined],
      [
        'a month nobody worked or filed',
        [{ ...paid, teams: { expected: 0, filed: 0 } }],
        undefined,
        undefined,
      ],
      [
        'an unpaid month without an agreed pay day',
        [
          {
            month: paid.month,
            teams: paid.teams,
            netFen: paid.netFen,
            sentFen: fen(0),
            shortFen: paid.netFen,
          },
        ],
        undefined,
        undefined,
      ],
      ['the pay day itself', [{ ...paid, shortFen: fen(1), payOn: TODAY }], undefined, undefined],
      [
        'the day after it',
        [{ ...paid, shortFen: fen(1), payOn: plainDate('2026-11-19') }],
        'overdue',
        'done',
      ],
      ['all paid', [paid], 'done', 'done'],
      [
        'a team with attendance and no sheet',
        [{ ...paid, teams: { expected: 3, filed: 2 } }],
        'overdue',
        'done',
      ],
      [
        'nothing filed at all',
        [{ ...paid, teams: { expected: 1, filed: 0 }, netFen: fen(0), sentFen: fen(0) }],
        'overdue',
        undefined,
      ],
      [
        'paid, but not through the account',
        [{ ...paid, sentFen: fen(0), shortFen: fen(0) }],
        'done',
        'overdue',
      ],
    ];
  for (const [title, months, wages, direct] of cases) {
    it(`${title}: wages ${wages ?? 'unknown'}, paid through the account ${direct ?? 'unknown'}`, () => {
      const { wagePayment, gcDirectPay } = payFacts(months, TODAY);
      assert.equal(wagePayment?.state, wages);
      assert.equal(gcDirectPay?.state, direct);
    });
  }

  it('names the months, what is missing and the first day it was due', () => {
    const { wagePayment } = payFacts(
      [
        { ...paid, shortFen: fen(120_000) },
        { ...paid, ...next, shortFen: fen(5) },
      ],
      TODAY,
    );
    assert.equal(wagePayment?.dueOn, '2026-10-15');
    assert.match(wagePayment.zh, /2026-09, 2026-10.*1,200\.05/u);
    const unfiled = payFacts([{ ...paid, teams: { expected: 3, filed: 2 } }], TODAY).wagePayment;
    assert.equal(unfiled?.zh, '2026-09 未发清：有班组未报工资表');
  });
});
