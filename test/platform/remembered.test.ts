import assert from 'node:assert/strict';
import { inTransaction } from '../../server/platform/db.ts';
import { REMEMBERED_MS, remembered } from '../../server/platform/remembered.ts';
import { later } from '../support/later.ts';
import { useStore } from '../support/store.ts';

describe('what a process remembers for a second', () => {
  useStore();
  let stored = 'first';
  let reads = 0;
  const read = (): Promise<string> => {
    reads += 1;
    return Promise.resolve(stored);
  };
  beforeEach(() => {
    stored = 'first';
    reads = 0;
  });

  it('is read once, however many ask at once and after one another', async () => {
    const memory = remembered<string>();
    await later(0, async () => {
      const all = await Promise.all([1, 2, 3].map(() => memory.get('a', read)));
      assert.deepEqual([...all, await memory.get('a', read)], ['first', 'first', 'first', 'first']);
      assert.equal(reads, 1);
      await memory.get('b', read);
      assert.equal(reads, 2, 'another key is another question');
    });
  });

  it('is as another process left it after a second at the latest', async () => {
    const memory = remembered<string>();
    await later(0, () => memory.get('a', read));
    stored = 'changed elsewhere';
    assert.equal(await later(REMEMBERED_MS + 60_000, () => memory.get('a', read)), 'changed elsewhere');
  });

  it('is forgotten when this process changes it, and again at the commit when others read it before', async () => {
    const memory = remembered<string>();
    await later(0, async () => {
      await memory.get('a', read);
      let others = Promise.resolve('');
      const elsewhere: (() => void)[] = [];
      const outside = new Promise<void>((resolve) => elsewhere.push(resolve)).then(() => {
        others = memory.get('a', read);
      });
      await inTransaction(async () => {
        memory.forget('a');
        elsewhere[0]?.();
        await outside;
      });
      assert.equal(await others, 'first');
      stored = 'second';
      assert.equal(await memory.get('a', read), 'second');
    });
  });

  it('knows nothing that only an unfinished transaction has read', async () => {
    const memory = remembered<string>();
    await later(0, async () => {
      stored = 'may still be undone';
      await inTransaction(() => memory.get('a', read));
      stored = 'first';
      assert.equal(await memory.get('a', read), 'first');
    });
  });

  it('does not keep a failure', async () => {
    const memory = remembered<string>();
    await assert.rejects(memory.get('a', () => Promise.reject(new Error('no answer'))));
    assert.equal(await memory.get('a', read), 'first');
  });
});
