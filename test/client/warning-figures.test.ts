import assert from 'node:assert/strict';
import type { RuleHits } from '../../server/core/contract/alert-figures.ts';
import { fen } from '../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../server/core/kit/plain-date.ts';
import { hitLines, rightPercent } from '../../client/src/features/alert-figures/hit-lines.ts';
import {
  areaRows,
  industryRows,
  listBehind,
  sumOf,
} from '../../client/src/features/alert-figures/level-rows.ts';
import { delayOf, reachOf } from '../../client/src/features/alert-figures/runway-words.ts';

const hit = (
  rule: string,
  month: string,
  [raised, cured, judged, right]: [number, number, number, number],
): RuleHits => ({
  ...{ rule, month: payMonth(month), question: { zh: rule, en: rule } },
  ...{ raised, cured, judged, right },
});

describe('how often the warning rules are right', () => {
  const { months, lines } = hitLines([
    hit('quiet', '2026-11', [1, 0, 0, 0]),
    hit('busy', '2026-11', [2, 1, 1, 0]),
    hit('busy', '2026-09', [3, 2, 2, 2]),
  ]);

  it('months stand from the oldest to the newest, the rule that warns most on top', () => {
    assert.deepEqual(months, ['2026-09', '2026-11']);
    assert.deepEqual(
      lines.map(({ rule }) => rule),
      ['busy', 'quiet'],
    );
  });
  it('a rule’s total is the sum of its months', () => {
    assert.deepEqual(lines[0]?.total, { raised: 5, cured: 3, judged: 3, right: 2 });
    assert.deepEqual(lines[0]?.months['2026-09'], { raised: 3, cured: 2, judged: 2, right: 2 });
  });
  it('right is counted of those judged; of none judged there is no rate, and not nought per cent', () => {
    assert.equal(rightPercent({ judged: 3, right: 2 }), 67);
    assert.equal(rightPercent({ judged: 2, right: 0 }), 0);
    assert.equal(rightPercent({ judged: 0, right: 0 }), undefined);
  });
});

describe('levels by area', () => {
  const levels = { projects: 3, red: 1, yellow: 1, clear: 0, grey: 1 };
  const words = { ownLevel: 'own', nameOf: (code: string) => `area ${code}` };
  const part = { areaCode: '532601001', areaName: '', hasParts: true, ...levels };
  const own = { areaCode: '532601', areaName: '', hasParts: false, ...levels };

  it('every number opens the projects it counts, and nothing opens nothing', () => {
    const [row] = areaRows([part, own], '532601', words);
    assert.ok(row);
    assert.equal(row.name, 'area 532601001');
    assert.deepEqual(
      (['projects', 'red', 'grey', 'clear'] as const).map((column) => listBehind(row, column)),
      [
        { areaCode: '532601001' },
        { areaCode: '532601001', level: 'red' },
        { areaCode: '532601001', level: 'noData' },
        undefined,
      ],
    );
  });
  it('what lies in no part opens only that, and the whole area where there is nothing else', () => {
    const [, row] = areaRows([part, own], '532601', words);
    assert.deepEqual([row?.name, row?.list], ['own', { areaCode: '532601', ownLevel: 'true' }]);
    assert.deepEqual(areaRows([own], '532601', words)[0]?.list, { areaCode: '532601' });
  });
  it('a part is looked into where there are areas with projects below it, and nowhere else', () => {
    const quiet = { ...part, areaCode: '532601002', hasParts: false };
    assert.deepEqual(
      areaRows([part, quiet, own], '532601', words).map(({ within }) => within),
      ['532601001', undefined, undefined],
    );
  });
  it('an industry opens its projects in the area, also those of which none is on record', () => {
    const name = { zh: '住建', en: 'Housing' };
    const rows = [
      { industry: 'HOU', name, ...levels },
      { industry: '', name, ...levels },
    ];
    assert.deepEqual(
      industryRows(rows, '5326', ({ zh }) => zh).map((row) => listBehind(row, 'yellow')),
      [
        { areaCode: '5326', industry: 'HOU', level: 'yellow' },
        { areaCode: '5326', industry: '-', level: 'yellow' },
      ],
    );
  });
  it('the sum adds every column', () => {
    assert.deepEqual(sumOf([levels, levels]), { projects: 6, red: 2, yellow: 2, clear: 0, grey: 2 });
  });
});

describe('how far a wage account reaches, in words', () => {
  const row = { projectId: 'p', projectName: 'n', areaCode: '532601' };
  const view = { day: plainDate('2026-11-22') };

  it('a pay day that has gone by uncovered is graver than one to come', () => {
    assert.equal(reachOf({ ...row, runsDryOn: plainDate('2026-11-15') }, view), 'overdue');
    assert.equal(reachOf({ ...row, runsDryOn: plainDate('2026-12-15') }, view), 'dry');
  });
  it('a balance without a payroll to compare with is not known, never enough', () => {
    assert.equal(reachOf({ ...row, balanceFen: fen(100) }, view), 'unknown');
    assert.equal(reachOf({ ...row, balanceFen: fen(100), days: 40 }, view), 'enough');
  });
  it('the days an owner may be late stay within what the door takes', () => {
    assert.equal(delayOf('30'), 30);
    assert.equal(delayOf('999'), 365);
    assert.equal(delayOf('-5'), 0);
    assert.equal(delayOf('abc'), 0);
  });
});
