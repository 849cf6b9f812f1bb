import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import { inTransaction } from '../../server/platform/db.ts';
import {
  BellItems,
  configureOutbox,
  deliverDue,
  DemoMessages,
  enqueue,
  Outbox,
} from '../../server/platform/outbox/index.ts';
import type {
  Delivered,
  DeliverDeps,
  NewMessage,
  OutboxSettings,
  TemplateName,
} from '../../server/platform/outbox/index.ts';
import { inAppChannel } from '../../server/platform/outbox/channels/in-app.ts';
import { mailChannel } from '../../server/platform/outbox/channels/mail.ts';
import { claimDue, LEASE_MS, markSent } from '../../server/platform/outbox/claims.ts';
import { prepareMessage } from '../../server/platform/outbox/prepare-message.ts';
import { elapsed } from '../../server/platform/clock.ts';
import { eventually } from '../support/eventually.ts';
import { gate } from '../workers/fake-jobs.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { useSecrets } from '../support/secrets.ts';
import { useStore } from '../support/store.ts';

const moment = (text: string): Date => new Date(`${text}+08:00`);
/** Ahead of the machine's own clock, so that the store's expiry of old demo messages does not meddle. */
const NOON = moment('2030-11-21T12:00:00');
const MINUTE = 60_000;
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const ctxAt = (now: Date): Ctx => systemCtx('test', { now, today: toShanghaiDay(now.getTime()) });
const NONE: Delivered = { sent: 0, retried: 0, failed: 0, postponed: 0 };

const SETTINGS: OutboxSettings = {
  publicUrl: 'https://anxin.example.cn/',
  mailFrom: '安薪 Anxin <no-reply@example.cn>',
  quietHours: { from: '21:00', to: '08:00' },
  regionCode: '5326',
};
const MAIL = {
  template: 'test',
  to: { email: 'zhang@example.cn' },
  channel: 'mail',
  data: {},
  key: 'mail-1',
} as const;
const SMS = {
  template: 'phoneCode',
  to: { phone: '13812345678' },
  channel: 'sms',
  data: { code: '482913', minutes: 5 },
  key: 'sms-1',
} as const;
const BELL = {
  template: 'jobFailed',
  to: { userId: '64b000000000000000000009' },
  channel: 'inApp',
  data: { job: 'dailyRoot', day: '2030-11-20' },
  link: '/operations/jobs',
  key: 'bell-1',
} as const;

const put = <Name extends TemplateName>(message: NewMessage<Name>, at = NOON): Promise<void> =>
  inTransaction(() => enqueue(message, ctxAt(at)));

