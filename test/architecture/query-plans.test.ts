import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { runSeeds } from '../../seeds/run-seeds.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { ROUTES } from '../../server/doors.ts';
import { sweepOrphanFiles } from '../../server/features/files/index.ts';
import { findUnsetParameters } from '../../server/features/parameters/index.ts';
import { sealPending, signDailyRoot, verifyChains } from '../../server/platform/audit/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { reencryptFields } from '../../server/platform/crypto/index.ts';
import { createRunner, registerJobs } from '../../server/platform/jobs/index.ts';
import { createLog } from '../../server/platform/log.ts';
import { deliverDue } from '../../server/platform/outbox/index.ts';
import { remindSilentComplaints } from '../../workers/jobs/remind-silent-complaints.ts';
import { sendDeadlineNotices } from '../../workers/jobs/send-deadline-notices.ts';
import { SCHEDULE } from '../../workers/schedule.ts';
import { startTestApp } from '../support/app.ts';
import type { Agent, TestApp } from '../support/app.ts';
import { demoAccount, demoWorkerPhone } from '../support/demo-accounts.ts';
import { shapeOf } from '../support/hostile-input.ts';
import { useStore } from '../support/store.ts';

type Doc = mongo.BSON.Document;
interface Asked {
  collection: string;
  filter: Doc;
  sort: Doc | undefined;
}

/** Collections so small by nature that reading all of one costs nothing, and why. */
const SMALL: Readonly<Record<string, string>> = {
  areas: 'some thousands at most, and searched by any part of a name',
  calendarYears: 'one record a year',
  eventRoots: 'one record a day',
  departments: 'some thirty for an area that has a joint meeting',
  eventKeys: 'one for each change of keys',
  campaigns: 'one or two a year for a county',
  demoMessages: 'a day of a demo',
  migrations: 'one for each change of form in the life of the product',
};

const COMPLAINT = {
  intakeKind: 'COMPLAINT',
  employerName: '文山建工集团有限公司',
  areaCode: '532601',
  headcount: 1,
  payMonths: ['2026-01'],
  owedFen: 100,
  story: '工资没有发',
  fileIds: [],
  name: '张大山',
};

/** The reading half of a command, whatever it is. */
function asksOf(command: Doc): Asked[] {
  const ask = (collection: unknown, filter: unknown, sort?: unknown): Asked => ({
    collection: String(collection),
    filter: filter ?? {},
    sort: sort as Doc | undefined,
  });
  if ('find' in command) {
    // The first of whatever is there: no scan, however many there are.
    const isAny = command['limit'] === 1 && Object.keys((command['filter'] ?? {}) as Doc).length === 0;
    return isAny && command['sort'] === undefined
      ? []
      : [ask(command['find'], command['filter'], command['sort'])];
  }
  if ('findAndModify' in command) return [ask(command['findAndModify'], command['query'], command['sort'])];
  if ('distinct' in command) return [ask(command['distinct'], command['query'])];
  if ('count' in command) {
    // How many there are in all is kept by both stores and read off, however many there are.
    const isAll = Object.keys((command['query'] ?? {}) as Doc).length === 0;
    return isAll ? [] : [ask(command['count'], command['query'])];
  }
  if ('aggregate' in command) {
    const [first] = command['pipeline'] as Doc[];
    return [ask(command['aggregate'], first?.['$match'])];
  }
  if ('update' in command)
    return (command['updates'] as Doc[]).map((one) => ask(command['update'], one['q']));
  if ('delete' in command)
    return (command['deletes'] as Doc[]).map((one) => ask(command['delete'], one['q']));
  return [];
}

/** The same question with other values is the same question. */
const form = ({ collection, filter, sort }: Asked): string =>
  `${collection} ${JSON.stringify(filter, (_key, value: unknown) => (Array.isArray(value) && !value.some((one) => typeof one === 'object') ? '[…]' : typeof value === 'object' ? value : '…'))}${sort === undefined ? '' : ` by ${JSON.stringify([...(sort instanceof Map ? sort.keys() : Object.keys(sort))])}`}`;

const scans = (plan: unknown): boolean =>
  typeof plan === 'object' &&
  plan !== null &&
  ('stage' in plan && plan.stage === 'COLLSCAN' ? true : Object.values(plan).some(scans));

