import assert from 'node:assert/strict';
import {
  endOfReading,
  readingNow,
  readingsOf,
  whileReading,
} from '../../../server/features/sheet-checks/reading-now.ts';

describe('a check that is read in this process', () => {
  let finish: () => void;
  let reading: Promise<void>;
  beforeEach(() => {
    const found = new Promise<void>((resolve) => (finish = resolve));
    reading = whileReading('sheet', { userId: 'own', done: 0 }, async (progress) => {
      progress.done = 7;
      await found;
    });
  });
  afterEach(async () => {
    finish();
    await reading;
  });

  it('tells how far it is, and nothing more once it is over', async () => {
    assert.deepEqual([readingNow('sheet')?.done, readingsOf('own'), readingsOf('other')], [7, 1, 0]);
    finish();
    await reading;
    assert.deepEqual([readingNow('sheet'), readingsOf('own')], [undefined, 0]);
  });

  it('lets its sender wait for its end, and nobody else', async () => {
    const told: string[] = [];
    const own = endOfReading('sheet', 'own', 60_000).then(() => told.push('own'));
    await endOfReading('sheet', 'other', 60_000);
    await endOfReading('another sheet', 'own', 60_000);
    assert.deepEqual(told, []);
    finish();
    await own;
    assert.equal(readingNow('sheet'), undefined);
  });

  it('keeps nobody waiting for longer than a moment', async () => {
    await endOfReading('sheet', 'own', 1);
    assert.equal(readingNow('sheet')?.done, 7);
  });

  it('is over for those who wait where its reader throws', async () => {
    const broken = whileReading('broken', { userId: 'own', done: 0 }, () => Promise.reject(new Error('cut')));
    const waiting = endOfReading('broken', 'own', 60_000);
    await assert.rejects(broken, /cut/u);
    await waiting;
    assert.equal(readingNow('broken'), undefined);
  });
});
