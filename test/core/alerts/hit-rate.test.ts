import assert from 'node:assert/strict';
import type { AlertLife } from '../../../server/core/alerts/hit-rate.ts';
import { answersByMonth, hitRates } from '../../../server/core/alerts/hit-rate.ts';
import { plainDate as day } from '../../../server/core/kit/plain-date.ts';

const raised = (on: string, over: Partial<AlertLife> = {}): AlertLife => ({
  rule: 'partPaid',
  raisedOn: day(on),
  ...over,
});

describe('how often a rule was right', () => {
  it('counts an alert in the month it was raised and in the month it ended', () => {
    const rows = hitRates([
      raised('2025-12-31', { curedOn: day('2026-01-01'), wasRight: true }),
      raised('2026-01-31', { endedOn: day('2026-01-31'), wasRight: false }),
    ]);
    assert.deepEqual(rows, [
      { rule: 'partPaid', month: '2025-12', raised: 1, cured: 0, judged: 0, right: 0 },
      { rule: 'partPaid', month: '2026-01', raised: 1, cured: 1, judged: 2, right: 1 },
    ]);
  });

  it('does not count one that goes on, nor one that nobody judged, as judged', () => {
    const rows = hitRates([
      raised('2026-01-05', { wasRight: true }),
      raised('2026-01-06', { curedOn: day('2026-01-09') }),
    ]);
    assert.deepEqual(rows, [
      { rule: 'partPaid', month: '2026-01', raised: 2, cured: 1, judged: 0, right: 0 },
    ]);
  });

  it('keeps rules apart and lists by month, then rule', () => {
    const rows = hitRates([
      raised('2026-02-01'),
      raised('2026-01-01', { rule: 'sharedPhone' }),
      raised('2026-01-01'),
      raised('2026-01-02'),
    ]);
    assert.deepEqual(
      rows.map(({ month, rule, raised: count }) => [month, rule, count]),
      [
        ['2026-01', 'partPaid', 2],
        ['2026-01', 'sharedPhone', 1],
        ['2026-02', 'partPaid', 1],
      ],
    );
    assert.deepEqual(hitRates([]), []);
  });
});

describe('how many warnings were answered in time', () => {
  const today = day('2026-11-20');
  it('counts the last day as in time, the day after as late, and waits for those not yet due', () => {
    const rows = answersByMonth(
      [
        { answerBy: day('2026-11-10'), answeredOn: day('2026-11-10') },
        { answerBy: day('2026-11-10'), answeredOn: day('2026-11-11') },
        { answerBy: day('2026-11-19') },
        { answerBy: day('2026-11-20') },
        { answerBy: day('2026-11-25'), answeredOn: day('2026-11-20') },
      ],
      today,
    );
    assert.deepEqual(rows, [{ month: '2026-11', asked: 4, inTime: 2, late: 1, unanswered: 1 }]);
  });

  it('counts each question in the month of its last day, the oldest first', () => {
    const rows = answersByMonth(
      [
        { answerBy: day('2026-11-02'), answeredOn: day('2026-10-30') },
        { answerBy: day('2026-10-31'), answeredOn: day('2026-11-01') },
      ],
      today,
    );
    assert.deepEqual(rows, [
      { month: '2026-10', asked: 1, inTime: 0, late: 1, unanswered: 0 },
      { month: '2026-11', asked: 1, inTime: 1, late: 0, unanswered: 0 },
    ]);
    assert.deepEqual(answersByMonth([], today), []);
  });
});
