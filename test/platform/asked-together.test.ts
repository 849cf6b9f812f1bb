import assert from 'node:assert/strict';
import { askedTogether } from '../../server/platform/asked-together.ts';

describe('questions that travel together', () => {
  /** Answers with ten times what was asked, when it is told to. */
  function slow() {
    const rounds: number[][] = [];
    const open: (() => void)[] = [];
    const ask = askedTogether(async (asked: number[]) => {
      rounds.push(asked);
      await new Promise<void>((resolve) => open.push(resolve));
      if (asked.includes(13)) throw new Error('thirteen');
      return asked.map((one) => one * 10);
    });
    const answer = (): void => open.shift()?.();
    return { rounds, ask, answer };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('the first goes alone and at once; who comes meanwhile goes with the next, each with an answer of his own', async () => {
    const { rounds, ask, answer } = slow();
    const answers = [ask(1), ask(2), ask(3)];
    assert.deepEqual(rounds, [[1]]);
    answer();
    assert.equal(await answers[0], 10);
    await turn();
    assert.deepEqual(rounds, [[1], [2, 3]]);
    answer();
    assert.deepEqual(await Promise.all(answers), [10, 20, 30]);
  });

  it('an error is told to those who asked, and to nobody after them', async () => {
    const { ask, answer } = slow();
    const bad = assert.rejects(ask(13), /thirteen/);
    const good = ask(4);
    answer();
    await bad;
    await turn();
    answer();
    assert.equal(await good, 40);
  });
});
