import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { fixedClock } from '../../server/platform/clock.ts';
import { findLatestRun, findRuns } from '../../server/platform/jobs/index.ts';
import { eventually } from '../support/eventually.ts';
import { useStore } from '../support/store.ts';
import { at, DAILY, fakeJob, gate, OFTEN, worker } from './fake-jobs.ts';

const NIGHT = at('2026-11-21T00:10:00');
const LEASE_OVER = at('2026-11-21T00:11:01');

describe('after downtime and death', () => {
  useStore();

  it('each missed day is made up once, in order, by whichever worker starts first', async () => {
    const clock = fixedClock(at('2026-11-17T00:10:00'));
    const job = fakeJob('daily', DAILY);
    await worker('before', clock, [job]).fire(job, clock.now());
    clock.set(at('2026-11-21T09:00:00'));
    const made = await Promise.all(['a', 'b', 'c'].map((name) => worker(name, clock, [job]).catchUp()));
    await worker('d', clock, [job]).catchUp();
    assert.deepEqual(job.ranFor, ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']);
    assert.equal(made.reduce((sum, count) => sum + count, 0) <= 4, true);
    const { runs } = await findRuns('daily', null, 10);
    assert.deepEqual(
      runs.map(({ cause }) => cause),
      ['catchUp', 'catchUp', 'catchUp', 'catchUp', 'schedule'],
    );
  });

  it('the very first start runs each daily job once, for its last fire, and not for the month before', async () => {
    const clock = fixedClock(at('2026-11-21T09:00:00'));
    const [job, later] = [fakeJob('daily', DAILY), fakeJob('evening', '0 22 * * *')];
    await worker('a', clock, [job, later]).catchUp();
    assert.deepEqual(job.ranFor, ['2026-11-21']);
    assert.deepEqual(later.ranFor, ['2026-11-20']);
  });

  it('a start with nothing missed does nothing', async () => {
    const clock = fixedClock(NIGHT);
    const job = fakeJob('daily', DAILY);
    const one = worker('a', clock, [job]);
    await one.fire(job, NIGHT);
    clock.set(at('2026-11-21T23:59:00'));
    assert.equal(await one.catchUp(), 0);
    assert.deepEqual(job.ranFor, ['2026-11-21']);
  });

  it('jobs that fire every few seconds are not made up for', async () => {
    const clock = fixedClock(at('2026-11-21T09:00:00'));
    const job = fakeJob('often', OFTEN);
    assert.equal(await worker('a', clock, [job]).catchUp(), 0);
  });

  it('a run whose process died is marked abandoned and run again by another, exactly once', async () => {
    const clock = fixedClock(NIGHT);
    const { opened, open } = gate();
    let lives = 0;
    const job = fakeJob('daily', DAILY, () => (++lives === 1 ? opened : undefined));
    const killed = worker('killed', clock, [job]).fire(job, NIGHT); // never comes back as far as the others know
    await eventually('it has begun', () => job.ranFor.length === 1);

    const others = ['b', 'c'].map((name) => worker(name, clock, [job]));
    await Promise.all(others.map((one) => one.sweepSilent()));
    assert.equal(
      (await Promise.all(others.map((one) => one.pickUp()))).join(),
      '0,0',
      'while its lease holds it is left alone',
    );

    clock.set(LEASE_OVER);
    await Promise.all(others.map((one) => one.sweepSilent()));
    const taken = await Promise.all(others.map((one) => one.pickUp()));
    assert.equal(
      taken.reduce((sum, count) => sum + count, 0),
      1,
    );
    assert.deepEqual(job.ranFor, ['2026-11-21', '2026-11-21']);

    open(); // it wakes up after all, and must not overwrite what was recorded
    assert.equal(await killed, 'abandoned');
    const { runs } = await findRuns('daily', null, 10);
    assert.deepEqual(runs.map(({ state }) => state).sort(), ['abandoned', 'done']);
    assert.equal(await others[0]?.fire(job, NIGHT), null, 'and the fire stays taken');
  });

  it('a run under which the store went away is run again, and given up after three tries', async () => {
    const clock = fixedClock(NIGHT);
    const cut = (times: number) => {
      let runs = 0;
      return fakeJob(`cut${times}`, DAILY, () => {
        if (++runs <= times) throw new mongoose.mongo.MongoNetworkError('read ECONNRESET');
      });
    };
    const [once, always] = [cut(1), cut(9)];
    const told: string[] = [];
    const one = worker('one', clock, [once, always], async ({ name }) => void told.push(name));
    assert.equal(await one.fire(once, NIGHT), 'abandoned');
    assert.equal(await one.fire(always, NIGHT), 'abandoned');
    for (let round = 0; round < 4; round += 1) {
      clock.set(new Date(clock.now().getTime() + 1_000));
      await one.sweepSilent();
      await one.pickUp();
    }
    assert.equal(once.ranFor.length, 2);
    assert.equal((await findLatestRun('cut1'))?.state, 'done');
    assert.equal(always.ranFor.length, 3);
    const last = await findLatestRun('cut9');
    assert.deepEqual([last?.state, last?.cutOff, last?.attempt], ['failed', 'storeAway', 3]);
    assert.match(last?.error ?? '', /read ECONNRESET/u);
    assert.deepEqual(told, ['cut9'], 'the one that is given up is told of');
    const { runs } = await findRuns('cut1', null, 10);
    assert.deepEqual(
      runs.map(({ state, cutOff, error }) => [state, cutOff, error !== undefined]),
      [
        ['done', undefined, false],
        ['abandoned', 'storeAway', true],
      ],
    );
  });

  it('a run over which three processes died is given up as failed', async () => {
    const clock = fixedClock(NIGHT);
    const { opened, open } = gate();
    const job = fakeJob('daily', DAILY, () => opened);
    const told: string[] = [];
    const dying = [worker('1', clock, [job]).fire(job, NIGHT) as Promise<unknown>];
    for (const name of ['2', '3', '4']) {
      await eventually('the run before has begun', () => job.ranFor.length === dying.length);
      clock.set(new Date(clock.now().getTime() + 61_000));
      await worker('sweeper', clock, [job], async ({ name }) => void told.push(name)).sweepSilent();
      dying.push(worker(name, clock, [job]).pickUp());
      if (name === '4') break;
    }
    assert.equal(job.ranFor.length, 3);
    const { runs } = await findRuns('daily', null, 10);
    assert.deepEqual(runs.map(({ state }) => state).sort(), ['abandoned', 'abandoned', 'failed']);
    assert.deepEqual(
      runs.map(({ cutOff }) => cutOff),
      ['silent', 'silent', 'silent'],
    );
    assert.deepEqual(told, ['daily'], 'once');
    open();
    await Promise.all(dying);
  });

  it('stop lets a run end that ends in time', async () => {
    const clock = fixedClock(NIGHT);
    const job = fakeJob(
      'often',
      OFTEN,
      (_today, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    );
    const one = worker('a', clock, [job]);
    const run = one.fire(job, NIGHT);
    await eventually('it has begun', () => job.ranFor.length === 1);
    await one.stop();
    assert.equal(await run, 'done');
    assert.equal(await one.fire(job, at('2026-11-21T00:10:10')), null, 'and takes nothing new');
  });

  it('stop gives a run back that does not end, and another worker takes it at once', async () => {
    const clock = fixedClock(NIGHT);
    const { opened, open } = gate();
    let lives = 0;
    const job = fakeJob('daily', DAILY, () => (++lives === 1 ? opened : undefined));
    const stopping = worker('a', clock, [job]);
    const given = stopping.fire(job, NIGHT);
    await eventually('it has begun', () => job.ranFor.length === 1);
    await stopping.stop(50);
    assert.equal((await findLatestRun('daily'))?.owner, null);
    assert.equal(await worker('b', clock, [job]).pickUp(), 1);
    assert.equal((await findLatestRun('daily'))?.state, 'done');
    open();
    await given;
    assert.equal((await findLatestRun('daily'))?.by, 'worker:a');
    assert.equal(
      (await findLatestRun('daily'))?.state,
      'done',
      'the one that was given back changed nothing',
    );
  });
});
