import assert from 'node:assert/strict';
import { addUpLines, countedOwed, standingOf } from '../../../server/core/arrears/standing.ts';
import type { JudgedLine } from '../../../server/core/arrears/standing.ts';
import { fen } from '../../../server/core/kit/money.ts';

const agreed = { mark: 'agreed' } as const;
const disputed = { mark: 'disputed' } as const;

describe('what both sides have said of a line', () => {
  const table: [title: string, line: Parameters<typeof standingOf>[0], standing: string][] = [
    ['silence of both is open', { isUnknown: false }, 'open'],
    ['the word of one is open', { isUnknown: false, worker: agreed }, 'open'],
    ['the other one alone is open too', { isUnknown: false, employer: agreed }, 'open'],
    ['the word of both is agreed', { isUnknown: false, worker: agreed, employer: agreed }, 'agreed'],
    ['one dispute is enough', { isUnknown: false, worker: agreed, employer: disputed }, 'disputed'],
    [
      'a finding settles a dispute',
      { isUnknown: false, worker: disputed, found: { owedFen: fen(1) } },
      'found',
    ],
    [
      'nobody agrees to a figure that is not there',
      { isUnknown: true, worker: agreed, employer: agreed },
      'unknown',
    ],
    ['a finding gives a figure', { isUnknown: true, found: { owedFen: fen(1) } }, 'found'],
  ];
  for (const [title, line, standing] of table) it(title, () => assert.equal(standingOf(line), standing));
});

/** Small numbers that repeat from run to run, without a clock. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

describe('the sums of a sheet', () => {
  it('are the sums of its lines and of their parts, whatever was said', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = numbers(seed);
      const draw = (below: number): number => Math.floor((next.next().value as number) * below); // endless
      const mark = () => [undefined, agreed, disputed][draw(3)];
      const lines: JudgedLine[] = Array.from({ length: draw(40) }, () => {
        const [worker, employer] = [mark(), mark()];
        return {
          ...{ earnedFen: fen(draw(1_000_000)), paidFen: fen(draw(500_000)), owedFen: fen(draw(1_000_000)) },
          isUnknown: draw(6) === 0,
          ...(worker === undefined ? {} : { worker }),
          ...(employer === undefined ? {} : { employer }),
          ...(draw(5) === 0 ? { found: { owedFen: fen(draw(1_000_000)) } } : {}),
        };
      });
      const sums = addUpLines(lines);
      const owed = lines.reduce((sum, line) => sum + countedOwed(line), 0);
      assert.equal(sums.owedFen, owed, `seed ${seed}`);
      assert.equal(sums.agreedFen + sums.disputedFen + sums.openFen + sums.foundFen, owed, `seed ${seed}`);
      assert.equal(
        Object.values(sums.lines).reduce((sum, count) => sum + count, 0),
        lines.length,
        `seed ${seed}`,
      );
    }
  });
});
