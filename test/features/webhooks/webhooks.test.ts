import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import type { OpenWebhook, WebhookBody, WebhookOpened } from '../../../server/core/contract/webhooks.ts';
import { MachineClients } from '../../../server/features/machine-clients/machine-client.model.ts';
import { renewSecret, switchWebhook } from '../../../server/features/webhooks/change-webhook.ts';
import { MOST_TRIES } from '../../../server/features/webhooks/deliver-webhooks.ts';
import { claimDelivery, Deliveries } from '../../../server/features/webhooks/delivery.model.ts';
import { deliverWebhooks, takeEvents } from '../../../server/features/webhooks/index.ts';
import { listDeliveries, listWebhooks } from '../../../server/features/webhooks/list-webhooks.ts';
import { openWebhook } from '../../../server/features/webhooks/open-webhook.ts';
import { pingWebhook, sendAgain } from '../../../server/features/webhooks/send-by-hand.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { appendEvent, sealPending } from '../../../server/platform/audit/index.ts';
import { elapsed } from '../../../server/platform/clock.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { configureOutbound, targetProblem } from '../../../server/platform/outbound/index.ts';
import { startTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { useStore } from '../../support/store.ts';

interface Got {
  headers: IncomingHttpHeaders;
  text: string;
}
const LOOPBACK = ['127.0.0.0/8'];
const CLIENT = '5326010000000000000000e1';
const MINUTE = 60_000;
/** As delivery.model.ts has it. */
const LEASE_MS = 12_000;

describe('webhooks', () => {
  useStore();
  let test: TestApp;
  let url = '';
  let got: Got[] = [];
  let answer: { status: number; text?: string; headers?: Record<string, string> } | 'never';
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      got.push({ headers: req.headers, text: Buffer.concat(parts).toString() });
      if (answer !== 'never') res.writeHead(answer.status, answer.headers).end(answer.text ?? '');
    });
  });

  before(async () => {
    test = startTestApp(undefined, { WEBHOOK_NETWORKS: LOOPBACK.join() });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`; // a TCP server's address always is one
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    configureOutbound({ ownNetworks: [] });
  });
  beforeEach(async () => {
    configureOutbound({ ownNetworks: LOOPBACK });
    got = [];
    answer = { status: 204 };
    const client = {
      ...{ _id: new mongoose.Types.ObjectId(CLIENT), version: 1, name: '某平台', purposes: ['punches'] },
      ...{ areaCode: '5326', state: 'active', secret: { keyId: 'k', box: 'b' } },
    };
    await MachineClients.collection.insertOne({
      ...client,
      createdAt: new Date(0),
      createdBy: 'system:test',
    });
  });

  const ctx = (): Ctx => systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
  const open = (more: Partial<OpenWebhook> = {}): Promise<WebhookOpened> =>
    openWebhook(
      {
        ...{ name: '住建平台', clientId: CLIENT, areaCode: '532601', url },
        ...{ events: ['complaint.received', 'case.closed'], ...more },
      },
      ctx(),
    );
  const happens = async (
    action: string,
    facts: Record<string, unknown>,
    areaCode = '532601',
    id = 'a',
  ): Promise<void> => {
    const [thing = ''] = action.split('.');
    const subject = `${thing}:${id.repeat(24)}` as const;
    await inTransaction(() => appendEvent({ subject, areaCode, action, facts }, ctx()).then(() => undefined));
    await sealPending();
  };
  const send = async (later = 0, random = () => 1) => {
    const now = new Date(test.clock.now().getTime() + later);
    const { queued } = await takeEvents(now);
    return { queued, ...(await deliverWebhooks({ now, random, patienceMs: 300 })) };
  };
  const signed = (secret: string, { headers, text }: Got): boolean =>
    headers['x-anxin-signature'] ===
    createHmac('sha256', secret)
      .update(`${String(headers['x-anxin-time'])}\n${text}`)
      .digest('hex');
  const stateOf = async (id: string) => (await listDeliveries(id, {}, ctx())).items[0];

  it('tells what was asked for, of its area, since it was asked: signed, with nothing of any person', async () => {
    const { webhook, secret } = await open();
    await happens('complaint.file', { receiptNumber: '5326260001', owedFen: 1 }, '532601', 'b');
    await happens('complaint.file', { receiptNumber: '5326220001' }, '532622', 'c');
    await happens('case.file', { caseNumber: '文监立字〔2026〕1号' });
    await happens('case.approveClosure', { from: 'deciding', to: 'closed', statement: '张大山已领到' });
    const counts = await send();
    assert.deepEqual(counts, { queued: 2, sent: 2, retried: 0, parked: 0 });
    const bodies = got.map(({ text }) => JSON.parse(text) as WebhookBody); // what is asserted on
    const [closed] = bodies.filter(({ kind }) => kind === 'case.closed');
    assert.deepEqual(closed, {
      ...{ delivery: closed?.delivery, kind: 'case.closed', id: 'a'.repeat(24) },
      ...{ number: '文监立字〔2026〕1号', day: '2026-11-21', state: 'closed', area: '532601' },
    });
    assert.ok(got.every((one) => signed(secret, one)));
    assert.ok(got.every(({ headers }, at) => headers['x-anxin-delivery'] === bodies[at]?.delivery));
    assert.deepEqual(await send(), { queued: 0, sent: 0, retried: 0, parked: 0 }, 'and only once');
    assert.equal((await stateOf(webhook.id))?.state, 'sent');
  });

  it('what happened before it was asked is not told', async () => {
    await happens('complaint.file', { receiptNumber: '0000000001' });
    test.clock.set(new Date(test.clock.now().getTime() + MINUTE));
    await open();
    assert.equal((await send()).queued, 0);
  });

  it('is tried again with growing waits, parked after a day, and sent again by hand under the same id', async () => {
    const { webhook } = await open();
    answer = { status: 503, text: `忙 13800138000 ${'x'.repeat(5_000)}` };
    await happens('complaint.file', { receiptNumber: '5326260001' });
    assert.deepEqual(await send(), { queued: 1, sent: 0, retried: 1, parked: 0 });
    const first = await stateOf(webhook.id);
    assert.equal(first?.status, 503);
    assert.ok((first?.answer ?? '').length <= 200 && !first?.answer?.includes('13800138000'), first?.answer);
    assert.equal((await send(29_000)).retried, 0, 'not before its time');
    assert.equal((await send(31_000)).retried, 1);
    assert.deepEqual(await send(26 * 60 * MINUTE), { queued: 0, sent: 0, retried: 0, parked: 1 });
    const [view] = (await listWebhooks({}, ctx())).items;
    assert.deepEqual([view?.parked, view?.last?.state], [1, 'parked']);
    answer = { status: 200, text: 'ok' };
    const [id] = got.map(({ headers }) => String(headers['x-anxin-delivery']));
    assert.ok(id);
    await sendAgain(id, ctx());
    assert.equal((await send()).sent, 1);
    assert.equal(new Set(got.map(({ headers }) => headers['x-anxin-delivery'])).size, 1);
    await assert.rejects(
      sendAgain(id, ctx()),
      (error) => error instanceof AppError && error.code === 'conflict',
    );
  });

  it('a redirect is not followed, and who does not answer in time has not got it', async () => {
    const { webhook } = await open();
    answer = { status: 302, headers: { location: '/elsewhere' } };
    await pingWebhook(webhook.id, ctx());
    assert.equal((await send()).retried, 1);
    assert.equal(got.length, 1);
    assert.equal((await stateOf(webhook.id))?.lastError, 'answered 302');
    answer = 'never';
    assert.equal((await send(31_000)).retried, 1);
    assert.match((await stateOf(webhook.id))?.lastError ?? '', /no answer in time/);
  });

  it('a process killed between sending and noting it sends again under the same id, once its lease is over', async () => {
    await open();
    await happens('complaint.file', { receiptNumber: '5326260001' });
    await takeEvents(test.clock.now());
    const claim = await claimDelivery(test.clock.now());
    assert.ok(claim);
    assert.equal((await send(LEASE_MS - 1_000)).sent, 0);
    assert.equal((await send(LEASE_MS)).sent, 1);
    assert.equal(got[0]?.headers['x-anxin-delivery'], claim._id);
  });

  it('one over which the process dies again and again is parked, with words, and can be sent again by hand', async () => {
    const { webhook } = await open();
    const { id } = await pingWebhook(webhook.id, ctx());
    const begun = test.clock.now().getTime();
    for (let n = 0; n < MOST_TRIES; n += 1) assert.ok(await claimDelivery(new Date(begun + n * LEASE_MS)));
    assert.equal((await send(MOST_TRIES * LEASE_MS)).parked, 1);
    assert.match((await stateOf(webhook.id))?.lastError ?? '', /worker stopped/u);
    assert.equal(got.length, 0);
    await sendAgain(id, ctx());
    assert.equal((await send()).sent, 1);
  });

  it('one that waits long for its answer is nobody else’s meanwhile', async () => {
    const { webhook } = await open();
    answer = 'never';
    const { id } = await pingWebhook(webhook.id, ctx());
    const [now, begun, leaseMs] = [test.clock.now(), elapsed(), 450];
    const slow = deliverWebhooks({ now, leaseMs, patienceMs: 60_000 });
    await eventually('it has arrived', () => got.length === 1);
    const dueAt = async (): Promise<number> => (await Deliveries.findById(id).lean())?.dueAt?.getTime() ?? 0;
    const first = await dueAt();
    await eventually('two leases have gone by', async () => (await dueAt()) > first + 2 * leaseMs);
    const later = new Date(now.getTime() + Math.floor(elapsed() - begun));
    assert.deepEqual(await deliverWebhooks({ now: later, leaseMs }), { sent: 0, retried: 0, parked: 0 });
    server.closeAllConnections();
    assert.deepEqual(await slow, { sent: 0, retried: 1, parked: 0 });
    assert.equal(got.length, 1);
  });

  it('an address that leads into a private network afterwards gets nothing', async () => {
    const { webhook } = await open();
    configureOutbound({ ownNetworks: [] });
    await pingWebhook(webhook.id, ctx());
    assert.equal((await send()).retried, 1);
    assert.equal(got.length, 0);
    assert.match((await stateOf(webhook.id))?.lastError ?? '', /nothing is sent to/);
  });

  it('switched off, or with its program shut out, it is told nothing; a new secret signs from then on', async () => {
    const { webhook, secret } = await open();
    await pingWebhook(webhook.id, ctx());
    const off = await switchWebhook({ id: webhook.id, version: 1, state: 'off' }, ctx());
    await happens('complaint.file', { receiptNumber: '5326260001' });
    assert.deepEqual(await send(), { queued: 0, sent: 0, retried: 0, parked: 1 });
    await assert.rejects(switchWebhook({ id: webhook.id, version: 1, state: 'on' }, ctx()), {
      code: 'staleVersion',
    });
    const on = await switchWebhook({ id: webhook.id, version: off.version, state: 'on' }, ctx());
    const renewed = await renewSecret({ id: webhook.id, version: on.version }, ctx());
    await happens('complaint.file', { receiptNumber: '5326260002' }, '532601', 'b');
    assert.equal((await send()).sent, 1);
    const [one] = got;
    assert.ok(one && signed(renewed.secret, one) && !signed(secret, one));
    await MachineClients.collection.updateOne({}, { $set: { state: 'ended' } });
    await happens('complaint.file', { receiptNumber: '5326260003' }, '532601', 'c');
    assert.equal((await send()).queued, 0);
    assert.equal(await Deliveries.countDocuments({}), 2);
  });

  it('is for a program of its area or for a department, never for both, and goes to an address that is one', async () => {
    const refused = async (more: Partial<OpenWebhook>): Promise<string | undefined> =>
      open(more).then(
        () => 'opened',
        (error: unknown) => (error instanceof AppError ? error.fields?.[0]?.path : undefined),
      );
    assert.equal(await refused({ clientId: 'f'.repeat(24) }), 'clientId');
    assert.equal(await refused({ areaCode: '5301' }), 'clientId', 'a program of another area');
    assert.equal(await refused({ departmentCode: 'housing' }), 'clientId', 'both');
    assert.equal(await refused({ url: 'https://127.0.0.1:99999/' }), 'url');
  });

  for (const [address, problem] of [
    ['https://93.184.216.34/news', null],
    ['http://93.184.216.34/news', 'shut'],
    ['https://10.1.2.3/', 'shut'],
    ['https://192.168.1.1/', 'shut'],
    ['https://169.254.169.254/latest', 'shut'],
    ['https://2130706433/', 'shut'],
    ['https://0x7f.1/', 'shut'],
    ['https://[::1]/', 'shut'],
    ['https://[::ffff:127.0.0.1]/', 'shut'],
    ['https://[fe80::1]/', 'shut'],
    ['https://[fd00::1]/', 'shut'],
    ['https://localhost/', 'shut'],
    ['https://user:word@93.184.216.34/', 'form'],
    ['ftp://93.184.216.34/', 'form'],
    ['news', 'form'],
  ] as const) {
    it(`${address} ${problem === null ? 'may be told' : `is refused (${problem})`}`, async () => {
      configureOutbound({ ownNetworks: [] });
      assert.equal(await targetProblem(address), problem);
    });
  }
});
