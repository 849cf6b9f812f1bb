import assert from 'node:assert/strict';
import { askedOnce, askedTogether } from '../../server/platform/asked-together.ts';

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

describe('the same question of several', () => {
  /** Counts how often each was put; each answer tells which time it was. */
  function slow() {
    const put: string[] = [];
    const open: (() => void)[] = [];
    const once = askedOnce<string>();
    const ask = (key: string): Promise<string> =>
      once(key, async () => {
        const time = put.push(key);
        await new Promise<void>((resolve) => open.push(resolve));
        if (key === 'bad') throw new Error(`bad ${time}`);
        return `${key} ${time}`;
      });
    return { put, ask, answer: () => open.shift()?.() };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('nobody gets an answer to what was put before he asked; all who wait get the next one', async () => {
    const { put, ask, answer } = slow();
    const [first, second, third] = [ask('a'), ask('a'), ask('a')];
    assert.deepEqual(put, ['a']);
    answer();
    assert.equal(await first, 'a 1');
    await turn();
    assert.deepEqual(put, ['a', 'a']);
    const late = ask('a');
    answer();
    assert.deepEqual(await Promise.all([second, third]), ['a 2', 'a 2']);
    await turn();
    answer();
    assert.equal(await late, 'a 3');
  });

  it('another question waits for none of them', async () => {
    const { put, ask, answer } = slow();
    const answers = [ask('a'), ask('b')];
    assert.deepEqual(put, ['a', 'b']);
    answer();
    answer();
    assert.deepEqual(await Promise.all(answers), ['a 1', 'b 2']);
  });

  it('who waited behind one that failed is answered, and what is over is not held on to', async () => {
    const { ask, answer } = slow();
    const [first, second] = [assert.rejects(ask('bad'), /bad 1/u), assert.rejects(ask('bad'), /bad 2/u)];
    answer();
    await first;
    await turn();
    answer();
    await second;
    const again = assert.rejects(ask('bad'), /bad 3/u);
    answer();
    await again;
  });
});
