import assert from 'node:assert/strict';
import { hourOfDay, tellUntil } from '../seeds/hour-of-day.ts';
import { plainDate } from '../server/core/kit/plain-date.ts';

describe('the hours the demo tells of', () => {
  const table: [laid: string, day: string, hour: number, told: string][] = [
    ['2027-01-01T00:05+08:00', '2027-01-01', 9, '2027-01-01T00:05+08:00'],
    ['2027-01-01T00:05+08:00', '2026-12-31', 9, '2026-12-31T09:00+08:00'],
    ['2027-01-01T10:30+08:00', '2027-01-01', 9, '2027-01-01T09:00+08:00'],
    ['2027-01-01T10:30+08:00', '2027-01-01', 14, '2027-01-01T10:30+08:00'],
    ['2027-01-01T10:30+08:00', '2027-01-02', 14, '2027-01-02T14:00+08:00'],
  ];
  for (const [laid, day, hour, told] of table)
    it(`laid at ${laid}, ${hour} o’clock of ${day} is ${told}`, () => {
      tellUntil(new Date(laid));
      assert.equal(hourOfDay(plainDate(day), hour).getTime(), Date.parse(told));
    });
});
