import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type {
  HealthCheck,
  HealthView,
  JobRunView,
  JobView,
} from '../../../server/core/contract/operations.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { overdueSeconds } from '../../../server/features/operations/health/check-jobs.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import { appendEvent } from '../../../server/platform/audit/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { createLog } from '../../../server/platform/log.ts';
import { migrateStore, ownForm } from '../../../server/platform/migrations/index.ts';
import { Migrations } from '../../../server/platform/migrations/migration.model.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { Runs } from '../../../server/platform/jobs/job-run.model.ts';
import { createRunner, findJobInfo, readCron, registerJobs } from '../../../server/platform/jobs/index.ts';
import { bindJobs, SCHEDULE } from '../../../workers/schedule.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { isEmbedded } from '../../support/named-store.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from './open-staff.ts';

/** 10:00 on 21 November in Shanghai. */
const NOW = new Date('2026-11-21T02:00:00Z');
const TODAY = '2026-11-21';

describe('jobs and health', () => {
  useStore();
  let test: TestApp;
  let admin: Agent;
  const run = (name: string, day: string, key: string = randomUUID()) =>
    admin.post(`/api/jobs/${name}/run`).set('idempotency-key', key).send({ day });
  const workers = () => {
    const { config, clock } = test;
    const jobs = bindJobs({ ...config, findAdmins: () => Promise.resolve([]) });
    return createRunner({ jobs, clock, log: createLog('silent'), instance: 'w1' });
  };
  const check = async (name: HealthCheck['name']): Promise<HealthCheck> => {
    const view = (await admin.get('/api/health')).body as HealthView;
    const found = view.checks.find((one) => one.name === name);
    assert.ok(found, name);
    return found;
  };

  beforeEach(async () => {
    // It began two days ago, so it may say which fires nobody answered.
    test = startTestApp(new Date(NOW.getTime() - 2 * 86_400_000));
    test.clock.set(NOW);
    registerJobs(SCHEDULE);
    await openStaff(test, { admin: ['admin', '5326'] });
    admin = await test.signIn('admin', PASSWORD);
  });

  it('every job of the schedule is listed with its next run', async () => {
    const { body } = await admin.get('/api/jobs');
    const jobs = body.items as JobView[];
    assert.deepEqual(
      jobs.map(({ name }) => name),
      SCHEDULE.map(({ name }) => name),
    );
    const root = jobs.find(({ name }) => name === 'signDailyRoot');
    assert.equal(root?.nextRunAt, '2026-11-21T16:10:00.000Z', '00:10 of the 22nd in Shanghai');
    assert.equal(root.running, false);
    assert.equal(root.lastRun, undefined);
  });

  it('a run by hand is taken by a worker, and its history shows who asked and what it did', async () => {
    const key = randomUUID();
    const asked = await run('sealEvents', TODAY, key);
    assert.equal(asked.status, 202);
    assert.equal(asked.body.state, 'running');
    assert.match(asked.body.by, /^user:/);
    assert.equal(
      (await run('sealEvents', TODAY, key)).body.id,
      asked.body.id,
      'the same key is the same run',
    );
    const again = await run('sealEvents', TODAY);
    assert.deepEqual([again.status, again.body.code], [409, 'jobRunning'], 'one at a time');
    const { nameZh = '' } = findJobInfo('sealEvents') ?? {};
    assert.match(
      again.body.messages.zh,
      new RegExp(`“${nameZh}”.*2026-11-2\\d \\d\\d:\\d\\d .*${TODAY}`, 'u'),
    );
    assert.equal(await workers().pickUp(), 1);
    const { body } = await admin.get('/api/jobs/sealEvents/runs');
    assert.equal(body.total, 1);
    assert.equal(body.items[0].state, 'done');
    assert.ok(body.items[0].counts.sealed >= 1, 'the events of opening the account and of this run');
    assert.equal((await Events.findOne({ subject: 'job:sealEvents' }).lean())?.action, 'job.runByHand');
  });

  it('a run whose process is gone says so in the history, and in which try it was', async () => {
    await run('sealEvents', TODAY);
    await Runs.updateOne({ job: 'sealEvents' }, { $set: { owner: 'gone', leaseUntil: NOW } });
    await workers().sweepSilent();
    const { items } = (await admin.get('/api/jobs/sealEvents/runs')).body as Page<JobRunView>;
    assert.deepEqual(
      items.map(({ state, cutOff, attempt }) => [state, cutOff, attempt]),
      [
        ['running', undefined, 2],
        ['abandoned', 'silent', 1],
      ],
    );
  });

  it('a run for a day to come, or of a job nobody knows, is refused', async () => {
    assert.equal((await run('sealEvents', '2026-11-22')).status, 422);
    assert.equal((await run('sealEvents', '2026-02-30')).status, 422);
    assert.equal((await run('nothing', TODAY)).status, 404);
    assert.equal((await admin.get('/api/jobs/nothing/runs')).status, 404);
  });

  it('the history pages through all runs, newest first', async () => {
    const runner = workers();
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      assert.equal((await run('sealEvents', day)).status, 202);
      await runner.pickUp();
    }
    const first = (await admin.get('/api/jobs/sealEvents/runs?limit=2')).body;
    assert.deepEqual(
      [first.total, first.items.map((one: { day: string }) => one.day)],
      [3, ['2026-11-20', '2026-11-19']],
    );
    const exact = (await admin.get('/api/jobs/sealEvents/runs?limit=3')).body;
    assert.deepEqual([exact.items.length, exact.nextCursor], [3, null]);
    const rest = (await admin.get(`/api/jobs/sealEvents/runs?limit=2&cursor=${first.nextCursor}`)).body;
    assert.deepEqual(
      rest.items.map((one: { day: string }) => one.day),
      ['2026-11-18'],
    );
    assert.equal(rest.nextCursor, null);
  });

  it('auditors read the history, admins alone run jobs and see the health', async () => {
    await openStaff(test, { auditor: ['auditor', '5326'] });
    const auditor = await test.signIn('auditor', PASSWORD);
    assert.equal((await auditor.get('/api/jobs')).status, 200);
    assert.equal(
      (
        await auditor
          .post('/api/jobs/sealEvents/run')
          .set('idempotency-key', randomUUID())
          .send({ day: TODAY })
      ).status,
      403,
    );
    assert.equal((await auditor.get('/api/health')).status, 403);
    assert.equal((await test.visitor().get('/api/health')).status, 401);
  });

  it('health tells of each part, and the versions', async () => {
    const { status, body } = await admin.get('/api/health');
    const view = body as HealthView;
    assert.equal(status, 200);
    assert.deepEqual(view.checks.map(({ name }) => name).sort(), [
      'calendar',
      'clock',
      'disk',
      'eventChain',
      'files',
      'jobs',
      'keys',
      'mail',
      'migrations',
      'outbox',
      'parameters',
      'redis',
      'sms',
      'store',
    ]);
    for (const { level, next } of view.checks)
      assert.equal(next === undefined, level === 'good', 'what is not good says what to do');
    for (const { zh, en } of view.checks)
      assert.ok(/\p{Script=Han}/u.test(zh) && /^[A-Z0-9]/.test(en), `${zh} ${en}`);
    assert.equal(view.versions['node'], process.versions.node);
    assert.match(view.versions['store'] ?? '', /^(embedded|mongodb) \d/);
  });

  it('the store says what it is, how fast it answers and, embedded, that it stands alone', async () => {
    const { facts, zh } = await check('store');
    assert.equal(typeof facts['pingMs'], 'number');
    assert.equal(facts['kind'], isEmbedded ? 'embedded' : 'mongodb');
    assert.equal(zh.includes('单机'), isEmbedded);
  });

  it('a stopped set of workers is bad, and running ones are good', async () => {
    assert.equal((await check('jobs')).level, 'bad');
    const runner = workers();
    await runner.catchUp();
    for (const { job, ...info } of bindJobs({ ...test.config, findAdmins: () => Promise.resolve([]) })) {
      if (readCron(info.cron).kind === 'every')
        await runner.fire({ ...info, job }, new Date(NOW.getTime() - (NOW.getTime() % 60_000)));
    }
    assert.deepEqual(
      await check('jobs').then(({ level, facts }) => [level, facts['overdue'], facts['failed']]),
      ['good', 0, 0],
    );
  });

  it('the form of the data is good once all was brought into it, and names the fault of what stopped', async () => {
    assert.equal((await check('migrations')).level, 'warning', 'a test store never started a product');
    const deps = { clock: test.clock, log: createLog('silent'), version: '0.0.1' };
    await migrateStore(deps);
    const { level, facts } = await check('migrations');
    assert.deepEqual([level, facts['form'], facts['writtenBy']], ['good', ownForm(), '0.0.1']);
    const last = { _id: ownForm() };
    const stopped = { state: 'running', fault: 'the disk was full' } as const;
    await Migrations.updateOne(last, { $set: stopped });
    assert.deepEqual(
      await check('migrations').then((found) => [found.level, found.en.includes('the disk was full')]),
      ['bad', true],
    );
  });

  it('what was given up by the outbox is a warning with its next step', async () => {
    assert.equal((await check('outbox')).level, 'good');
    await Outbox.collection.insertOne({ key: 'given-up', state: 'failed', areaCode: '5326' }); // what the check reads of it
    const { level, facts, next } = await check('outbox');
    assert.deepEqual([level, facts['failed']], ['warning', 1]);
    assert.match(next?.en ?? '', /outbox page/);
  });

  it('next year’s notice is looked for from November on', async () => {
    assert.equal((await check('calendar')).level, 'warning');
    assert.equal((await check('calendar')).facts['nextYear'], false);
  });

  it('unset parameters and an unsigned chain without a finished day are told apart from faults', async () => {
    assert.equal((await check('parameters')).level, 'warning');
    assert.equal((await check('eventChain')).level, 'good');
  });

  it('an event dated back years waits for its seal since the product started, and not since its day', async () => {
    test = startTestApp(NOW);
    admin = await test.signIn('admin', PASSWORD);
    const laid = systemCtx('seeds', {
      now: new Date('2020-04-01T02:00:00Z'),
      today: plainDate('2020-04-01'),
    });
    const event = { subject: 'area:5326', areaCode: '5326', action: 'thing.laid', facts: {} } as const;
    await inTransaction(() => appendEvent(event, laid));
    test.clock.set(new Date(NOW.getTime() + 60_000));
    assert.deepEqual((await check('eventChain')).facts['queueMs'], 60_000);
    assert.doesNotMatch((await check('eventChain')).zh, /未入链/u, 'being sealed');
    test.clock.set(new Date(NOW.getTime() + 11 * 60_000));
    assert.match((await check('eventChain')).zh, /等待 11 分钟未入链/u);
  });

  it('a day that ended unsigned is a fault of the event chain by the next noon', async () => {
    test.clock.set(new Date('2026-11-22T03:59:00Z'));
    admin = await test.signIn('admin', PASSWORD);
    await workers().fire(bound('sealEvents'), new Date('2026-11-22T03:59:00Z'));
    assert.equal((await check('eventChain')).level, 'good', '11:59');
    test.clock.set(new Date('2026-11-22T04:00:00Z'));
    assert.equal((await check('eventChain')).level, 'bad', '12:00');
    await workers().catchUp();
    assert.equal((await check('eventChain')).level, 'good', 'after the job has signed it');
  });
  const bound = (name: string) => {
    const job = bindJobs({ ...test.config, findAdmins: () => Promise.resolve([]) }).find(
      (one) => one.name === name,
    );
    if (job === undefined) throw new Error(`no job ${name}`);
    return job;
  };

  it('mail in demo mode goes to the inbox; a server that does not answer is bad', async () => {
    assert.deepEqual((await check('mail')).facts, { kind: 'demoInbox' });
    const port = await closedPort();
    test = startTestApp(NOW, { SMTP_URL: `smtp://127.0.0.1:${port}` });
    admin = await test.signIn('admin', PASSWORD);
    assert.equal((await check('mail')).level, 'bad');
  });

  it('says where text messages go, and in words that they are switched off', async () => {
    assert.deepEqual((await check('sms')).facts, { kind: 'demoInbox' });
    test = startTestApp(NOW, { DEMO: 'false', SMS_DISABLED: 'true' });
    admin = await test.signIn('admin', PASSWORD);
    const { level, zh, en, facts } = await check('sms');
    assert.deepEqual([level, facts], ['good', { kind: 'off' }]);
    assert.match(zh, /短信已关闭/u);
    assert.match(en, /switched off/u);
  });

  it('a nearly full disk is bad before it is full', async () => {
    test = startTestApp(NOW, { DISK_FLOOR_MB: '1000000000' });
    admin = await test.signIn('admin', PASSWORD);
    assert.equal((await check('disk')).level, 'bad');
  });
});

