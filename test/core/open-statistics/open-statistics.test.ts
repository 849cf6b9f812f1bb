import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Named, OpenRow } from '../../../server/core/contract/open-statistics.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { ClosedCase } from '../../../server/core/open-statistics/open-rows.ts';
import { medianOf, openRows } from '../../../server/core/open-statistics/open-rows.ts';
import type { Mark, RowPart } from '../../../server/core/open-statistics/protect-row.ts';
import { protectRow } from '../../../server/core/open-statistics/protect-row.ts';
import { daysOfQuarter, finishedQuarters } from '../../../server/core/open-statistics/quarter.ts';

const LEAST = 5;
const part = (count: number, sum = 0): RowPart => ({ counts: [count], sums: [sum] });
const named = (code: string): Named => ({ code, zh: code, en: code });

/** Every way in which hidden whole numbers, each among those its mark allows, add up to the rest. */
function waysToFill(rest: number, allowed: readonly ((value: number) => boolean)[]): number[][] {
  const [first, ...others] = allowed;
  if (first === undefined) return rest === 0 ? [[]] : [];
  const ways: number[][] = [];
  for (let value = 0; value <= rest; value += 1) {
    if (!first(value)) continue;
    for (const way of waysToFill(rest - value, others)) ways.push([value, ...way]);
  }
  return ways;
}

