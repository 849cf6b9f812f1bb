import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { ROUTES } from '../../../server/doors.ts';
import { loadClassOf } from '../../../server/load-classes.ts';
import { startShedding } from '../../../server/platform/http/shedding.ts';
import { assembleApp } from '../../../server/run-server.ts';
import { appendEvent } from '../../../server/platform/audit/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { createRunner, registerJobs } from '../../../server/platform/jobs/index.ts';
import { createLog } from '../../../server/platform/log.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { bindJobs, SCHEDULE } from '../../../workers/schedule.ts';
import type { TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const NOW = new Date('2026-11-21T02:00:00Z');
const TOKEN = 'a-token-for-the-scraper';

/** `name{label="value"}` → value, of a text in Prometheus' format. */
function read(text: string): Map<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('the figures for an operator', () => {
  useStore();
  let test: TestApp;
  const look = async (app = test): Promise<Map<string, number>> => {
    const { status, text } = await app.visitor().get('/metrics');
    assert.equal(status, 200, text);
    return read(text);
  };
  beforeEach(() => {
    test = startTestApp(new Date(NOW.getTime() - 2 * 86_400_000));
    test.clock.set(NOW);
    registerJobs(SCHEDULE);
  });

  it('tell of jobs what their history tells: the last good run, how it went, and for how long one is overdue', async () => {
    const runner = createRunner({
      jobs: bindJobs({ ...test.config, findAdmins: () => Promise.resolve([]) }),
      clock: test.clock,
      log: createLog('silent'),
      instance: 'w1',
    });
    const before = await look(startedAt(test));
    // Due at 00:10 in Shanghai, an hour granted; up for two days, so the first unanswered fire is that of yesterday.
    const since = (NOW.getTime() - new Date('2026-11-19T16:10:00Z').getTime()) / 1000;
    assert.equal(before.get('anxin_job_overdue_seconds{name="signDailyRoot"}'), since);
    assert.equal(before.has('anxin_job_last_success_timestamp_seconds{name="signDailyRoot"}'), false);
    await runner.catchUp();
    const after = await look(startedAt(test));
    assert.equal(after.get('anxin_job_overdue_seconds{name="signDailyRoot"}'), 0);
    assert.equal(after.get('anxin_job_last_run_ok{name="signDailyRoot"}'), 1);
    assert.equal(
      after.get('anxin_job_last_success_timestamp_seconds{name="signDailyRoot"}'),
      NOW.getTime() / 1000,
    );
    assert.equal(after.get('anxin_job_last_run_figure{name="signDailyRoot",figure="signed"}'), 0);
    assert.deepEqual(
      [...after.keys()].filter((sample) => /[{,](job|instance)="/u.test(sample)),
      [],
      "are Prometheus' own labels: it would rename ours, and whoever asks by job would see one job",
    );
  });

  it('tell of the outbox what waits and for how long, and what was given up', async () => {
    const minutes = (n: number): Date => new Date(NOW.getTime() - n * 60_000);
    const message = (key: string, more: object) => ({
      key,
      createdAt: minutes(60),
      areaCode: '5326',
      ...more,
    });
    await Outbox.collection.insertMany([
      message('a', { channel: 'mail', state: 'waiting', dueAt: minutes(7) }),
      message('b', { channel: 'mail', state: 'waiting', dueAt: minutes(-30) }),
      message('c', { channel: 'sms', state: 'failed' }),
      message('d', { channel: 'sms', state: 'sent', sentAt: minutes(5) }),
      message('e', { channel: 'sms', state: 'sent', sentAt: minutes(90) }),
    ]); // what the figures read of them
    const figures = await look();
    assert.equal(figures.get('anxin_outbox_messages{channel="mail",state="waiting"}'), 2);
    assert.equal(figures.get('anxin_outbox_messages{channel="sms",state="failed"}'), 1);
    assert.equal(figures.get('anxin_outbox_oldest_due_seconds'), 420);
    assert.equal(figures.get('anxin_outbox_sent_last_hour'), 1);
  });

  it('tell of the chain, the store, the disk, the migrations and this process', async () => {
    const ctx = systemCtx('test', { now: new Date(NOW.getTime() - 90_000), today: test.clock.today() });
    const event = { subject: 'user:a', areaCode: '5326', action: 'thing.changed', facts: {} } as const;
    await inTransaction(() => appendEvent(event, ctx));
    const figures = await look();
    assert.equal(figures.get('anxin_events_unsealed'), 1);
    assert.equal(figures.get('anxin_events_oldest_unsealed_seconds'), 90);
    assert.equal(figures.has('anxin_events_last_signed_day_timestamp_seconds'), false, 'unknown, not 0');
    assert.ok((figures.get('anxin_disk_free_bytes') ?? 0) > 0);
    assert.ok((figures.get('anxin_migrations_open') ?? 0) > 0, 'the test store never started a product');
    assert.ok((figures.get('anxin_store_connections{state="open"}') ?? 0) > 0);
    assert.equal(figures.get('anxin_figures_ok'), 1);
    assert.equal(figures.get('anxin_sockets'), 0);
    assert.ok([...figures.keys()].some((name) => name.startsWith('anxin_build_info{version="')));
    assert.ok(
      [...figures.keys()].some((name) =>
        /^anxin_store_info\{kind="(embedded|mongodb)",version="\d/u.test(name),
      ),
    );
  });

  it('are read from the store once in ten seconds, however often they are asked for', async () => {
    const first = await look();
    await Outbox.collection.insertOne({ key: 'late', channel: 'mail', state: 'waiting', dueAt: NOW });
    assert.equal((await look()).get('anxin_outbox_messages{channel="mail",state="waiting"}'), undefined);
    assert.equal(first.get('anxin_figures_ok'), 1);
    assert.equal(
      (await look(startedAt(test))).get('anxin_outbox_messages{channel="mail",state="waiting"}'),
      1,
      'another process reads for itself',
    );
  });

  it('are only for programs on this machine that come straight, where no token is set', async () => {
    assert.equal((await test.visitor().get('/metrics')).status, 200);
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      const { status, body } = await test.visitor().get('/metrics').set(header, '10.0.0.7');
      assert.deepEqual([status, body.code], [403, 'metricsClosed'], header);
    }
  });

  it('are for whoever shows the token, where one is set, and guessing is slowed down', async () => {
    const guarded = startTestApp(NOW, { METRICS_TOKEN: TOKEN });
    const ask = (authorization: string) =>
      guarded.visitor().get('/metrics').set('authorization', authorization);
    assert.equal((await ask(`Bearer ${TOKEN}`)).status, 200);
    assert.equal((await ask(`Bearer ${TOKEN}`).set('x-forwarded-for', '10.0.0.7')).status, 200);
    const bare = await guarded.visitor().get('/metrics');
    assert.deepEqual([bare.status, bare.body.code], [401, 'metricsTokenWrong']);
    assert.match(bare.headers['www-authenticate'] ?? '', /^Bearer/u);
    assert.match(bare.body.requestId, /^[0-9a-f-]{36}$/u);
    const guesses: number[] = [];
    for (let n = 0; n < 12; n += 1) guesses.push((await ask(`Bearer guess-number-${n}`)).status);
    assert.deepEqual([guesses[0], guesses.at(-1)], [401, 429]);
    assert.equal(guarded.lines.join('').includes(TOKEN), false);
  });

  /** A process of its own, as far as what it remembers goes. */
  function startedAt({ clock }: TestApp): TestApp {
    const other = startTestApp(new Date(NOW.getTime() - 2 * 86_400_000));
    other.clock.set(clock.now());
    return other;
  }
});

describe('the example dashboard and alarms', () => {
  useStore({ emptyBefore: 'all' });

  it('ask only for figures that the product gives', async () => {
    const { config, clock } = startTestApp(NOW);
    const shedding = startShedding({
      routes: ROUTES,
      classOf: loadClassOf,
      askStore: () => Promise.resolve(true),
    });
    after(() => shedding.stop());
    const deps = { config, clock, log: createLog('silent') };
    const { app } = assembleApp(deps, { stopping: false }, { shed: shedding.middleware });
    const { text } = await request(app).get('/metrics');
    const given = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gmu)].flatMap(([, name = '', type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
    for (const file of ['deploy/grafana-dashboard.json', 'deploy/prometheus-rules.yaml', 'operate.md']) {
      const asked = [
        ...readFileSync(`docs/${file}`, 'utf8').matchAll(/\b(anxin|process|nodejs)_[a-z0-9_]*[a-z0-9]\b/gu),
      ].map(([name]) => name);
      assert.ok(asked.length > 5, file);
      assert.deepEqual(
        [...new Set(asked)].filter((name) => !given.has(name) && !given.has(`${name}_count`)),
        [],
        file,
      );
    }
  });
});
