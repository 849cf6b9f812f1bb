import assert from 'node:assert/strict';
import { byRisk, coverageByTown, uncoveredFirst } from '../../../server/core/inspections/plan-order.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

describe('where inspectors go first', () => {
  it('is where the points are, then where nobody was for longest, then where people complain', () => {
    const site = (projectId: string, points: number, daysSince?: number, complaints = 0) => ({
      ...{ projectId, points, complaints },
      ...(daysSince === undefined ? {} : { daysSince }),
    });
    const sites = [
      site('calm', 0, 300),
      site('seenLately', 20, 3, 9),
      site('never', 20),
      site('complainedOf', 20, 40, 2),
      site('quiet', 20, 40),
      site('worst', 30, 1),
    ];
    assert.deepEqual(
      sites.sort(byRisk).map(({ projectId }) => projectId),
      ['worst', 'never', 'complainedOf', 'quiet', 'seenLately', 'calm'],
    );
  });
});

describe('the screening of government projects', () => {
  const row = (projectId: string, areaCode: string, isCovered: boolean, on?: string) => ({
    ...{ projectId, areaCode, isCovered },
    ...(on === undefined ? {} : { screenedOn: plainDate(on) }),
  });
  const rows = [
    row('done', '532601001', true, '2026-03-01'),
    row('lastYear', '532601001', false, '2025-11-01'),
    row('never', '532601002003', false),
    row('doneBefore', '532601002', true, '2026-01-05'),
  ];

  it('shows what is not covered first, never looked at before long ago', () => {
    assert.deepEqual(
      [...rows].sort(uncoveredFirst).map(({ projectId }) => projectId),
      ['never', 'lastYear', 'doneBefore', 'done'],
    );
  });

  it('counts per town, with the grids in it', () => {
    assert.deepEqual(coverageByTown(rows), [
      { areaCode: '532601001', projects: 2, covered: 1 },
      { areaCode: '532601002', projects: 2, covered: 1 },
    ]);
  });
});
