import { strict as assert } from 'node:assert';
import { inTime } from '../../server/platform/in-time.ts';

const AGES = 60_000;
const never = new Promise<never>(() => undefined);

describe('an answer in time', () => {
  it('is what the work says, and its clock keeps nobody waiting', async () => {
    const begun = performance.now();
    assert.equal(await inTime(Promise.resolve('there'), AGES, () => 'late'), 'there');
    assert.ok(performance.now() - begun < AGES / 10);
  });

  it('is what stands in for it when the work hangs', async () => {
    assert.equal(await inTime(never, 1, () => 'late'), 'late');
  });

  it('fails as the work fails', async () => {
    await assert.rejects(
      inTime(Promise.reject(new Error('broken')), AGES, () => 'late'),
      { message: 'broken' },
    );
  });

  it('fails as the one who speaks for a work that hangs', async () => {
    const late = (): never => {
      throw new Error('gone');
    };
    await assert.rejects(inTime(never, 1, late), { message: 'gone' });
  });

  it('leaves a work alone that fails after its time', async () => {
    const broken: unknown[] = [];
    const note = (reason: unknown): unknown => broken.push(reason);
    process.on('unhandledRejection', note);
    try {
      let fail: (reason: Error) => void = () => undefined;
      const work = new Promise<never>((_resolve, reject) => (fail = reject));
      assert.equal(await inTime(work, 1, () => 'late'), 'late');
      fail(new Error('too late'));
      await new Promise(setImmediate);
      assert.deepEqual(broken, []);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
