import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { OutboxSummary, OutboxView } from '../../../server/core/contract/operations.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { deliverDue, enqueue, Outbox } from '../../../server/platform/outbox/index.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

describe('GET /api/outbox, /api/outbox/summary and POST /api/outbox/:id/retry', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;
  let countyAdmin: Agent;
  let auditor: Agent;

  before(async () => {
    test = startTestApp(new Date('2030-03-04T02:00:00Z'));
    await openStaff(test, {
      chief: ['admin', '5326'],
      county: ['admin', '532602'],
      checker: ['auditor', '5326'],
    });
    admin = await test.signIn('chief', PASSWORD);
    countyAdmin = await test.signIn('county', PASSWORD);
    auditor = await test.signIn('checker', PASSWORD);
  });
  beforeEach(async () => {
    await mongoose.connection.collection('outbox').deleteMany({});
    for (let n = 1; n <= 5; n += 1) await put(n);
  });

  async function put(n: number): Promise<void> {
    const now = new Date(test.clock.now().getTime() + n * 1000);
    const areaCode = n === 5 ? '532602' : '532601';
    const ctx = systemCtx('test', { now, today: test.clock.today() });
    const to = { email: `zhang${n}@example.cn` };
    await inTransaction(() =>
      enqueue(
        {
          template: n === 1 ? 'rightsChanged' : 'test',
          to,
          channel: 'mail',
          data: {},
          areaCode,
          key: `m${n}`,
        },
        ctx,
      ),
    );
  }
  async function fail(key: string): Promise<string> {
    const row = await Outbox.findOneAndUpdate(
      { key },
      { $set: { state: 'failed', attempts: 8, lastError: '550' }, $unset: { dueAt: 1 } },
    ).lean();
    return String(row?._id);
  }
  const list = async (agent: Agent, query = ''): Promise<Page<OutboxView>> => {
    const res = await agent.get(`/api/outbox${query}`);
    assert.equal(res.status, 200, res.text);
    return res.body as Page<OutboxView>;
  };

  it('lists newest first, with masked recipients and nothing of the content', async () => {
    const res = await admin.get('/api/outbox');
    const page = res.body as Page<OutboxView>;
    assert.equal(page.total, 5);
    assert.deepEqual(
      page.items.map((row) => row.toMasked),
      Array.from({ length: 5 }, () => 'z****@example.cn'),
    );
    const first = page.items[0];
    assert.deepEqual(Object.keys(first ?? {}).sort(), [
      'attempts',
      'channel',
      'createdAt',
      'id',
      'messageId',
      'notBefore',
      'state',
      'subject',
      'template',
      'toMasked',
    ]);
    assert.ok(!res.text.includes('zhang') && !res.text.includes('payload'));
  });

  it('pages through everything once, in both directions', async () => {
    for (const sort of ['createdAt', '-createdAt', '-notBefore']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page<OutboxView> = await list(
          admin,
          `?sort=${sort}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        assert.equal(page.total, 5);
        seen.push(...page.items.map((row) => row.createdAt));
        cursor = page.nextCursor;
      }
      const sorted = [...seen].sort();
      assert.equal(new Set(seen).size, 5);
      assert.deepEqual(seen, sort.startsWith('-') ? sorted.reverse() : sorted);
    }
  });

  it('filters by state, channel and template', async () => {
    await fail('m2');
    assert.deepEqual(
      (await list(admin, '?state=failed')).items.map((row) => row.lastError),
      ['550'],
    );
    assert.equal((await list(admin, '?channel=sms')).total, 0);
    assert.equal((await list(admin, '?channel=mail&template=rightsChanged')).total, 1);
  });

  it('shows an admin of one county only its own messages', async () => {
    assert.equal((await list(countyAdmin)).total, 1);
    const summary = (await countyAdmin.get('/api/outbox/summary')).body as OutboxSummary;
    assert.equal(summary.waiting, 1);
  });

  it('counts the states and says since when the oldest waits', async () => {
    await fail('m1');
    const summary = (await admin.get('/api/outbox/summary')).body as OutboxSummary;
    const { oldestWaitingAt, ...counts } = summary;
    assert.deepEqual(counts, { waiting: 4, sending: 0, sent: 0, failed: 1, switchedOff: 0 });
    assert.equal(oldestWaitingAt, '2030-03-04T02:00:02.000Z');
  });

  it('puts a failed message back with all its tries, on the record, and it goes out', async () => {
    const id = await fail('m3');
    const res = await admin.post(`/api/outbox/${id}/retry`);
    assert.equal(res.status, 200, res.text);
    const view = res.body as OutboxView;
    assert.deepEqual([view.state, view.attempts], ['waiting', 0]);
    const event = await mongoose.connection.collection('events').findOne({ subject: `outbox:${id}` });
    assert.deepEqual(
      [event?.['action'], event?.['facts']],
      ['outbox.retried', { template: 'test', channel: 'mail' }],
    );
    const sent = await deliverDue({ now: test.clock.now(), log: { warn: () => undefined }, demo: true });
    assert.equal(sent.sent, 1);
    assert.equal((await Outbox.findById(id).lean())?.state, 'sent');
  });

  it('says of a text that texts are switched off, counts it apart, and does not send it again', async () => {
    const row = await Outbox.findOneAndUpdate(
      { key: 'm2' },
      { $set: { channel: 'sms', attempts: 0, toMasked: '138****5678' } },
    ).lean();
    await deliverDue({ now: test.clock.now(), log: { warn: () => undefined }, demo: false });
    const [view] = (await list(admin, '?state=switchedOff')).items;
    assert.deepEqual([view?.state, view?.attempts, view?.lastError], ['switchedOff', 0, undefined]);
    assert.equal(((await admin.get('/api/outbox/summary')).body as OutboxSummary).switchedOff, 1);
    assert.equal((await admin.post(`/api/outbox/${String(row?._id)}/retry`)).status, 409);
  });

  it('refuses to retry what did not fail, what is not there and what another county owns', async () => {
    const waiting = await Outbox.findOne({ key: 'm3' }).lean();
    const foreign = await fail('m1');
    const answers = [
      [(await admin.post(`/api/outbox/${String(waiting?._id)}/retry`)).status, 409],
      [(await admin.post(`/api/outbox/${'0'.repeat(24)}/retry`)).status, 404],
      [(await admin.post('/api/outbox/not-an-id/retry')).status, 404],
      [(await countyAdmin.post(`/api/outbox/${foreign}/retry`)).status, 404],
    ];
    for (const [status, expected] of answers) assert.equal(status, expected);
  });

  it('is closed to everybody but admins', async () => {
    const doors = [
      ['get', '/api/outbox'],
      ['get', '/api/outbox/summary'],
      ['post', `/api/outbox/${'0'.repeat(24)}/retry`],
    ] as const;
    for (const [method, path] of doors) {
      assert.equal((await auditor[method](path)).status, 403, path);
      const status = (await test.visitor()[method](path)).status;
      assert.ok(status === 401 || status === 403, `${path}: ${status}`);
    }
  });

  it('refuses unknown filters, orders, operators and forged cursors', async () => {
    const queries = [
      'state=gone',
      'state[$ne]=sent',
      'template=__proto__',
      'sort=payload',
      'limit=0',
      'limit=201',
      'unknown=1',
      'cursor=nonsense',
      `cursor=${Buffer.from('["-createdAt",{"$gt":""},["id","000000000000000000000000"]]').toString('base64url')}`,
      `cursor=${Buffer.from('["createdAt",["moment","2030-01-01"],["id","000000000000000000000000"]]').toString('base64url')}`,
      `cursor=${Buffer.from('["-createdAt",["moment","never"],["id","x"]]').toString('base64url')}`,
      ...[
        ['-createdAt', 'a text where a moment stands', '0'.repeat(24), 1],
        ['-createdAt', 1, '0'.repeat(24), 1],
        ['-createdAt', '2030-01-01T00:00:00Z', 'no id', 1],
        ['-createdAt', '2030-01-01T00:00:00Z', '0'.repeat(24), -1],
        ['-createdAt', '2030-01-01T00:00:00Z', '0'.repeat(24), { $gt: 0 }],
      ].map((forged) => `cursor=${Buffer.from(JSON.stringify(forged)).toString('base64url')}`),
    ];
    for (const query of queries) assert.equal((await admin.get(`/api/outbox?${query}`)).status, 422, query);
  });
});