describe('every question asked of the store', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });
  const asked = new Map<string, Asked>();
  let test: TestApp;
  const listen = ({ command }: { command: Doc }): void => {
    for (const one of asksOf(command)) asked.set(form(one), one);
  };

  before(async () => {
    test = startTestApp(systemClock.now());
    const client = mongoose.connection.getClient();
    client.on('commandStarted', listen);
    const at = { now: test.clock.now(), today: test.clock.today() };
    await runSeeds({ ctx: systemCtx('seeds', at), demo: true, regionCode: '5326' });
    const admin = await test.signIn(...account('admin'));
    await writes(admin);
    await background();
    await worker();
    await mornings();
    for (const role of ['admin', 'auditor', 'contractor', 'inspector'] as const)
      await readings(role === 'admin' ? admin : await test.signIn(...account(role)));
    client.off('commandStarted', listen);
  });

  const account = (role: 'admin' | 'auditor' | 'contractor' | 'inspector'): [string, string] => {
    const { login, password } = demoAccount(role);
    return [login, password];
  };

  /** Every list and every lookup, plain, with each filter, in each order, and its second page. */
  async function readings(agent: Agent): Promise<void> {
    const known: Record<string, string> = {
      code: '532601',
      key: 'minimumWageMonthly',
      name: 'sealEvents',
      year: '2026',
      day: '2026-11-20',
    };
    await agent.get('/metrics');
    for (const route of ROUTES.filter((one) => one.method === 'get')) {
      const path = route.path.replace(/:(\w+)/gu, (_whole, name: string) => known[name] ?? 'f'.repeat(24));
      const first = await agent.get(`/api${path}`).query({ limit: 1 });
      const { nextCursor } = (first.body ?? {}) as { nextCursor?: string };
      if (typeof nextCursor === 'string')
        await agent.get(`/api${path}`).query({ limit: 1, cursor: nextCursor });
      for (const [key, shape] of Object.entries(shapeOf(route.spec.query).keys ?? {})) {
        for (const value of samples(key, shape.flags?.only === true ? shape.allow : undefined))
          await agent.get(`/api${path}`).query({ [key]: value });
      }
    }
  }

  function samples(key: string, words: unknown[] | undefined): string[] {
    if (words !== undefined) return words.map(String);
    const own: Record<string, string[]> = {
      areaCode: ['532601'],
      parent: ['5326'],
      q: ['文', '5326'],
      day: ['2026-11-20'],
      subject: [`user:${'f'.repeat(24)}`],
      action: ['user.created'],
      phone: ['13800000001'],
      unread: ['true', 'false'],
      closed: ['true'],
    };
    return own[key] ?? [];
  }

  async function writes(admin: Agent): Promise<void> {
    const create = (path: string, body: object) =>
      admin
        .post(`/api${path}`)
        .set('idempotency-key', randomUUID())
        .send(body)
        .expect(({ status, text }) => assert.ok(status < 300, text));
    const grants = [{ role: 'inspector', areaCode: '532601' }];
    const made = await create('/users', {
      name: '甲',
      login: 'someone',
      email: 'a@b.example',
      grants,
      invite: true,
    });
    const { id } = (made.body as { user: { id: string } }).user;
    const act = (action: string) => admin.post(`/api/users/${id}/${action}`).send({ reason: '测试' });
    for (const action of ['reinvite', 'disable', 'enable', 'end-sessions', 'reset-password'])
      await act(action);
    await admin.patch(`/api/users/${id}`).set('if-match', '"v1"').send({ name: '乙' });
    await create('/areas', {
      parentCode: '532601001',
      name: '格',
      nameEn: 'Grid',
      validFrom: '2026-01-01',
      source: '文',
    });
    await create('/parameters/minimumWageMonthly/values', {
      areaCode: '5326',
      from: '2026-01-01',
      value: 1,
      source: '文',
    });
    await create('/work-calendar/local-holidays', {
      areaCode: '5326',
      day: '2026-04-01',
      name: '节',
      source: '文',
    });
    await create('/jobs/sealEvents/run', { day: '2026-01-01' }).catch(() => undefined);
    await create('/uploads', { name: 'a.pdf', bytes: 10, purpose: 'document' });
    await admin.post('/api/account/totp');
    await admin.post('/api/notifications/read-all');
    await admin.post(`/api/outbox/${id}/retry`);
    await admin.delete(`/api/files/${id}`).send({ reason: '错' });
  }

  /** What the workers do by themselves. */
  async function background(): Promise<void> {
    const [now, today] = [systemClock.now(), systemClock.today()];
    const quiet = { warn: () => undefined };
    await deliverDue({ now, log: quiet, demo: true });
    await deliverDue({ now, log: quiet, demo: false }); // texts switched off
    await sealPending();
    await signDailyRoot({ now, today });
    await verifyChains({ now });
    await sweepOrphanFiles({ now });
    await reencryptFields();
    await findUnsetParameters('532601', today);
    const job = { run: () => Promise.resolve({}) };
    const jobs = SCHEDULE.map(({ make: _, ...info }) => ({ ...info, job }));
    registerJobs(SCHEDULE);
    const runner = createRunner({ jobs, clock: systemClock, log: createLog('silent'), instance: 'test' });
    await runner.catchUp();
    for (const one of jobs) await runner.fire(one, now);
    await runner.pickUp();
    await runner.sweepSilent();
    await runner.stop();
  }

  async function worker(): Promise<void> {
    const agent = test.visitor();
    const phone = demoWorkerPhone();
    const asked = await agent.post('/api/session/phone-code').send({ phone });
    await deliverDue({ now: test.clock.now(), log: { warn: () => undefined }, demo: true });
    const [message] = (await agent.get('/api/demo-inbox').query({ phone })).body as { text: string }[];
    const { challengeId } = asked.body as { challengeId: string };
    const code = /\d{6}/u.exec(message?.text ?? '')?.[0];
    assert.equal((await agent.post('/api/session/phone').send({ challengeId, code })).status, 200);
    const { csrfToken } = (await agent.get('/api/session')).body as { csrfToken: string };
    const send = (path: string, body: object) =>
      agent
        .post(`/api${path}`)
        .set({ 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() })
        .send(body);
    const filed = await send('/my/complaints', COMPLAINT).expect(201);
    const { receiptNumber } = filed.body as { receiptNumber: string };
    await agent.get('/api/my/complaints').expect(200);
    await agent.get(`/api/my/complaints/${receiptNumber}`).expect(200);
    await send(`/my/complaints/${receiptNumber}/messages`, { text: '好', fileIds: [] }).expect(200);
    await send(`/my/payments/${'f'.repeat(24)}/answer`, { answer: 'received' }).expect(404);
    await send('/public/tracking', { receiptNumber, trackingCode: 'x' }).expect(404);
  }

  /** What the mornings ask, once the complaint above is late. */
  async function mornings(): Promise<void> {
    const none = () => Promise.resolve([]);
    const deps = { regionCode: '5326', smtpUrl: undefined, demo: true, findAdmins: none };
    const late = { today: addDays(systemClock.today(), 30), now: systemClock.now() };
    for (const make of [sendDeadlineNotices, remindSilentComplaints]) {
      const job = make(deps);
      for (const days of [0, 1, 2, 3])
        await job.run({
          ...late,
          today: addDays(late.today, days), // one of them is a working day
          log: createLog('silent'),
          signal: new AbortController().signal,
        });
    }
  }

  it('is answered through an index, but for collections that stay small', async () => {
    const found: string[] = [];
    for (const [name, { collection, filter, sort }] of asked) {
      const explain = { find: collection, filter, ...(sort === undefined ? {} : { sort }) };
      const told = await mongoose.connection.db?.command({ explain, verbosity: 'queryPlanner' });
      const { winningPlan } = told?.['queryPlanner'] as { winningPlan: Doc };
      if (scans(winningPlan) && SMALL[collection] === undefined) found.push(name);
    }
    assert.deepEqual(found, []);
  });

  it('is known here: a pass over the doors asks of most collections', () => {
    const collections = new Set([...asked.values()].map((one) => one.collection));
    assert.ok(collections.size >= 20, [...collections].join());
    assert.ok(asked.size >= 80, String(asked.size));
  });

  it('has no exception that nothing needs', () => {
    const collections = new Set([...asked.values()].map((one) => one.collection));
    assert.deepEqual(
      Object.keys(SMALL).filter((name) => !collections.has(name)),
      [],
    );
  });
});