describe('how long a job is overdue', () => {
  const at = (text: string): Date => new Date(`${text}+08:00`);
  const HOUR = 3_600;
  const cases: [cron: string, lastFire: string | null, now: string, seconds: number][] = [
    ['10 0 * * *', '2026-11-20T00:10:00', '2026-11-21T01:09:59', 0],
    ['10 0 * * *', '2026-11-20T00:10:00', '2026-11-21T01:10:00', HOUR],
    ['10 0 * * *', '2026-11-18T00:10:00', '2026-11-21T01:10:00', 49 * HOUR],
    ['10 0 * * *', '2026-11-21T00:10:00', '2026-11-21T23:00:00', 0],
    ['10 0 * * *', null, '2026-01-03T12:10:00', 60 * HOUR],
    ['*/10 * * * * *', '2026-11-21T11:55:00', '2026-11-21T12:00:09', 0],
    ['*/10 * * * * *', '2026-11-21T11:55:00', '2026-11-21T12:00:10', 300],
  ];
  for (const [cron, last, now, seconds] of cases) {
    it(`"${cron}" last run at ${last ?? 'no time'} is ${seconds} s late at ${now}`, () => {
      const lastRun = last === null ? null : { fireAt: at(last) };
      assert.equal(
        overdueSeconds(readCron(cron), lastRun, { now: at(now), upSince: at('2026-01-01T00:00:00') }),
        seconds,
      );
    });
  }

  it('cannot be judged by a process that began after the fire', () => {
    const upSince = at('2026-11-21T11:58:00');
    const timing = readCron('* * * * *');
    assert.equal(overdueSeconds(timing, null, { now: at('2026-11-21T12:00:00'), upSince }), 0);
    assert.equal(overdueSeconds(timing, null, { now: at('2026-11-21T12:05:00'), upSince }), 360);
  });
});

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address always is one
  await new Promise((resolve) => server.close(resolve));
  return port;
}
