import assert from 'node:assert/strict';
import { fen } from '../../server/core/kit/money.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { lateFine, thresholdOn } from '../../server/core/law/thresholds.ts';

const TODAY = plainDate('2026-11-21');

describe('national figures', () => {
  it('change on the day the notice changed them', () => {
    assert.equal(thresholdOn('workingDaysPerMonth', plainDate('2024-12-31')), 2083);
    assert.equal(thresholdOn('workingDaysPerMonth', plainDate('2025-01-01')), 2067);
    assert.equal(thresholdOn('payDaysPerMonth', TODAY), 2175);
  });

  it('are unknown, not guessed, before the first day they are known for', () => {
    assert.equal(thresholdOn('fineForOwner', plainDate('2020-04-30')), null);
    assert.deepEqual(thresholdOn('fineForOwner', plainDate('2020-05-01')), {
      from: 5_000_000,
      to: 10_000_000,
    });
  });

  it('hold shares in basis points and amounts in fen', () => {
    assert.equal(thresholdOn('damageDeduction', TODAY), 2_000);
    assert.deepEqual(thresholdOn('additionalCompensation', TODAY), { from: 5_000, to: 10_000 });
    assert.deepEqual(thresholdOn('crimeOneWorkerAmount', TODAY), { from: 500_000, to: 2_000_000 });
    assert.deepEqual(thresholdOn('crimeGroupAmount', TODAY), { from: 3_000_000, to: 10_000_000 });
    assert.equal(thresholdOn('bondExemptBelow', TODAY), 300_000_000);
    assert.deepEqual(
      (['overtimeOnWorkingDay', 'overtimeOnRestDay', 'overtimeOnHoliday'] as const).map((id) =>
        thresholdOn(id, TODAY),
      ),
      [15_000, 20_000, 30_000],
    );
  });

  it('a late fine grows three per cent a day and never past the fine itself', () => {
    const fine = fen(5_000_000);
    assert.equal(lateFine(fine, 0, TODAY), 0);
    assert.equal(lateFine(fine, -3, TODAY), 0);
    assert.equal(lateFine(fine, 1, TODAY), 150_000);
    assert.equal(lateFine(fine, 33, TODAY), 4_950_000);
    assert.equal(lateFine(fine, 34, TODAY), 5_000_000);
    assert.equal(lateFine(fine, 4000, TODAY), 5_000_000);
  });
});
