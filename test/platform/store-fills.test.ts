import assert from 'node:assert/strict';
import { fixedClock } from '../../server/platform/clock.ts';
import { fillStore, registerStoreFill } from '../../server/platform/store-fills.ts';
import { useStore } from '../support/store.ts';

describe('what older data lacks', () => {
  useStore();

  it('is filled at the first start; one that was stopped is gone on with, one that ended is not run again', async () => {
    const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
    let runs = 0;
    const run = () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('stopped')) : Promise.resolve(7);
    };
    registerStoreFill({ name: 'testFill', run });
    await assert.rejects(fillStore(clock), /stopped/);
    assert.equal((await fillStore(clock))['testFill'], 7);
    assert.equal((await fillStore(clock))['testFill'], undefined);
    assert.equal(runs, 2);
  });
});
