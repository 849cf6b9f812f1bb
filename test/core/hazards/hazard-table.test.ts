import assert from 'node:assert/strict';
import type { HazardLevel } from '../../../server/core/hazards/hazard-table.ts';
import { HAZARD, levelAfter } from '../../../server/core/hazards/hazard-table.ts';
import { openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

describe('a hazard', () => {
  const today = plainDate('2026-11-22');
  const may = (state: string, role: string): string[] =>
    openActions(HAZARD.flow, state, [role], today).sort();

  const table: [state: string, grid: string[], township: string[], county: string[]][] = [
    ['inGrid', ['passUp', 'solve'], ['passUp', 'solve'], []],
    ['forTownship', [], ['accept', 'sendBack'], []],
    ['inTownship', [], ['passUp', 'solve'], []],
    ['forCounty', [], [], ['accept', 'sendBack']],
    ['inCounty', [], [], ['close', 'solve', 'toComplaint']],
    ['solved', [], [], []],
    ['complaint', [], [], []],
    ['closed', [], [], []],
  ];
  for (const [state, ...expected] of table)
    it(`in "${HAZARD.states[state]?.zh}" is moved by nobody but the level it lies with`, () => {
      assert.deepEqual([may(state, 'grid'), may(state, 'township'), may(state, 'county')], expected);
    });

  const levels: [state: string, before: HazardLevel, after: HazardLevel][] = [
    ['forTownship', 'GRID', 'TOWNSHIP'],
    ['inGrid', 'TOWNSHIP', 'GRID'],
    ['forCounty', 'TOWNSHIP', 'COUNTY'],
    ['solved', 'TOWNSHIP', 'TOWNSHIP'],
    ['complaint', 'COUNTY', 'COUNTY'],
  ];
  it('lies with the level it was passed to, and ends where it was settled', () => {
    for (const [state, before, after] of levels) assert.equal(levelAfter(state, before), after, state);
  });
});
