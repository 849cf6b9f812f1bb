import assert from 'node:assert/strict';
import { ladderOf, stepReached, SUGGESTED_LADDER } from '../../../server/core/alerts/ladder.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

const days = (since: string, today: string, ladder?: readonly [number, number, number, number]): string[] =>
  ladderOf(plainDate(since), ladder === undefined ? {} : { ladder }, plainDate(today)).map(
    ({ step, dueOn, reached }) => `${step} ${dueOn}${reached ? ' reached' : ''}`,
  );

describe('the ladder of the pay day', () => {
  it('counts calendar days from the agreed pay day, which is not counted itself', () => {
    assert.deepEqual(days('2026-10-16', '2026-10-16'), [
      'payDay 2026-10-15 reached',
      'remind 2026-10-25',
      'urge 2026-10-30',
      'order 2026-11-04',
    ]);
  });

  it('has reached nothing while the pay day lasts', () => {
    assert.deepEqual(
      days('2026-10-16', '2026-10-15').filter((step) => step.endsWith('reached')),
      [],
    );
  });

  const reached: [today: string, step: string | undefined][] = [
    ['2026-10-15', undefined],
    ['2026-10-16', 'payDay'],
    ['2026-10-24', 'payDay'],
    ['2026-10-25', 'remind'],
    ['2026-10-29', 'remind'],
    ['2026-10-30', 'urge'],
    ['2026-11-03', 'urge'],
    ['2026-11-04', 'order'],
    ['2027-10-15', 'order'],
  ];
  for (const [today, step] of reached)
    it(`stands at ${step ?? 'no step'} on ${today} for a pay day of 2026-10-15`, () => {
      assert.equal(stepReached(ladderOf(plainDate('2026-10-16'), {}, plainDate(today))), step);
    });

  it('crosses the end of February and of the year, and stays on days off', () => {
    assert.deepEqual(
      days('2028-02-20', '2028-02-20').map((step) => step.split(' ')[1]),
      ['2028-02-19', '2028-02-29', '2028-03-05', '2028-03-10'],
    );
    // The 1st of January is a day off; a step of ours does not move for it.
    assert.equal(days('2025-12-23', '2025-12-23')[1], 'remind 2026-01-01');
  });

  it('has the steps the area set', () => {
    assert.deepEqual(
      days('2026-10-16', '2026-10-18', [1, 3, 5, 7]).map((step) => step.split(' ').slice(1).join(' ')),
      ['2026-10-16 reached', '2026-10-18 reached', '2026-10-20', '2026-10-22'],
    );
    assert.deepEqual([...SUGGESTED_LADDER], [0, 10, 15, 20]);
  });
});
