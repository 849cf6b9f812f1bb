import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { findLatestRun, findRun, findRuns, insertRun } from '../../server/platform/jobs/index.ts';
import { createLog } from '../../server/platform/log.ts';
import { dayOf, readJobArguments } from '../../workers/job-arguments.ts';
import { startWorkers } from '../../workers/start-workers.ts';
import { eventually } from '../support/eventually.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';
import { fakeJob } from './fake-jobs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('workers beside each other', () => {
  useStore();

  it('three of them on the real clock run every fire once, and stop when asked', async function () {
    this.timeout(60_000);
    const job = fakeJob('often', '*/1 * * * * *');
    const deps = {
      regionCode: '5326',
      smtpUrl: undefined,
      demo: true,
      findAdmins: () => Promise.resolve([]),
      log: createLog('silent'),
      clock: systemClock,
    };
    const wholeSecond = (): number => Math.floor(systemClock.now().getTime() / 1000);
    const begun = wholeSecond();
    const workers = [1, 2, 3].map(() => startWorkers({ ...deps, jobs: [job] }));
    await eventually('three fires have been run', () => job.ranFor.length >= 3, 20_000);
    await Promise.all(workers.map((one) => one.stop()));
    const ran = job.ranFor.length;
    const { runs } = await findRuns('often', null, 10);
    const counted = runs.reduce((sum, run) => sum + (run.counts['done'] ?? 0), 0);
    assert.equal(counted, ran, 'every run is in the history');
    assert.ok(ran <= wholeSecond() - begun, `${ran} runs for the seconds that have begun since`);
    assert.ok(runs.every(({ state }) => state === 'done'));
  });

  it('a run asked for while they work is taken within seconds', async () => {
    const job = fakeJob('daily', '10 0 * * *');
    const deps = {
      regionCode: '5326',
      smtpUrl: undefined,
      demo: true,
      findAdmins: () => Promise.resolve([]),
      log: createLog('silent'),
      clock: systemClock,
    };
    const workers = startWorkers({ ...deps, jobs: [job] });
    try {
      const now = systemClock.now();
      const run = await insertRun({
        job: 'daily',
        day: plainDate('2026-01-05'),
        cause: 'byHand',
        by: 'user:x',
        owner: null,
        now,
        leaseUntil: now,
      });
      await eventually('it is done', async () => (await findRun(run.id))?.state === 'done', 15_000);
      assert.ok(job.ranFor.includes(plainDate('2026-01-05')));
    } finally {
      await workers.stop();
    }
  });
});

describe('the worker command lines', () => {
  useStore();
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-workers-'));
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  /** A process of the product over the store of the tests. */
  async function start(...args: string[]): Promise<ChildProcess> {
    const { uri } = await testStore();
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      MONGODB_URI: uri,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      DEMO: 'true',
    };
    othersWrite();
    return spawn(process.execPath, ['server/launch.js', ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  async function finish(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = await start(...args);
    if (child.stdout === null || child.stderr === null) throw new Error('the output is piped');
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null]>,
    ]); // Node's exit event
    return { code, out, err };
  }

  it('a job by hand prints its counts as JSON and stands in the history', async function () {
    this.timeout(60_000);
    const { code, out } = await finish('workers/run-job.ts', 'signDailyRoot', '--day', '2026-01-05');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { signed: 0, sealed: 0 });
    const run = await findLatestRun('signDailyRoot');
    assert.deepEqual([run?.day, run?.cause, run?.state], ['2026-01-05', 'commandLine', 'done']);
  });

  it('refuses a job nobody knows, with the list of those there are', async function () {
    this.timeout(60_000);
    const { code, err } = await finish('workers/run-job.ts', 'nothing');
    assert.equal(code, 1);
    assert.match(err, /there is no job nothing[\s\S]*signDailyRoot/);
  });

  it('refuses a day that does not exist, a day to come and an option it does not know', () => {
    const today = plainDate('2026-03-02');
    const dayIn = (...args: string[]) => dayOf(readJobArguments(['signDailyRoot', ...args]).day, today);
    assert.equal(dayIn('--day', '2026-03-01'), '2026-03-01');
    assert.equal(dayIn(), today);
    assert.throws(() => dayIn('--day', '2026-02-30'), /2026-02-30 .*not a day/);
    assert.throws(() => dayIn('--day=2026-03-03'), /lies after today/);
    assert.throws(() => dayIn('--date', '2026-03-01'), /npm run job/);
  });

  it('a worker process that is killed leaves its work to the next, which ends cleanly when asked', async function () {
    this.timeout(120_000);
    const killed = await start('workers/main.ts');
    await eventually(
      'it has run the daily jobs it found not run',
      async () => (await findLatestRun('checkCalendarAndParameters'))?.state === 'done',
      60_000,
    );
    const gone = once(killed, 'exit');
    killed.kill('SIGKILL');
    await gone;
    const now = systemClock.now();
    const run = await insertRun({
      job: 'sealEvents',
      day: systemClock.today(),
      cause: 'byHand',
      by: 'user:x',
      owner: null,
      now,
      leaseUntil: now,
    });
    const next = await start('workers/main.ts');
    await eventually(
      'the next one has taken it',
      async () => (await findRun(run.id))?.state === 'done',
      60_000,
    );
    const ended = once(next, 'exit') as Promise<[number | null]>; // Node's exit event
    next.kill('SIGTERM');
    assert.deepEqual((await ended)[0], 0);
  });
});
