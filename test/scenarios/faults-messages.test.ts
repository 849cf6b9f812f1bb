import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import type { OutboxView } from '../../server/core/contract/operations.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import {
  BellItems,
  configureOutbox,
  deliverDue,
  enqueue,
  httpSmsGateway,
  Outbox,
} from '../../server/platform/outbox/index.ts';
import type { DeliverDeps, Delivered, NewMessage, TemplateName } from '../../server/platform/outbox/index.ts';
import { eventually } from '../support/eventually.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { freePort } from '../support/product.ts';
import { useSecrets } from '../support/secrets.ts';
import { startSmsServer } from '../support/sms-server.ts';
import type { SmsServer } from '../support/sms-server.ts';
import { useStore } from '../support/store.ts';

const NOON = new Date('2030-11-21T12:00:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEYS = { key: 'anxin', secret: 'not-a-real-secret' };
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

const put = <Name extends TemplateName>(message: NewMessage<Name>, at = NOON): Promise<void> =>
  inTransaction(() => enqueue(message, systemCtx('test', { now: at, today: toShanghaiDay(at.getTime()) })));
const mail = (n: number): NewMessage<'test'> => ({
  template: 'test',
  to: { email: `zhang${n}@example.cn` },
  channel: 'mail',
  data: {},
  key: `mail-${n}`,
});
const text = (n: number): NewMessage<'phoneCode'> => ({
  template: 'phoneCode',
  to: { phone: `1381234${String(n).padStart(4, '0')}` },
  channel: 'sms',
  data: { code: '482913', minutes: 5 },
  key: `sms-${n}`,
});
const bell = (n: number): NewMessage<'jobFailed'> => ({
  template: 'jobFailed',
  to: { userId: `64b0000000000000000000${String(n).padStart(2, '0')}` },
  channel: 'inApp',
  data: { job: 'dailyRoot', day: '2030-11-20' },
  key: `bell-${n}`,
});

describe('messages when their servers fail', function () {
  this.timeout(60_000);
  useStore();
  useSecrets();
  const opened: { close(): Promise<void> }[] = [];
  const deliver = (now: Date, more: Partial<DeliverDeps>): Promise<Delivered> =>
    deliverDue({ now, log: { warn: () => undefined }, demo: false, random: () => 1, ...more });
  beforeEach(() => {
    configureOutbox({
      publicUrl: 'https://anxin.example.cn/',
      mailFrom: 'no-reply@example.cn',
      quietHours: { from: '00:00', to: '00:00' },
      regionCode: '5326',
      findAdmins: () => Promise.resolve(['64b000000000000000000001']),
    });
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  const row = async (key: string) => {
    const found = await Outbox.findOne({ key }).lean();
    assert.ok(found);
    return found;
  };
  const states = async (): Promise<Partial<Record<OutboxView['state'], number>>> => {
    const counts: Partial<Record<OutboxView['state'], number>> = {};
    for (const { state } of await Outbox.find().lean()) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };

  it('a mail server that is away for thirty hours costs no mail: each arrives once when it is back', async () => {
    const smtpUrl = `smtp://127.0.0.1:${await freePort()}`; // nobody listens there
    const COUNT = 20;
    for (let n = 0; n < COUNT; n += 1) await put(mail(n));
    let at = NOON;
    for (; at < later(NOON, 30 * HOUR); at = later(at, HOUR)) await deliver(at, { smtpUrl });
    assert.deepEqual(await states(), { waiting: COUNT }, 'none is given up');
    for (let n = 0; n < COUNT; n += 1) {
      const { attempts, dueAt, lastError } = await row(`mail-${n}`);
      assert.ok(attempts <= 1, 'a server that is away costs no tries');
      assert.ok(
        dueAt !== undefined && dueAt <= later(at, 10 * MINUTE),
        'it is asked again within ten minutes',
      );
      assert.ok((lastError ?? '') !== '', 'what is wrong stands beside the message');
    }

    const smtp: MailServer = await startMailServer();
    opened.push(smtp);
    for (let tried = 0; tried < 3; tried += 1) {
      at = later(at, 20 * MINUTE);
      await deliver(at, { smtpUrl: smtp.url });
    }
    assert.deepEqual(await states(), { sent: COUNT });
    const ids = smtp.received.map((one) => one.mail.messageId);
    assert.equal(ids.length, COUNT);
    assert.equal(new Set(ids).size, COUNT);
  });

  it('after three days without the server a mail is tried like any other and ends in words', async () => {
    const smtpUrl = `smtp://127.0.0.1:${await freePort()}`;
    await put(mail(1));
    let at = later(NOON, 3 * 24 * HOUR);
    for (let tried = 0; tried < 8; tried += 1) {
      await deliver(at, { smtpUrl });
      at = later((await row('mail-1')).dueAt ?? at, 1);
    }
    const { state, attempts, lastError } = await row('mail-1');
    assert.deepEqual([state, attempts], ['failed', 8]);
    assert.match(lastError ?? '', /\w/u);
  });

  it('a mail that breaks in every try holds up none of the others and ends as failed, with words', async () => {
    const smtp = await startMailServer();
    opened.push(smtp);
    await put(mail(0));
    // As a fault in a template would: its words cannot be put together, today or ever.
    await Outbox.updateOne({ key: 'mail-0' }, { $set: { template: 'phoneCode' } });
    for (let n = 1; n <= 12; n += 1) await put(mail(n));
    let at = NOON;
    assert.equal((await deliver(at, { smtpUrl: smtp.url })).sent, 12);
    for (let tried = 1; tried < 8; tried += 1) {
      at = later(at, HOUR);
      await deliver(at, { smtpUrl: smtp.url });
    }
    const poison = await row('mail-0');
    assert.deepEqual([poison.state, poison.attempts], ['failed', 8]);
    assert.match(poison.lastError ?? '', /code|minutes|lacks/u);
    await deliver(later(at, MINUTE), { smtpUrl: smtp.url });
    assert.equal(await BellItems.countDocuments({ template: 'outboxFailed' }), 1, 'the administrators know');
  });

  it('a mail over which the server drops the line is put off, and the others of the same minute go out', async () => {
    const smtp = await startMailServer();
    opened.push(smtp);
    for (let n = 0; n < 6; n += 1) await put(mail(n));
    smtp.refuse({ code: 421, text: 'closing', times: 1, at: 'recipient' });
    await deliver(NOON, { smtpUrl: smtp.url });
    await deliver(later(NOON, 3_000), { smtpUrl: smtp.url });
    assert.equal((await states()).sent, 5);
  });

  it('a text-message gateway that never answers keeps neither mails nor bells, nor what comes meanwhile', async () => {
    const smtp = await startMailServer();
    const gateway: SmsServer = await startSmsServer(KEYS);
    opened.push(smtp, gateway);
    gateway.answer([0]);
    const PATIENCE_MS = 3_000;
    for (let n = 0; n < 40; n += 1) await put(text(n));
    await put(mail(1));
    const begun = performance.now();
    const running = deliver(NOON, {
      smtpUrl: smtp.url,
      sms: httpSmsGateway({ url: gateway.url, sign: '安薪', ...KEYS }, PATIENCE_MS),
    });
    await eventually('the first texts are under way', () => gateway.received.length > 0);
    await put(bell(1));
    await put(mail(2));
    await eventually(
      'what came meanwhile has gone out',
      async () => (await row('mail-2')).state === 'sent' && (await row('bell-1')).state === 'sent',
      PATIENCE_MS - 500,
    );
    const counts = await running;
    assert.ok(performance.now() - begun < 3 * PATIENCE_MS, 'one try a lane, not one a message');
    assert.equal(counts.sent, 3);
    assert.equal(gateway.received.length, counts.retried);
    assert.ok(counts.retried <= 4, `${counts.retried} texts were tried`);

    gateway.answer([202]);
    await deliver(later(NOON, 15 * MINUTE), {
      smtpUrl: smtp.url,
      sms: httpSmsGateway({ url: gateway.url, sign: '安薪', ...KEYS }),
    });
    assert.deepEqual(await states(), { sent: 43 });
  });

  it('a mail server that takes the line and says nothing keeps no text message', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const gateway = await startSmsServer(KEYS);
    opened.push(gateway);
    const { port } = silent.address() as AddressInfo; // a TCP server's address always is one
    await put(mail(1));
    const running = deliver(NOON, {
      smtpUrl: `smtp://127.0.0.1:${port}?greetingTimeout=3000`,
      sms: httpSmsGateway({ url: gateway.url, sign: '安薪', ...KEYS }),
    });
    await put(text(1));
    await eventually('the text has gone out', async () => (await row('sms-1')).state === 'sent', 2_500);
    const counts = await running;
    assert.deepEqual([counts.sent, counts.retried], [1, 1]);
    silent.close();
  });
});
