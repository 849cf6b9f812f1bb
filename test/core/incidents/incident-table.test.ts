import assert from 'node:assert/strict';
import { bySize, INCIDENT } from '../../../server/core/incidents/incident-table.ts';
import { openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

describe('a group incident', () => {
  const today = plainDate('2026-11-22');
  const may = (state: string, role: string): string[] =>
    openActions(INCIDENT.flow, state, [role], today).sort();

  const table: [state: string, grid: string[], office: string[], company: string[]][] = [
    ['unopened', ['open'], ['open'], ['open']],
    ['reported', ['arrive', 'followUp'], ['arrive', 'close', 'followUp'], ['followUp']],
    ['onSite', ['followUp', 'settle'], ['followUp', 'settle', 'toComplaint'], ['followUp']],
    ['settled', ['followUp'], ['close', 'followUp'], ['followUp']],
    ['complaint', ['followUp'], ['close', 'followUp'], ['followUp']],
    ['closed', [], [], []],
  ];
  for (const [state, ...expected] of table)
    it(`that is "${state}" is settled by whoever is there and closed by the office alone`, () => {
      assert.deepEqual([may(state, 'grid'), may(state, 'office'), may(state, 'company')], expected);
    });

  it('is counted in every size it reaches, and in none above it', () => {
    const seen = [9, 10, 30, 49, 50].map((headcount) => ({ headcount, count: 1 }));
    assert.deepEqual(bySize([50, 10, 30], [...seen, { headcount: 12, count: 2 }]), [
      { atLeast: 10, count: 6 },
      { atLeast: 30, count: 3 },
      { atLeast: 50, count: 1 },
    ]);
  });
});
