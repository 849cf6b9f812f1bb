import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { configureKeyedHash } from '../../server/platform/auth/keyed-hash.ts';
import { countTry, countWait } from '../../server/platform/auth/store-counter.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { findRun, insertRun } from '../../server/platform/jobs/index.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { useSecrets } from '../support/secrets.ts';
import { useStore } from '../support/store.ts';
import { at, fakeJob, gate, OFTEN, worker } from '../workers/fake-jobs.ts';

const NOON = at('2026-11-20T12:00:00');
const AHEAD = at('2026-11-20T18:00:00');
const NEXT_DAY = at('2026-11-21T12:00:00');

describe('a clock that ran ahead and is set back', () => {
  useStore();
  useSecrets();
  before(() => configureKeyedHash('a secret of this test alone'));

  it('keeps no job that fires often from its next fire, and runs none twice for one', async () => {
    const job = fakeJob('often', OFTEN);
    const clock = fixedClock(AHEAD);
    const runner = worker('one', clock, [job]);
    await runner.fire(job, AHEAD);
    clock.set(NOON);
    assert.equal(await runner.fire(job, NOON), 'done');
    assert.equal(await runner.fire(job, NOON), null, 'the same fire again');
    assert.equal(job.ranFor.length, 2);
  });

  it('leaves no run with a process that died meanwhile', async () => {
    const clock = fixedClock(NEXT_DAY);
    const held = gate();
    const job = fakeJob('daily', '10 0 * * *', () => held.opened);
    const dead = worker('dead', clock, [job]);
    const running = dead.fire(job, at('2026-11-21T00:10:00'));
    const other = worker('other', clock, [job]);
    clock.set(NOON);
    // Its lease ends a day from now, which no lease given now does.
    while ((await other.sweepSilent()) === 0);
    held.open();
    assert.equal(await running, 'abandoned');
    assert.equal(await other.pickUp(), 1);
    assert.equal(job.ranFor.length, 2);
  });

  it('keeps no run asked for by hand from being taken', async () => {
    const clock = fixedClock(NOON);
    const job = fakeJob('daily', '10 0 * * *');
    const run = await insertRun({
      job: 'daily',
      day: plainDate('2026-11-20'),
      cause: 'byHand',
      by: 'user:x',
      owner: null,
      now: NEXT_DAY,
      leaseUntil: NEXT_DAY,
    });
    assert.equal(await worker('one', clock, [job]).pickUp(), 1);
    assert.equal((await findRun(run.id))?.state, 'done');
  });

  it('keeps no transaction waiting for a line to the store that is there', async () => {
    // What the jump changes for mongoose: the last sign of life of its line seems long past.
    const { _lastHeartbeatAt: seen } = mongoose.connection as unknown as { _lastHeartbeatAt: number | null };
    Object.assign(mongoose.connection, { _lastHeartbeatAt: 0 });
    try {
      assert.equal(
        mongoose.connection.readyState,
        mongoose.ConnectionStates.disconnected,
        'it takes it for lost',
      );
      assert.equal(await inTransaction(() => Promise.resolve('done')), 'done');
    } finally {
      // Tests that follow would connect a second time, and the line that is there would never be closed.
      Object.assign(mongoose.connection, { _lastHeartbeatAt: seen });
    }
  });

  it('locks nobody out for longer than his tries cost', async () => {
    const RULE = { points: 2, seconds: 900 };
    for (let tried = 0; tried < 3; tried += 1) await countTry('somebody', RULE, NEXT_DAY);
    assert.ok((await countWait('somebody', RULE, NEXT_DAY)) > 0);
    assert.equal(await countWait('somebody', RULE, NOON), 0);
    assert.equal(await countTry('somebody', RULE, NOON), 0);
    // The window that is begun anew is counted like any other.
    assert.equal(await countTry('somebody', RULE, NOON), 0);
    assert.ok((await countTry('somebody', RULE, NOON)) > 0);
  });
});
