import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import mongoose from 'mongoose';
import type {
  ChainVerdict,
  DailyRootView,
  EventDayView,
  EventKeyView,
  EventView,
  RootListView,
} from '../../../server/core/contract/operations.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { toShanghaiDay } from '../../../server/core/kit/plain-date.ts';
import { appendEvent, sealPending, signDailyRoot } from '../../../server/platform/audit/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

const NOW = new Date('2026-11-21T02:00:00Z');

describe('the event chain behind its doors', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let auditor: Agent;
  let countyAdmin: Agent;
  let inspector: Agent;

  before(async () => {
    test = startTestApp(NOW);
    await openStaff(test, {
      checker: ['auditor', '5326'],
      county: ['admin', '532602'],
      inspector1: ['inspector', '5326'],
    });
    auditor = await test.signIn('checker', PASSWORD);
    countyAdmin = await test.signIn('county', PASSWORD);
    inspector = await test.signIn('inspector1', PASSWORD);
    await emptyChains();
    for (const [subject, at, areaCode, action] of [
      ['user:a', '2026-11-18T09:00:00', '532601', 'user.created'],
      ['user:b', '2026-11-18T10:00:00', '532602', 'user.created'],
      ['user:a', '2026-11-20T09:00:00', '532601001', 'user.disabled'],
      ['user:c', '2026-11-20T09:00:00', '53', 'parameter.set'],
    ] as const) {
      const now = new Date(`${at}+08:00`);
      const ctx = systemCtx('test', { now, today: toShanghaiDay(now.getTime()) });
      await inTransaction(() => appendEvent({ subject, areaCode, action, facts: { reason: '测试' } }, ctx));
    }
    await sealPending();
    await signDailyRoot({ today: test.clock.today(), now: NOW });
  });

  /** Opening the accounts above left events of its own. */
  async function emptyChains(): Promise<void> {
    const names = ['events', 'eventQueue', 'eventSeals', 'eventDays', 'eventHead', 'eventRoots', 'eventKeys'];
    await Promise.all(names.map((name) => mongoose.connection.collection(name).deleteMany({})));
  }
  async function get<Body>(agent: Agent, path: string): Promise<Body> {
    const res = await agent.get(`/api${path}`);
    assert.equal(res.status, 200, `${path}: ${res.text}`);
    return res.body as Body;
  }

  it('GET /events lists what was done in the reader’s areas, newest first', async () => {
    const page = await get<Page<EventView>>(auditor, '/events');
    assert.equal(page.total, 3, 'the event of the province lies above the prefecture and is not theirs');
    assert.deepEqual(
      page.items.map((event) => event.action),
      ['user.disabled', 'user.created', 'user.created'],
    );
    const last = page.items[0];
    assert.deepEqual(
      [last?.subject, last?.seq, last?.areaCode, last?.actor, last?.at, last?.facts],
      ['user:a', 2, '532601001', 'system:test', '2026-11-20T01:00:00.000Z', { reason: '测试' }],
    );
    assert.equal(last?.prevHash, page.items[2]?.hash);
    assert.equal((await get<Page<EventView>>(countyAdmin, '/events')).total, 1);
  });

  it('GET /events filters by subject, area with all below it, day and action, and pages', async () => {
    const total = async (query: string): Promise<number> =>
      (await get<Page<EventView>>(auditor, `/events?${query}`)).total;
    assert.equal(await total('subject=user:a'), 2);
    assert.equal(await total('areaCode=532601'), 2);
    assert.equal(await total('areaCode=532602&day=2026-11-18'), 1);
    assert.equal(await total('areaCode=53'), 3);
    assert.equal(await total('action=user.disabled'), 1);
    assert.equal(await total('day=2026-11-19'), 0);
    const first = await get<Page<EventView>>(auditor, '/events?limit=2&sort=at');
    const second = await get<Page<EventView>>(auditor, `/events?limit=2&sort=at&cursor=${first.nextCursor}`);
    assert.deepEqual(
      [...first.items, ...second.items].map((event) => event.subject),
      ['user:a', 'user:b', 'user:a'],
    );
  });

  it('GET /event-days lists the chains of areas and days with the root that signs them', async () => {
    const page = await get<Page<EventDayView>>(auditor, '/event-days');
    assert.deepEqual(
      page.items.map((item) => [item.day, item.areaCode, item.events]),
      [
        ['2026-11-20', '532601001', 1],
        ['2026-11-18', '532602', 1],
        ['2026-11-18', '532601', 1],
      ],
    );
    assert.match(page.items[0]?.root?.rootHash ?? '', /^[0-9a-f]{64}$/u);
    const own = await get<Page<EventDayView>>(countyAdmin, '/event-days?day=2026-11-18');
    assert.deepEqual(
      own.items.map((item) => item.areaCode),
      ['532602'],
    );
  });

  it('GET /event-days/:day/roots and /event-keys let anybody check a signature with nothing else', async () => {
    const visitor = test.visitor();
    const root = await get<DailyRootView>(visitor, '/event-days/2026-11-20/roots');
    const { items } = await get<Page<EventKeyView>>(visitor, '/event-keys');
    const key = items.find((item) => item.keyId === root.keyId);
    assert.equal(key?.current, true);
    const text = Buffer.from(`anxin-daily-root:${root.day}:${root.rootHash}`);
    assert.ok(
      verify(null, text, createPublicKey(key?.publicKeyPem ?? ''), Buffer.from(root.signature, 'base64')),
    );
    assert.deepEqual(
      root.areas.map((area) => area.areaCode),
      ['53', '532601001'],
    );
    const before = await get<DailyRootView>(visitor, '/event-days/2026-11-19/roots');
    assert.deepEqual([before.areas, before.rootHash], [[], root.previousRootHash]);
  });

  it('GET /event-roots lists every signed day to anybody', async () => {
    const page = await get<Page<RootListView>>(test.visitor(), '/event-roots');
    assert.deepEqual(
      page.items.map((item) => [item.day, item.areas, item.events]),
      [
        ['2026-11-20', 2, 2],
        ['2026-11-19', 0, 0],
        ['2026-11-18', 2, 2],
      ],
    );
    const older = await get<Page<RootListView>>(test.visitor(), `/event-roots?limit=1&sort=day`);
    assert.deepEqual([older.items[0]?.day, older.total], ['2026-11-18', 3]);
  });

  it('answers 404 for a day that is not signed and one that does not exist', async () => {
    for (const day of ['2026-11-21', '2020-01-01', '2026-02-30', 'today', '%00']) {
      assert.equal((await test.visitor().get(`/api/event-days/${day}/roots`)).status, 404, day);
    }
  });

  it('POST /event-chain/verify says that all is whole, and names an altered event', async () => {
    const whole = await auditor.post('/api/event-chain/verify');
    assert.deepEqual(
      [whole.status, whole.body],
      [200, { ok: true, events: 4, chains: 3, areaDays: 4, days: 3 }],
    );
    const events = mongoose.connection.collection('events');
    const before = await events.findOne({ subject: 'user:b' });
    await events.updateOne({ subject: 'user:b' }, { $set: { actor: 'user:x' } });
    const damaged = (await countyAdmin.post('/api/event-chain/verify')).body as ChainVerdict;
    await events.replaceOne({ subject: 'user:b' }, before ?? {});
    assert.deepEqual(damaged.firstBroken, {
      chain: 'user:b',
      seq: 1,
      eventId: String(before?._id),
      why: 'contentAltered',
    });
    assert.equal(damaged.ok, false);
  });

  it('is closed to those who do not check, and to visitors', async () => {
    for (const [method, path] of [
      ['get', '/events'],
      ['get', '/event-days'],
      ['post', '/event-chain/verify'],
    ] as const) {
      assert.equal((await inspector[method](`/api${path}`)).status, 403, path);
      const status = (await test.visitor()[method](`/api${path}`)).status;
      assert.ok(status === 401 || status === 403, `${path}: ${status}`);
    }
  });

  it('refuses queries of another shape', async () => {
    for (const query of [
      'subject=user',
      'subject[$ne]=x',
      'areaCode=5',
      'areaCode=53;',
      'day=2026-02-30',
      'sort=hash',
      'facts=1',
      'limit=9999',
    ]) {
      assert.equal((await auditor.get(`/api/events?${query}`)).status, 422, query);
    }
  });
});
