import assert from 'node:assert/strict';
import { inSlices } from '../../../server/features/sheet-checks/index.ts';

/** Keeps the thread busy, as sealing a row of a payroll does. */
function busy(millis: number): void {
  const end = performance.now() + millis;
  while (performance.now() < end);
}

describe('many rows one after the other', () => {
  it('let others have their turn however long each row takes', async () => {
    let turns = 0;
    let done = false;
    const others = (): void => {
      turns += 1;
      if (!done) setImmediate(others);
    };
    setImmediate(others);
    const seen: number[] = [];
    await inSlices(
      Array.from({ length: 320 }, (_, at) => at),
      (item, index) => {
        busy(0.5);
        seen.push(item - index);
      },
    );
    done = true;
    // 160 ms of work, looked at every sixteen rows, which take eight: a turn after each of them.
    assert.ok(turns >= 15, `${turns} turns`);
    assert.deepEqual([seen.length, new Set(seen).size], [320, 1]);
  });

  it('take no turn at all where they are few', async () => {
    let turns = 0;
    setImmediate(() => (turns += 1));
    await inSlices([1, 2, 3], () => undefined);
    assert.equal(turns, 0);
  });
});