describe('what the public statistics show', () => {
  for (const [says, counts, marks, total] of [
    ['everything where nothing is small', [5, 9, 0], ['shown', 'shown', 'shown'], 'shown'],
    ['a small part is covered by the next smallest', [3, 9, 40], ['few', 'withheld', 'shown'], 'shown'],
    ['two small parts cover each other', [3, 4, 40], ['few', 'few', 'shown'], 'shown'],
    ['two that can only be 1 and 1 do not', [1, 1, 40], ['few', 'few', 'withheld'], 'shown'],
    ['two that can only be 4 and 4 do not', [4, 4, 40], ['few', 'few', 'withheld'], 'shown'],
    ['a cover that leaves one way alone is not enough', [1, 5, 40], ['few', 'withheld', 'withheld'], 'shown'],
    ['nothing is no cover', [3, 0, 0, 20], ['few', 'shown', 'shown', 'withheld'], 'shown'],
    ['a sum that is small itself is not told', [2, 1, 0], ['few', 'few', 'shown'], 'few'],
    ['where nothing covers, the sum gives way', [4, 4, 0], ['few', 'few', 'shown'], 'withheld'],
  ] as const) {
    it(`of parts ${counts.join(', ')}: ${says}`, () => {
      const row = protectRow(
        counts.map((count) => part(count)),
        LEAST,
      );
      assert.deepEqual(row, { marks, total });
    });
  }

  it('where the sum stands elsewhere already, no part is told when nothing covers a small one', () => {
    const row = protectRow([part(4), part(4), part(0)], LEAST, { keepTotal: true });
    assert.deepEqual(row, { marks: ['withheld', 'withheld', 'withheld'], total: 'shown' });
  });

  it('money is covered by money: a part without any covers nothing', () => {
    const row = protectRow([part(2, 0), part(9, 0), part(30, 700)], LEAST);
    assert.deepEqual(row.marks, ['few', 'withheld', 'withheld']);
  });

  it('no hidden number can be worked out from the sums, whatever they are', () => {
    const parts = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 2 })), { minLength: 2, maxLength: 4 });
    const hides = { parts: 0 };
    fc.assert(
      fc.property(parts, fc.boolean(), (given, keepTotal) => {
        const row = given.map(([count, sum]) => part(count, count === 0 ? 0 : sum));
        // A sum that has to stay is never a small one: its own row has seen to that.
        const all = row.reduce((sum, one) => sum + (one.counts[0] ?? 0), 0);
        const keep = keepTotal && all >= LEAST;
        const { marks, total } = protectRow(row, LEAST, { keepTotal: keep });
        row.forEach((one, at) => {
          const count = one.counts[0] ?? 0;
          if (count > 0 && count < LEAST) assert.notEqual(marks[at], 'shown');
        });
        if (total !== 'shown') return;
        const hidden = row
          .map((one, at) => ({ one, mark: marks[at] }))
          .filter(({ mark }) => mark !== 'shown');
        hides.parts += hidden.length;
        const isWhole = hidden.length === row.length && hidden.every(({ mark }) => mark === 'withheld');
        const allows = (mark: Mark | undefined) => (value: number) =>
          isWhole || (mark === 'few' ? value > 0 && value < LEAST : value >= LEAST);
        for (const kind of ['counts', 'sums'] as const) {
          if (row.every((one) => one[kind][0] === 0)) continue; // told to be nothing
          const rest = hidden.reduce((sum, { one }) => sum + (one[kind][0] ?? 0), 0);
          const ways = waysToFill(
            rest,
            hidden.map(({ mark }) => (kind === 'counts' ? allows(mark) : () => true)),
          );
          hidden.forEach((_, at) => {
            const values = new Set(ways.map((way) => way[at]));
            assert.ok(values.size > 1, `${kind} of part ${at} can only be ${[...values].join()}`);
          });
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(hides.parts > 100, 'and many were hidden');
  });

  it('of an area that is hidden no channel is told, nor of the others what would tell it', () => {
    const place = (code: string, channels: Record<string, number>) => ({
      ...{ area: named(code), received: new Map(Object.entries(channels)), closed: new Map() },
    });
    const channels = [named('ONLINE'), named('WALK_IN')];
    const rows = openRows(
      [place('甲', { ONLINE: 3 }), place('乙', { ONLINE: 8, WALK_IN: 2 }), place('丙', { ONLINE: 50 })],
      { channels, industries: [] },
      LEAST,
    );
    const told = rows.map(({ area, part: of, received }: OpenRow) => [area.code, of?.code ?? '', received]);
    assert.deepEqual(told, [
      ['', '', 63],
      ...[
        ['甲', '', 'few'],
        ['甲', 'ONLINE', 'withheld'],
        ['甲', 'WALK_IN', 'withheld'],
      ],
      ...[
        ['乙', '', 'withheld'],
        ['乙', 'ONLINE', 'withheld'],
        ['乙', 'WALK_IN', 'withheld'],
      ],
      ...[
        ['丙', '', 50],
        ['丙', 'ONLINE', 50],
        ['丙', 'WALK_IN', 0],
      ],
    ]);
  });

  it('cases of few people are hidden with their money and days, however many cases there are', () => {
    const cases = (count: number, one: ClosedCase) => Array.from({ length: count }, () => one);
    const closed = (own: ClosedCase[]) => new Map([['housing', own]]);
    const rows = openRows(
      [
        {
          area: named('甲'),
          received: new Map(),
          closed: closed(cases(6, { days: 20, people: 0, recoveredFen: 0 })),
        },
        {
          area: named('乙'),
          received: new Map(),
          closed: closed([
            ...cases(5, { days: 30, people: 0, recoveredFen: 0 }),
            { days: 9, people: 2, recoveredFen: 900 },
          ]),
        },
        {
          area: named('丙'),
          received: new Map(),
          closed: closed(cases(7, { days: 40, people: 3, recoveredFen: 500 })),
        },
        {
          area: named('丁'),
          received: new Map(),
          closed: closed(cases(90, { days: 41, people: 3, recoveredFen: 500 })),
        },
      ],
      { channels: [], industries: [named('housing')] },
      LEAST,
    );
    const of = (code: string) => {
      const row = rows.find(({ area, by }) => area.code === code && by === 'all');
      return [row?.closed, row?.people, row?.recoveredFen, row?.medianDays];
    };
    assert.deepEqual(of('甲'), [6, 0, 0, 20]);
    assert.deepEqual(of('乙'), ['withheld', 'few', 'withheld', 'withheld']);
    assert.deepEqual(of('丙'), ['withheld', 'withheld', 'withheld', 'withheld']);
    assert.deepEqual(of('丁'), [90, 270, 45_000, 41]);
    assert.deepEqual(of(''), [109, 293, 49_400, 41]);
  });

  for (const [numbers, median] of [
    [[], null],
    [[3], 3],
    [[9, 1, 4], 4],
    [[1, 4], 3],
  ] as const) {
    it(`the middle of ${numbers.join(', ') || 'nothing'} is ${median ?? 'not there'}`, () => {
      assert.equal(medianOf(numbers), median);
    });
  }

  it('only quarters that are over are published', () => {
    assert.deepEqual(finishedQuarters(plainDate('2026-11-22'), 4), [
      '2026-Q3',
      '2026-Q2',
      '2026-Q1',
      '2025-Q4',
    ]);
    assert.deepEqual(finishedQuarters(plainDate('2026-01-01'), 1), ['2025-Q4']);
    const [first] = finishedQuarters(plainDate('2026-04-01'), 1);
    assert.ok(first);
    assert.deepEqual(daysOfQuarter(first), { from: '2026-01-01', to: '2026-03-31' });
  });
});
