import assert from 'node:assert/strict';
import { fixedClock } from '../../server/platform/clock.ts';
import { findLatestRun, findRuns, insertRun } from '../../server/platform/jobs/index.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { eventually } from '../support/eventually.ts';
import { useStore } from '../support/store.ts';
import { at, DAILY, fakeJob, gate, OFTEN, worker } from './fake-jobs.ts';

const NIGHT = at('2026-11-21T00:10:00');

describe('who runs a job', () => {
  useStore();

  it('one of three workers that fire at the same moment runs it, whichever it is', async () => {
    const clock = fixedClock(NIGHT);
    const job = fakeJob('daily', DAILY);
    const workers = ['a', 'b', 'c'].map((name) => worker(name, clock, [job]));
    const states = await Promise.all(workers.map((one) => one.fire(job, NIGHT)));
    assert.deepEqual(
      states.filter((state) => state !== null),
      ['done'],
    );
    assert.deepEqual(job.ranFor, ['2026-11-21']);
    const { runs } = await findRuns('daily', null, 10);
    assert.deepEqual(
      runs.map(({ state, day, cause, counts }) => ({ state, day, cause, counts })),
      [{ state: 'done', day: '2026-11-21', cause: 'schedule', counts: { done: 1 } }],
    );
  });

  it('a fire that comes again, late or from a restarted worker, does nothing', async () => {
    const clock = fixedClock(NIGHT);
    const job = fakeJob('daily', DAILY);
    assert.equal(await worker('a', clock, [job]).fire(job, NIGHT), 'done');
    clock.set(at('2026-11-21T09:00:00'));
    assert.equal(await worker('a again', clock, [job]).fire(job, NIGHT), null);
    assert.deepEqual(job.ranFor, ['2026-11-21']);
  });

  it('a job that fires every ten seconds runs once per fire, in one row a day that adds up', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    const job = fakeJob('often', OFTEN);
    const workers = ['a', 'b', 'c'].map((name) => worker(name, clock, [job]));
    for (const second of ['00', '10', '20', '30']) {
      const fireAt = at(`2026-11-21T12:00:${second}`);
      clock.set(fireAt);
      const states = await Promise.all(workers.map((one) => one.fire(job, fireAt)));
      assert.deepEqual(
        states.filter((state) => state !== null),
        ['done'],
        `at second ${second}`,
      );
    }
    assert.equal(job.ranFor.length, 4);
    const { runs, total } = await findRuns('often', null, 10);
    assert.equal(total, 1);
    assert.deepEqual(runs[0]?.counts, { done: 4 });
  });

  it('a worker still busy with the last fire keeps the others from starting the next', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    const { opened, open } = gate();
    const job = fakeJob('often', OFTEN, () => opened);
    const busy = worker('a', clock, [job]).fire(job, clock.now());
    await eventually('the first fire has begun', () => job.ranFor.length === 1);
    clock.set(at('2026-11-21T12:00:10'));
    assert.equal(await worker('b', clock, [job]).fire(job, clock.now()), null);
    open();
    assert.equal(await busy, 'done');
    clock.set(at('2026-11-21T12:00:20'));
    assert.equal(await worker('b', clock, [job]).fire(job, clock.now()), 'done');
    assert.equal(job.ranFor.length, 2);
  });

  it('a frequent job whose worker died goes on a quarter of a minute later', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    const { opened, open } = gate();
    let lives = 0;
    const job = fakeJob('often', OFTEN, () => (++lives === 1 ? opened : undefined));
    const died = worker('a', clock, [job]).fire(job, clock.now());
    await eventually('the first fire has begun', () => job.ranFor.length === 1);
    clock.set(at('2026-11-21T12:00:15'));
    assert.equal(await worker('b', clock, [job]).fire(job, clock.now()), 'done');
    open();
    assert.equal(await died, 'abandoned', 'what comes back after all changes nothing');
  });

  it('a run by hand waits for a worker, and one of three takes it', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    const job = fakeJob('daily', DAILY);
    const now = clock.now();
    const asked = await insertRun({
      job: 'daily',
      day: plainDate('2026-11-05'),
      cause: 'byHand',
      by: 'user:x',
      owner: null,
      now,
      leaseUntil: now,
    });
    const taken = await Promise.all(['a', 'b', 'c'].map((name) => worker(name, clock, [job]).pickUp()));
    assert.equal(
      taken.reduce((sum, count) => sum + count, 0),
      1,
    );
    assert.deepEqual(job.ranFor, ['2026-11-05']);
    const run = await findLatestRun('daily');
    assert.deepEqual([run?.id, run?.state, run?.by, run?.cause], [asked.id, 'done', 'user:x', 'byHand']);
  });

  it('leaves runs of jobs it does not know to workers that do', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    const now = clock.now();
    await insertRun({
      job: 'newer',
      day: plainDate('2026-11-21'),
      cause: 'byHand',
      by: 'user:x',
      owner: null,
      now,
      leaseUntil: now,
    });
    assert.equal(await worker('old version', clock, [fakeJob('daily', DAILY)]).pickUp(), 0);
    assert.equal((await findLatestRun('newer'))?.state, 'running');
  });

  it('a failing job is recorded with its reason, without numbers or addresses of people, and told once', async () => {
    const clock = fixedClock(NIGHT);
    const told: string[] = [];
    const job = fakeJob('daily', DAILY, () => {
      throw new Error('could not reach 13800000001 at zhang@example.cn');
    });
    const one = worker('a', clock, [job], async ({ name }) => void told.push(name));
    assert.equal(await one.fire(job, NIGHT), 'failed');
    const run = await findLatestRun('daily');
    assert.equal(run?.state, 'failed');
    assert.equal(run.error, 'Error: could not reach … at …@…');
    assert.deepEqual(told, ['daily']);
  });

  it('a failing fire of a frequent job is counted and the next one runs all the same', async () => {
    const clock = fixedClock(at('2026-11-21T12:00:00'));
    let broken = true;
    const job = fakeJob('often', OFTEN, () => {
      if (broken) throw new Error('away');
    });
    const one = worker('a', clock, [job]);
    assert.equal(await one.fire(job, clock.now()), 'failed');
    broken = false;
    clock.set(at('2026-11-21T12:00:10'));
    assert.equal(await one.fire(job, clock.now()), 'done');
    const run = await findLatestRun('often');
    assert.deepEqual([run?.state, run?.error, run?.counts], ['done', undefined, { failedFires: 1, done: 1 }]);
  });
});
