import assert from 'node:assert/strict';
import { shiftOf } from './run-clock.ts';

const MINUTE = 60_000;
const at = (text: string): number => Date.parse(text);

describe('the clock of a test run', () => {
  const table: [began: string, minutesAhead: number][] = [
    ['2026-11-23T23:39:00+08:00', 0],
    ['2026-11-23T23:41:00+08:00', 19],
    ['2026-12-31T23:59:30+08:00', 0.5],
    ['2027-01-01T00:00:00+08:00', 0],
  ];
  for (const [began, minutes] of table)
    it(`a run begun at ${began} is ${minutes === 0 ? 'on time' : 'set ahead, past midnight by a second'}`, () => {
      assert.equal(shiftOf(at(began), undefined), minutes === 0 ? 0 : minutes * MINUTE + 1000);
    });

  it('begins at TEST_AT, and refuses one that has passed or cannot be read', () => {
    const now = at('2026-11-23T12:00:00+08:00');
    assert.equal(shiftOf(now, '2027-01-01T12:00+08:00'), 39 * 24 * 60 * MINUTE);
    for (const bad of ['2026-11-22T12:00+08:00', 'tomorrow', ''])
      assert.throws(() => shiftOf(now, bad), /TEST_AT must be a moment later than now/);
  });
});
