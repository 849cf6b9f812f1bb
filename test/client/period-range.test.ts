import assert from 'node:assert/strict';
import { quickRange, type QuickRange } from '../../client/src/format/period-range.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';

describe('the usual periods of a report', () => {
  const table: [name: QuickRange, today: string, from: string, to: string][] = [
    ['thisMonth', '2026-11-22', '2026-11-01', '2026-11-22'],
    ['thisMonth', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['thisQuarter', '2026-11-22', '2026-10-01', '2026-11-22'],
    ['thisQuarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['thisQuarter', '2026-04-01', '2026-04-01', '2026-04-01'],
    ['yearToDate', '2026-11-22', '2026-01-01', '2026-11-22'],
    ['spring2020', '2026-11-22', '2020-01-01', '2020-04-30'],
  ];
  for (const [name, today, from, to] of table) {
    it(`${name} on ${today} is ${from} to ${to}`, () => {
      assert.deepEqual(quickRange(name, plainDate(today)), { from, to });
    });
  }
});
