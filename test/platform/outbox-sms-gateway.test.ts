import assert from 'node:assert/strict';
import { toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import type { Delivered, NewMessage, TemplateName } from '../../server/platform/outbox/index.ts';
import {
  configureOutbox,
  deliverDue,
  DemoMessages,
  enqueue,
  httpSmsGateway,
  Outbox,
} from '../../server/platform/outbox/index.ts';
import { deliverOutbox } from '../../workers/jobs/deliver-outbox.ts';
import type { JobDeps } from '../../workers/job-deps.ts';
import { useSecrets } from '../support/secrets.ts';
import type { SmsServer } from '../support/sms-server.ts';
import { startSmsServer } from '../support/sms-server.ts';
import { useStore } from '../support/store.ts';

const NOON = new Date('2030-11-21T12:00:00+08:00');
const PHONE = '13812345678';
const ADMIN = '64b000000000000000000001';
const KEYS = { key: 'anxin', secret: 'not-a-real-secret' };
const OUTBOX = {
  publicUrl: 'https://anxin.example.cn/',
  mailFrom: 'no-reply@example.cn',
  quietHours: { from: '21:00', to: '08:00' },
  regionCode: '5326',
};
const NONE: Delivered = { sent: 0, retried: 0, failed: 0, postponed: 0 };

describe('outbox: the text-message gateway', () => {
  useStore();
  useSecrets();
  let gateway: SmsServer;
  let log: string[];
  before(async () => {
    gateway = await startSmsServer(KEYS);
  });
  after(() => gateway.close());
  beforeEach(async () => {
    gateway.received.length = 0;
    gateway.refused.length = 0;
    gateway.answer([202]);
    log = [];
    configureOutbox(OUTBOX);
    await put({
      template: 'phoneCode',
      data: { code: '482913', minutes: 5 },
      urgent: true,
      key: 'code-1',
    });
  });

  const put = <Name extends TemplateName>(
    words: Pick<NewMessage<Name>, 'template' | 'data' | 'urgent' | 'key'>,
    now = NOON,
  ): Promise<void> =>
    inTransaction(() =>
      enqueue<Name>(
        { ...words, to: { phone: PHONE }, channel: 'sms' },
        systemCtx('test', { now, today: toShanghaiDay(now.getTime()) }),
      ),
    );

  const settings = (changes: Partial<typeof KEYS> = {}) => ({
    url: gateway.url,
    sign: '文山人社',
    ...KEYS,
    ...changes,
  });
  const deliver = (now = NOON, patienceMs?: number, changes?: Partial<typeof KEYS>) =>
    deliverDue({
      now,
      log: { warn: (facts, text) => log.push(JSON.stringify(facts) + text) },
      demo: false,
      random: () => 1,
      sms: httpSmsGateway(settings(changes), patienceMs),
    });
  const stored = async () => {
    const row = await Outbox.findOne({ key: 'code-1' }).lean();
    assert.ok(row);
    return row;
  };

  it('is handed number, words and id in one request it can prove to be ours', async () => {
    assert.deepEqual(await deliver(), { ...NONE, sent: 1 });
    const { messageId } = await stored();
    assert.deepEqual(gateway.received, [
      {
        id: messageId,
        phone: PHONE,
        text: '【安薪】验证码 482913，5 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。',
        sign: '文山人社',
        template: 'phoneCode',
      },
    ]);
  });

  it('turns away what another secret signed', async () => {
    await deliver(NOON, undefined, { secret: 'another-secret-0' });
    assert.deepEqual([gateway.refused, gateway.received], [['signature'], []]);
  });

  for (const status of [401, 429, 500, 503, 302]) {
    it(`is asked again under the same id after it answered ${status}`, async () => {
      gateway.answer([status, 202], status === 302 ? { location: gateway.url } : {});
      assert.deepEqual(await deliver(), { ...NONE, retried: 1 });
      assert.equal((await stored()).lastError, `the text-message gateway answered ${status}`);
      assert.deepEqual(await deliver(new Date(NOON.getTime() + 60_000)), { ...NONE, sent: 1 });
      assert.equal(new Set(gateway.received.map(({ id }) => id)).size, 1);
      assert.equal(gateway.received.length, 2, 'an address in its answer is not followed');
    });
  }

  it('is not asked again when it refused this very message', async () => {
    gateway.answer([422]);
    assert.deepEqual(await deliver(), { ...NONE, failed: 1 });
  });

  it('that is silent or away is given up on for now', async () => {
    gateway.answer([0]);
    assert.deepEqual(await deliver(NOON, 50), { ...NONE, retried: 1 });
    assert.equal((await stored()).lastError, 'the text-message gateway was too slow');
    const away = httpSmsGateway({ ...settings(), url: 'http://127.0.0.1:1/' });
    const message = { phone: PHONE, text: 'x', messageId: '<1>', template: 'test', at: NOON };
    await assert.rejects(away.send(message), /cannot be reached/u);
  });

  it('never brings a number or a code into log or record', async () => {
    gateway.answer([500]);
    await deliver();
    gateway.answer([422]);
    await deliver(new Date(NOON.getTime() + 60_000));
    assert.equal(log.length, 2);
    const kept = log.join() + JSON.stringify(await stored());
    assert.ok(!kept.includes(PHONE) && !kept.includes('482913'));
  });

  const job = (more: Pick<JobDeps, 'demo' | 'smsGateway'>) =>
    deliverOutbox({
      regionCode: '5326',
      smtpUrl: undefined,
      findAdmins: () => Promise.resolve([ADMIN]),
      ...more,
    }).run({
      now: NOON,
      today: toShanghaiDay(NOON.getTime()),
      log: createLog('silent'),
      signal: new AbortController().signal,
    });

  it('is what the delivery job uses when one is set, also in a demo', async () => {
    const counts = await job({ demo: true, smsGateway: settings() });
    assert.equal(counts['sent'], 1);
    assert.equal(gateway.received.length, 1);
    assert.equal(await DemoMessages.countDocuments(), 0);
  });

  it('where there is none the job ends a text at once, without a try, a bell or its content; set later it gets only what is new', async () => {
    configureOutbox({ ...OUTBOX, findAdmins: () => Promise.resolve([ADMIN]) });
    const evening = new Date('2030-11-20T22:00:00+08:00');
    await put({ template: 'test', data: {}, key: 'for-the-morning' }, evening);
    await put({ template: 'test', data: {}, key: 'in-hand' });
    await Outbox.updateOne(
      { key: 'in-hand' },
      { $set: { state: 'sending', leaseId: 'another', dueAt: new Date(NOON.getTime() + 5_000) } },
    );
    assert.deepEqual(await job({ demo: false }), { ...NONE, switchedOff: 2 });
    const { state, attempts, endedAt, dueAt, payload, lastError } = await stored();
    assert.deepEqual(
      [state, attempts, endedAt instanceof Date, dueAt, payload, lastError],
      ['switchedOff', 0, true, undefined, undefined, undefined],
    );
    assert.equal(
      (await Outbox.findOne({ key: 'in-hand' }).lean())?.state,
      'sending',
      'its worker still has it',
    );
    assert.equal(await Outbox.countDocuments({ channel: 'inApp' }), 0, 'nobody is rung');
    await put({ template: 'test', data: {}, key: 'new' });
    assert.deepEqual(await deliver(), { ...NONE, sent: 1 });
    assert.equal(gateway.received.length, 1);
  });
});
