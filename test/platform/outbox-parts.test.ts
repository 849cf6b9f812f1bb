import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OutgoingMessage } from '../../server/platform/outbox/channels/channel.ts';
import { Undeliverable } from '../../server/platform/outbox/channels/channel.ts';
import { mailChannel } from '../../server/platform/outbox/channels/mail.ts';
import { backOff, MAX_ATTEMPTS } from '../../server/platform/outbox/back-off.ts';
import { quietUntil } from '../../server/platform/outbox/quiet-hours.ts';
import { missingData, render } from '../../server/platform/outbox/render.ts';
import { scrubError } from '../../server/platform/outbox/scrub-error.ts';
import { configureOutbox } from '../../server/platform/outbox/settings.ts';
import { TEMPLATES } from '../../server/platform/outbox/templates.ts';
import type { TemplateName } from '../../server/platform/outbox/templates.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';

const NIGHT = { from: '21:00', to: '08:00' };
const shanghai = (text: string): Date => new Date(`${text}+08:00`);

describe('outbox: quiet hours in Asia/Shanghai', () => {
  const CASES: [string, string, string | null][] = [
    ['one millisecond before nine in the evening', '2026-11-21T20:59:59.999', null],
    ['nine in the evening', '2026-11-21T21:00:00', '2026-11-22T08:00:00'],
    ['a minute before midnight', '2026-11-21T23:59:00', '2026-11-22T08:00:00'],
    ['midnight', '2026-11-22T00:00:00', '2026-11-22T08:00:00'],
    ['early morning', '2026-11-22T05:30:00', '2026-11-22T08:00:00'],
    ['one millisecond before eight', '2026-11-22T07:59:59.999', '2026-11-22T08:00:00'],
    ['eight in the morning', '2026-11-22T08:00:00', null],
    ['noon', '2026-11-22T12:00:00', null],
    ['New Year’s Eve', '2026-12-31T22:00:00', '2027-01-01T08:00:00'],
    ['the first minute of the year', '2027-01-01T00:01:00', '2027-01-01T08:00:00'],
    ['the night to a leap day', '2028-02-28T21:30:00', '2028-02-29T08:00:00'],
    ['the night after a leap day', '2028-02-29T23:00:00', '2028-03-01T08:00:00'],
  ];
  for (const [what, at, until] of CASES) {
    it(`${until === null ? 'are not' : 'are'} at ${what}`, () => {
      const end = quietUntil(shanghai(at), NIGHT);
      assert.equal(end?.toISOString(), until === null ? undefined : shanghai(until).toISOString());
    });
  }

  it('can lie within one day, or never be', () => {
    const noon = { from: '12:00', to: '14:00' };
    assert.equal(
      quietUntil(shanghai('2026-11-21T13:00:00'), noon)?.toISOString(),
      '2026-11-21T06:00:00.000Z',
    );
    assert.equal(quietUntil(shanghai('2026-11-21T14:00:00'), noon), null);
    assert.equal(quietUntil(shanghai('2026-11-21T23:00:00'), noon), null);
    assert.equal(quietUntil(shanghai('2026-11-21T08:00:00'), { from: '08:00', to: '08:00' }), null);
  });

  it('always end outside the quiet time, within a day', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        time,
        time,
        (at, from, to) => {
          const end = quietUntil(at, { from, to });
          if (end === null) return;
          const wait = end.getTime() - at.getTime();
          assert.ok(wait > 0 && wait <= 86_400_000);
          assert.equal(quietUntil(end, { from, to }), null);
        },
      ),
    );
  });

  it('refuse a setting that is no time of day', () => {
    for (const from of ['24:00', '9:00', '21:60', '']) {
      assert.throws(() => quietUntil(new Date(0), { from, to: '08:00' }), /time of day/u);
    }
  });
});

describe('outbox: back-off', () => {
  it('doubles from half a minute to an hour, half of each wait drawn by lot', () => {
    const longest = [30, 60, 120, 240, 480, 960, 1920, 3600].map((seconds) => seconds * 1000);
    assert.deepEqual(
      longest.map((_, index) => backOff(index + 1, () => 1)),
      longest,
    );
    assert.deepEqual(
      longest.map((_, index) => backOff(index + 1, () => 0)),
      longest.map((wait) => wait / 2),
    );
    assert.equal(MAX_ATTEMPTS, 8);
  });
});