describe('outbox', () => {
  useStore();
  useSecrets();
  let smtp: MailServer;
  const warnings: object[] = [];
  const deliver = (now: Date, more: Partial<DeliverDeps> = {}): Promise<Delivered> =>
    deliverDue({
      now,
      log: { warn: (facts) => warnings.push(facts) },
      smtpUrl: smtp.url,
      demo: true,
      random: () => 1,
      ...more,
    });
  const row = async (key: string) => {
    const found = await Outbox.findOne({ key }).lean();
    assert.ok(found, `no outbox row ${key}`);
    return found;
  };

  before(async () => {
    smtp = await startMailServer();
  });
  after(() => smtp.close());
  beforeEach(() => {
    smtp.received.length = 0;
    smtp.refuse(null);
    warnings.length = 0;
    configureOutbox(SETTINGS);
  });

  describe('enqueue', () => {
    it('keeps nothing readable of the person or the content', async () => {
      await put(SMS);
      const stored = await mongoose.connection.collection('outbox').findOne({ key: 'sms-1' });
      const text = JSON.stringify(stored);
      assert.ok(!text.includes('13812345678') && !text.includes('482913'));
      assert.equal(stored?.['toMasked'], '138****5678');
    });

    it('refuses to run outside of a transaction', async () => {
      await assert.rejects(enqueue(MAIL, ctxAt(NOON)), /inside inTransaction/u);
    });

    it('is undone with the change it belongs to', async () => {
      const work = inTransaction(async () => {
        await enqueue(MAIL, ctxAt(NOON));
        throw new Error('the change failed');
      });
      await assert.rejects(work, /the change failed/u);
      assert.equal(await Outbox.countDocuments(), 0);
    });

    it('keeps one message per key, also when several ask at the same time', async () => {
      await put(MAIL);
      const { messageId } = await row('mail-1');
      await Promise.all(Array.from({ length: 5 }, () => put({ ...MAIL, to: { email: 'other@example.cn' } })));
      await Promise.all(Array.from({ length: 5 }, () => put({ ...MAIL, key: 'mail-2' })));
      assert.equal(await Outbox.countDocuments(), 2);
      assert.equal((await row('mail-1')).messageId, messageId);
    });

    for (const [what, change] of [
      ['a mail without address or user', { to: { phone: '13812345678' } }],
      ['an empty key', { key: '' }],
      ['a key of 201 characters', { key: 'x'.repeat(201) }],
      ['a link to another site', { link: 'https://evil.example' }],
      ['a link that a browser reads as another site', { link: '//evil.example' }],
      ['a link that leaves by a backslash', { link: '/\\evil.example' }],
    ] as [string, object][]) {
      it(`refuses ${what}`, async () => {
        await assert.rejects(put({ ...MAIL, ...change }));
        assert.equal(await Outbox.countDocuments(), 0);
      });
    }

    it('refuses a template without its data', async () => {
      const message = { ...SMS, data: { code: '1' } } as unknown as typeof SMS; // what untyped callers could hand in
      await assert.rejects(put(message), /lacks minutes/u);
    });
  });

  describe('delivery', () => {
    it('sends a mail over SMTP, once, and forgets the content', async () => {
      await put({ ...MAIL, link: '/operations/outbox' });
      assert.deepEqual(await deliver(NOON), { ...NONE, sent: 1 });
      assert.deepEqual(await deliver(later(NOON, 10 * MINUTE)), NONE);
      const stored = await row('mail-1');
      assert.deepEqual(
        [stored.state, stored.attempts, stored.payload, stored.dueAt],
        ['sent', 1, undefined, undefined],
      );
      const [got, ...more] = smtp.received;
      assert.equal(more.length, 0);
      assert.equal(got?.mail.messageId, stored.messageId);
      assert.equal(stored.messageId, `<${String(stored._id)}.anxin@example.cn>`);
      assert.match(got?.mail.text ?? '', /https:\/\/anxin\.example\.cn\/operations\/outbox/u);
    });

    it('writes the bell in both languages and says so to open pages', async () => {
      const hints: unknown[] = [];
      await put(BELL);
      assert.deepEqual(await deliver(NOON, { publish: (...hint) => hints.push(hint) }), { ...NONE, sent: 1 });
      const [item, ...more] = await BellItems.find().lean();
      assert.equal(more.length, 0);
      assert.deepEqual([item?.title.zh, item?.title.en], ['定时任务失败', 'A scheduled job failed']);
      assert.match(item?.text.en ?? '', /"dailyRoot" failed for 2030-11-20/u);
      assert.deepEqual([item?.link, item?.readAt], ['/operations/jobs', null]);
      assert.deepEqual(hints, [[`user:${BELL.to.userId}`, 'notification', { id: String(item?._id) }]]);
    });

    it('puts text messages, and mails where there is no server, on the demo inbox page', async () => {
      await put(SMS);
      await put(MAIL);
      assert.deepEqual(await deliver(NOON, { smtpUrl: undefined }), { ...NONE, sent: 2 });
      const shown = await DemoMessages.find().sort({ channel: 1 }).lean();
      assert.deepEqual(
        shown.map((message) => [message.channel, message.to]),
        [
          ['mail', 'zhang@example.cn'],
          ['sms', '13812345678'],
        ],
      );
      assert.match(shown[1]?.text ?? '', /482913/u);
      assert.equal(
        shown[1]?.expiresAt.getTime(),
        NOON.getTime() + 24 * 60 * MINUTE + ((shown[1]?.at.getTime() ?? 0) - NOON.getTime()),
      );
    });

    it('writes no demo message outside of demo mode but tries again', async () => {
      await put(SMS);
      await put(MAIL);
      const counts = await deliver(NOON, { smtpUrl: undefined, demo: false });
      assert.deepEqual(counts, { ...NONE, retried: 1, switchedOff: 1 });
      assert.equal(await DemoMessages.countDocuments(), 0);
      assert.match((await row('mail-1')).lastError ?? '', /no mail server/u);
    });

    it('looks up address and language of a person known by id alone', async () => {
      configureOutbox({
        ...SETTINGS,
        findRecipient: async (userId) => (userId === 'u1' ? { email: 'li@example.cn', locale: 'en' } : null),
      });
      await put({ ...MAIL, to: { userId: 'u1' } });
      await put({ ...MAIL, to: { userId: 'u2' }, key: 'mail-2' });
      assert.deepEqual(await deliver(NOON), { ...NONE, sent: 1, failed: 1 });
      assert.deepEqual(
        smtp.received.map(({ to, mail }) => [to[0], mail.subject]),
        [['li@example.cn', 'Anxin test message']],
      );
      assert.match((await row('mail-2')).lastError ?? '', /no mail address/u);
    });

    it('waits for the time a message names', async () => {
      await put({ ...MAIL, notBefore: later(NOON, 30 * MINUTE) });
      assert.deepEqual(await deliver(later(NOON, 29 * MINUTE)), NONE);
      assert.deepEqual(await deliver(later(NOON, 30 * MINUTE)), { ...NONE, sent: 1 });
    });

    it('delivers every message exactly once when four workers run at once', async () => {
      for (let n = 0; n < 40; n += 1) await put({ ...MAIL, key: `mail-${n}` });
      const runs = await Promise.all(Array.from({ length: 4 }, () => deliver(NOON)));
      assert.equal(
        runs.reduce((sum, run) => sum + run.sent, 0),
        40,
      );
      assert.equal(smtp.received.length, 40);
      assert.equal(new Set(smtp.received.map(({ mail }) => mail.messageId)).size, 40);
    });
  });

  describe('failure', () => {
    it('comes back after growing waits and arrives when the server does', async () => {
      await put(MAIL);
      smtp.refuse({ code: 451, text: 'try later zhang@example.cn', times: 2, at: 'data' });
      assert.deepEqual(await deliver(NOON), { ...NONE, retried: 1 });
      const first = await row('mail-1');
      assert.deepEqual([first.state, first.attempts], ['waiting', 1]);
      assert.ok(!first.lastError?.includes('zhang@'), 'the address is not repeated');
      assert.deepEqual(await deliver(later(NOON, 29_000)), NONE);
      assert.deepEqual(await deliver(later(NOON, 35_000)), { ...NONE, retried: 1 });
      assert.deepEqual(await deliver(later(NOON, 60_000)), NONE);
      assert.deepEqual(await deliver(later(NOON, 100_000)), { ...NONE, sent: 1 });
      assert.equal((await row('mail-1')).lastError, undefined);
      assert.equal(smtp.received.length, 1);
    });

    it('ends after eight tries, with a bell to the admins and no message about the message about it', async () => {
      configureOutbox({ ...SETTINGS, findAdmins: async () => ['admin1', 'admin2'] });
      await put(MAIL);
      smtp.refuse({ code: 451, text: 'never', times: 1000, at: 'data' });
      let at = NOON;
      for (let n = 1; n <= 7; n += 1) {
        assert.deepEqual(await deliver(at), { ...NONE, retried: 1 }, `try ${n}`);
        const { dueAt } = await row('mail-1');
        assert.ok(dueAt);
        at = later(dueAt, 1);
      }
      const last = await deliver(at);
      assert.deepEqual([last.failed, last.retried], [1, 0]);
      const dead = await row('mail-1');
      assert.deepEqual([dead.state, dead.attempts, dead.dueAt], ['failed', 8, undefined]);
      await deliver(later(at, 24 * 60 * MINUTE));
      assert.equal((await row('mail-1')).attempts, 8, 'a failed message is not touched again');
      const bells = await BellItems.find().sort({ userId: 1 }).lean();
      assert.deepEqual(
        bells.map((bell) => [bell.userId, bell.template]),
        [
          ['admin1', 'outboxFailed'],
          ['admin2', 'outboxFailed'],
        ],
      );
      assert.equal(smtp.received.length, 0);
    });

    it('ends at once when the recipient is refused for good', async () => {
      await put(MAIL);
      smtp.refuse({ code: 550, text: 'no such user', times: 1, at: 'recipient' });
      assert.deepEqual(await deliver(NOON), { ...NONE, failed: 1 });
    });

    it('of one message does not hold up the others', async () => {
      for (let n = 0; n < 6; n += 1) await put({ ...MAIL, key: `mail-${n}` });
      smtp.refuse({ code: 550, text: 'no such user', times: 2, at: 'recipient' });
      assert.deepEqual(await deliver(NOON), { ...NONE, failed: 2, sent: 4 });
    });

    it('to open the content ends the message and leaks nothing', async () => {
      await put(MAIL);
      const { payload } = await row('mail-1');
      assert.ok(payload);
      await mongoose.connection
        .collection('outbox')
        .updateOne({ key: 'mail-1' }, { $set: { 'payload.box': `AAAA${payload.box.slice(4)}` } });
      assert.deepEqual(await deliver(NOON), { ...NONE, retried: 1 });
      assert.match((await row('mail-1')).lastError ?? '', /altered/u);
      assert.equal(smtp.received.length, 0);
    });
  });

  describe('a worker that dies', () => {
    it('after sending is missed within seconds; another then sends again under the same Message-ID', async () => {
      await put(MAIL);
      const claim = await claimDue(NOON, 'mail');
      assert.ok(claim);
      const channel = mailChannel({ smtpUrl: smtp.url, demo: false });
      await channel.deliver(await prepareMessage(claim, NOON)); // … and here the process is killed
      channel.close();

      assert.deepEqual(await deliver(later(NOON, 8_000)), NONE, 'it may still come back');
      assert.deepEqual(await deliver(later(NOON, 15_000)), { ...NONE, sent: 1 });
      assert.deepEqual(
        smtp.received.map(({ mail }) => mail.messageId),
        [claim.messageId, claim.messageId],
      );
      assert.equal((await row('mail-1')).attempts, 2);
    });

    it('and one that is only slow is let finish: nobody sends beside it, however many leases it takes', async () => {
      await put(SMS);
      const { opened, open } = gate();
      const texts: string[] = [];
      const sms = { send: ({ phone }: { phone: string }) => (texts.push(phone), opened) };
      const [leaseMs, begun] = [450, elapsed()];
      const slow = deliver(NOON, { sms, leaseMs });
      await eventually('the gateway has the text', () => texts.length === 1);
      const taken = async (): Promise<number> => (await row('sms-1')).dueAt?.getTime() ?? 0;
      const first = await taken();
      await eventually('three leases have gone by', async () => (await taken()) > first + 3 * leaseMs);
      assert.deepEqual(await deliver(later(NOON, Math.floor(elapsed() - begun)), { sms, leaseMs }), NONE);
      open();
      assert.deepEqual(await slow, { ...NONE, sent: 1 });
      assert.equal(texts.length, 1);
    });

    it('or is only slow, cannot mark a message that another has taken over', async () => {
      await put(MAIL);
      const slow = await claimDue(NOON, 'mail');
      const quick = await claimDue(later(NOON, LEASE_MS), 'mail');
      assert.ok(slow && quick);
      assert.equal(await markSent(slow, NOON), false);
      assert.equal((await row('mail-1')).state, 'sending');
      assert.equal(await markSent(quick, NOON), true);
      assert.equal((await row('mail-1')).state, 'sent');
    });

    it('in every try ends the message instead of every worker', async () => {
      await put(MAIL);
      let at = NOON;
      for (let n = 0; n < 8; n += 1) {
        assert.ok(await claimDue(at, 'mail'));
        at = later(at, LEASE_MS);
      }
      assert.deepEqual(await deliver(at), { ...NONE, failed: 1 });
      assert.equal(smtp.received.length, 0);
    });

    it('leaves a bell item that is not doubled by the next', async () => {
      await put(BELL);
      const claim = await claimDue(NOON, 'inApp');
      assert.ok(claim);
      await inAppChannel(undefined)(await prepareMessage(claim, NOON));
      await BellItems.updateOne({}, { $set: { readAt: NOON } });
      assert.deepEqual(await deliver(later(NOON, LEASE_MS)), { ...NONE, sent: 1 });
      const items = await BellItems.find().lean();
      assert.deepEqual(
        items.map((item) => item.readAt?.getTime()),
        [NOON.getTime()],
        'one item, still read',
      );
    });
  });

  describe('quiet hours', () => {
    const NIGHT = moment('2030-11-21T22:30:00');
    const MORNING = moment('2030-11-22T08:00:00');

    it('hold back mails and text messages, but no bell and nothing urgent', async () => {
      await put({ ...MAIL, key: 'mail-late' }, NIGHT);
      await put({ ...SMS, key: 'sms-urgent', urgent: true }, NIGHT);
      await put({ ...SMS, key: 'sms-late' }, NIGHT);
      await put(BELL, NIGHT);
      assert.deepEqual((await row('mail-late')).dueAt, MORNING);
      assert.deepEqual(await deliver(NIGHT), { ...NONE, sent: 2 });
      assert.deepEqual([(await row('sms-urgent')).state, (await row('bell-1')).state], ['sent', 'sent']);
      assert.deepEqual(await deliver(later(MORNING, -1000)), NONE);
      assert.deepEqual(await deliver(MORNING), { ...NONE, sent: 2 });
    });

    it('also stop a worker that comes too late, without costing a try', async () => {
      await put(MAIL, moment('2030-11-21T20:55:00'));
      assert.deepEqual(await deliver(NIGHT), { ...NONE, postponed: 1 });
      const held = await row('mail-1');
      assert.deepEqual([held.state, held.attempts, held.dueAt], ['waiting', 0, MORNING]);
      assert.deepEqual(await deliver(MORNING), { ...NONE, sent: 1 });
    });

    it('move the next try of a failed one to the morning', async () => {
      const evening = moment('2030-12-31T20:59:50');
      await put(MAIL, evening);
      smtp.refuse({ code: 451, text: 'later', times: 1, at: 'data' });
      assert.deepEqual(await deliver(evening), { ...NONE, retried: 1 });
      assert.deepEqual((await row('mail-1')).dueAt, moment('2031-01-01T08:00:00'));
    });
  });
});
