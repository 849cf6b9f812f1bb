import assert from 'node:assert/strict';
import { groupSums, pointsText, readingText } from '../../../server/core/assessment/assessment-paper.ts';
import type { Criterion, GradeRule } from '../../../server/core/assessment/criteria.ts';
import { gradeOf, scoreOf } from '../../../server/core/assessment/criteria.ts';
import { EXAMPLE_CRITERIA } from '../../../server/core/assessment/example-criteria.ts';
import type { AssessmentRow } from '../../../server/core/contract/assessment.ts';
import { CRITERION_FIGURES } from '../../../server/core/reports/assessment-figures.ts';

describe('the yearly assessment sheet', () => {
  const rate = { points: 10, zeroAt: 8000, fullAt: 10_000 };
  const few = { points: 10, zeroAt: 2, fullAt: 0 };
  const table: [
    says: string,
    by: Parameters<typeof scoreOf>[0],
    value: number | null,
    tenths: number | null,
  ][] = [
    ['all of it', rate, 10_000, 100],
    ['half-way between the thresholds', rate, 9000, 50],
    ['a hair below a tenth', rate, 9019, 50],
    ['at the threshold of nothing', rate, 8000, 0],
    ['below it', rate, 100, 0],
    ['more than all', rate, 12_000, 100],
    ['fewer is better: none', few, 0, 100],
    ['fewer is better: one', few, 1, 50],
    ['fewer is better: many', few, 9, 0],
    ['no data: neither nothing nor all', rate, null, null],
    ['no thresholds', { points: 10 }, 9000, null],
  ];
  for (const [says, by, value, tenths] of table)
    it(`gives points for ${says}`, () => assert.equal(scoreOf(by, value), tenths));

  it('grades by the thresholds of the area alone, and by its incidents where they are counted by that size', () => {
    const rule: GradeRule = { aFrom: 90, cBelow: 70, cIncidents: { atLeast: 50, count: 2 } };
    const big = (count: number, atLeast = 50) => [{ atLeast, count }];
    const grade = (tenths: number, sizes: { atLeast: number; count: number }[] = []) =>
      gradeOf(tenths, rule, sizes).grade;
    assert.deepEqual(
      [900, 899, 700, 699].map((tenths) => grade(tenths)),
      ['A', 'B', 'B', 'C'],
    );
    assert.deepEqual([grade(950, big(1)), grade(950, big(2)), grade(950, big(9, 30))], ['A', 'C', 'A']);
    assert.equal(gradeOf(950, rule, big(2)).byIncidents, true);
  });

  it('has an example of a hundred points, each line with its own id and a figure that exists', () => {
    const sum = EXAMPLE_CRITERIA.reduce((all, { points }) => all + points, 0);
    assert.equal(sum, 100);
    assert.equal(new Set(EXAMPLE_CRITERIA.map(({ id }) => id)).size, EXAMPLE_CRITERIA.length);
    for (const { figure } of EXAMPLE_CRITERIA)
      if (figure !== undefined) assert.ok(CRITERION_FIGURES.has(figure), figure);
  });

  it('sums its groups in order and tells what is missing by a dash', () => {
    const row = (criterion: Criterion, scoreTenths: number | null): AssessmentRow => ({
      ...{ ...criterion, scoreTenths, basis: 'own' as const },
      answer: { criterionId: criterion.id, words: '', files: [], version: 0 },
    });
    const of = (id: string, group: Criterion['group'], points: number): Criterion => ({
      ...{ id, group, points, words: id },
    });
    const sums = groupSums([
      row(of('c', 'results', 30), 255),
      row(of('a', 'organisation', 20), 180),
      row(of('b', 'organisation', 10), null),
    ]);
    assert.deepEqual(
      sums.map(({ group, points, scoreTenths }) => [group, points, pointsText(scoreTenths)]),
      [
        ['organisation', 30, '18'],
        ['results', 30, '25.5'],
      ],
    );
    assert.equal(readingText({}), '—');
  });
});
