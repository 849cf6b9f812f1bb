import assert from 'node:assert/strict';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { laterData } from '../../../server/features/alerts/later-data.ts';
import { month, projectFacts, sheet, team } from '../../core/alerts/project-facts.ts';

const DAY = plainDate('2026-11-16');
const filed = (notices: Record<string, number>) => [team({ sheet: sheet({ notices }) })];

describe('what is said to have come after a past day', () => {
  it('names the month of a payroll whose problems were counted anew, and no other', () => {
    const then = projectFacts({ months: [month('2026-09', filed({ 'pay.minimumWage': 2 }))] });
    const now = projectFacts({ months: [month('2026-09', filed({ 'pay.minimumWage': 3 }))] });
    assert.deepEqual(laterData(then, then, DAY), []);
    const [said, ...others] = laterData(then, now, DAY);
    assert.match(said?.zh ?? '', /2026-09/u);
    assert.deepEqual(others, []);
  });

  it('does not take it for news that a payroll was deleted by law, of other teams it does', () => {
    const other = { teamId: 't2', sheet: sheet({ id: 's2' }) };
    const then = projectFacts({ months: [month('2026-09', [...filed({}), team(other)])] });
    const now = (attendedPeople?: number) => {
      const theirs = attendedPeople === undefined ? other : { ...other, attendedPeople };
      return projectFacts({ months: [month('2026-09', [team({ isSheetDeleted: true }), team(theirs)])] });
    };
    assert.deepEqual(laterData(then, now(), DAY), []);
    assert.equal(laterData(then, now(4), DAY).length, 1);
  });

  it('does not take it for news that the payrolls of older months are no longer looked at', () => {
    const of = (creditedFen: number) =>
      projectFacts({
        months: [month('2025-10', filed({}), { creditedInMonthFen: fen(creditedFen) })],
      });
    assert.deepEqual(laterData(of(9_000_000), of(5_000_000), DAY), []);
  });
});