describe('outbox: templates', () => {
  const names = Object.keys(TEMPLATES) as TemplateName[]; // the keys of the table are its names
  const placeholders = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '').sort();

  for (const name of names) {
    it(`${name} says the same in both languages, with the same data and no data in the subject`, () => {
      const { needs, zh, en } = TEMPLATES[name];
      for (const words of [zh, en]) {
        assert.deepEqual([...new Set(placeholders(words.text))], [...needs].sort());
        assert.deepEqual(placeholders(words.subject), []);
        assert.ok(words.subject.length > 3 && words.text.length > 10);
      }
      assert.match(zh.text, /\p{Script=Han}/u);
      assert.doesNotMatch(en.subject + en.text, /\p{Script=Han}/u);
    });
  }

  it('fills every placeholder and takes values as plain words', () => {
    const data = { code: '012345', minutes: 5 };
    assert.match(render('phoneCode', 'zh-CN', data).text, /验证码 012345，5 分钟/u);
    assert.match(render('phoneCode', 'en', data).text, /012345, valid for 5 minutes/u);
    const text = render('passwordReset', 'en', { name: 'A\r\nBcc: x@y\u0000{code}$&' }).text;
    assert.match(text, /^Hello A Bcc: x@y \{code\}\$&,\n/u);
  });

  it('is an error without its data, not a blank', () => {
    assert.throws(() => render('phoneCode', 'en', { code: '1' }), /lacks \{minutes\}/u);
    assert.throws(() => render('phoneCode', 'en', Object.create({ code: '1', minutes: 5 })), /lacks/u);
    assert.deepEqual(missingData('invitation', { name: 'x', login: 'y' }), ['link', 'expires']);
  });
});

describe('outbox: what an admin reads about a failure', () => {
  it('repeats no address and no number', () => {
    const text = scrubError(new Error('550 5.1.1 <zhang@example.cn>: unknown;\n phone 13812345678 \u0007'));
    assert.equal(text, '550 5.1.1 <***>: unknown; phone ***');
    assert.equal(scrubError('text'), 'unknown error');
    assert.equal(scrubError(new Error('x'.repeat(1000))).length, 300);
  });
});

describe('outbox: mail over SMTP', () => {
  let server: MailServer;
  const MESSAGE: OutgoingMessage = {
    id: '64b000000000000000000001',
    messageId: '<64b000000000000000000001.anxin@example.cn>',
    template: 'test',
    locale: 'zh-CN',
    to: { email: 'zhang@example.cn' },
    subject: '安薪测试消息 🙂',
    text: '第一行\n.\n第二行',
    bothLanguages: { title: { zh: '', en: '' }, text: { zh: '', en: '' } },
    at: new Date('2026-11-21T01:00:00Z'),
  };
  beforeEach(async () => {
    server = await startMailServer();
    configureOutbox({
      publicUrl: 'http://localhost',
      mailFrom: '安薪 Anxin <no-reply@example.cn>',
      quietHours: NIGHT,
      regionCode: '5326',
    });
  });
  afterEach(() => server.close());

  it('arrives whole, from us, with our Message-ID', async () => {
    const mail = mailChannel({ smtpUrl: server.url, demo: false });
    await mail.deliver(MESSAGE);
    mail.close();
    const [got, ...more] = server.received;
    assert.equal(more.length, 0);
    assert.deepEqual([got?.from, got?.to], ['no-reply@example.cn', ['zhang@example.cn']]);
    assert.equal(got?.mail.subject, MESSAGE.subject);
    assert.equal(got?.mail.from?.name, '安薪 Anxin');
    assert.equal(got?.mail.text?.trimEnd(), MESSAGE.text);
    assert.equal(got?.mail.messageId, MESSAGE.messageId);
    assert.equal(
      got?.mail.headers.find((header) => header.key === 'auto-submitted')?.value,
      'auto-generated',
    );
  });

  it('adds no header or recipient that hides in an address', async () => {
    const mail = mailChannel({ smtpUrl: server.url, demo: false });
    await mail
      .deliver({ ...MESSAGE, to: { email: 'a@example.cn\r\nBcc: b@example.cn' } })
      .catch(() => undefined);
    await mail.deliver({ ...MESSAGE, to: { email: 'a@example.cn, b@example.cn' } }).catch(() => undefined);
    mail.close();
    for (const { to, mail: parsed } of server.received) {
      assert.ok(to.length <= 1);
      assert.deepEqual(parsed.bcc ?? [], []);
    }
  });

  it('gives up on a recipient refused for good and keeps trying on a passing trouble', async () => {
    const mail = mailChannel({ smtpUrl: server.url, demo: false });
    server.refuse({ code: 550, text: 'no such user', times: 1, at: 'recipient' });
    await assert.rejects(mail.deliver(MESSAGE), Undeliverable);
    server.refuse({ code: 450, text: 'try later', times: 1, at: 'recipient' });
    await assert.rejects(mail.deliver(MESSAGE), (error) => !(error instanceof Undeliverable));
    server.refuse({ code: 554, text: 'content refused', times: 1, at: 'data' });
    await assert.rejects(mail.deliver(MESSAGE), Undeliverable);
    mail.close();
    assert.equal(server.received.length, 0);
  });

  it('keeps trying when nobody answers, and never without an address', async () => {
    await server.close();
    const mail = mailChannel({ smtpUrl: server.url, demo: false });
    await assert.rejects(mail.deliver(MESSAGE), (error) => !(error instanceof Undeliverable));
    await assert.rejects(mail.deliver({ ...MESSAGE, to: {} }), Undeliverable);
    mail.close();
    await assert.rejects(mailChannel({ demo: false }).deliver(MESSAGE), /no mail server is configured/u);
  });
});
