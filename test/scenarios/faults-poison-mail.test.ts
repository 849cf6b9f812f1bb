import assert from 'node:assert/strict';
import type { OutboxView } from '../../server/core/contract/operations.ts';
import type { Page } from '../../server/core/contract/page.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { deliverDue, enqueue, Outbox } from '../../server/platform/outbox/index.ts';
import { openStaff, PASSWORD } from '../features/operations/open-staff.ts';
import type { Agent, TestApp } from '../support/app.ts';
import { startTestApp } from '../support/app.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { useStore } from '../support/store.ts';

const NOON = new Date('2030-03-04T04:00:00Z');
const DAYS = 24 * 60 * 60_000;
const THIEF = 'thief@example.org';
const INJECTED = `\r\nBcc: ${THIEF}\r\n\r\n`;

describe('mails that are poison to the server they are given to', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;
  let smtp: MailServer;
  before(async () => {
    test = startTestApp(NOON);
    await openStaff(test, { chief: ['admin', '5326'] });
    admin = await test.signIn('chief', PASSWORD);
  });
  beforeEach(async () => {
    smtp = await startMailServer();
    await Outbox.deleteMany({});
  });
  afterEach(() => smtp.close());

  const put = (email: string, projectName = '滨河小区'): Promise<void> =>
    inTransaction(() =>
      enqueue(
        {
          ...{ template: 'alertAsked', to: { email }, channel: 'mail', areaCode: '532601' },
          ...{ data: { projectName, by: '2030-03-12' }, key: email },
        },
        systemCtx('test', { now: NOON, today: test.clock.today() }),
      ),
    );
  const deliver = (now: Date) =>
    deliverDue({ now, smtpUrl: smtp.url, demo: false, log: { warn: () => undefined }, random: () => 0 });
  const onThePage = async (state: OutboxView['state']): Promise<OutboxView[]> =>
    ((await admin.get(`/api/outbox?state=${state}`).expect(200)).body as Page<OutboxView>).items;
  const got = (): string[] => smtp.received.flatMap(({ to }) => to).sort();
  const GOOD = Array.from({ length: 10 }, (_, n) => `good${n}@example.cn`);

  it('an address that is nobody’s ends at once with the server’s reason, and the others go out', async () => {
    smtp.poison('nobody@example.cn', 'refuse');
    for (const address of ['nobody@example.cn', ...GOOD]) await put(address);
    await deliver(NOON);
    assert.deepEqual(got(), GOOD);
    const [failed, ...more] = await onThePage('failed');
    assert.equal(more.length, 0);
    assert.match(failed?.lastError ?? '', /550.*no such user/u);
    assert.doesNotMatch(failed?.lastError ?? '', /nobody@/u, 'without the address');
  });

  it('one over which the line is cut in every try keeps none of the others and ends with a reason', async () => {
    smtp.poison('cut@example.cn', 'cut');
    for (const address of ['cut@example.cn', ...GOOD]) await put(address);
    await deliver(NOON);
    assert.deepEqual(got(), GOOD, 'in the same run');
    const [waiting] = await onThePage('waiting');
    assert.match(waiting?.lastError ?? '', /\w{4}/u, 'the page says meanwhile what is wrong');

    // A broken line may be the server's trouble: only after three days it is counted as the mail's own.
    const late = new Date(NOON.getTime() + 3 * DAYS);
    for (let at = late, tried = 0; tried < 8; tried += 1) {
      await deliver(at);
      const row = await Outbox.findOne({ key: 'cut@example.cn' }).lean();
      at = new Date((row?.dueAt ?? at).getTime() + 1);
    }
    const [failed] = await onThePage('failed');
    assert.match(failed?.lastError ?? '', /\w{4}/u);
    assert.equal((await onThePage('waiting')).length, 0);
  });

  it('a name or an address that would write headers of its own reaches nobody else', async () => {
    const HOSTILE = [
      `a@example.cn${INJECTED}`,
      `b@example.cn, ${THIEF}`,
      `c@example.cn>\r\nRCPT TO:<${THIEF}>`,
      `"${THIEF} "@example.cn`,
    ];
    await put('good0@example.cn', `滨河小区${INJECTED}`);
    for (const address of HOSTILE) await put(address);
    for (let at = NOON.getTime(), tried = 0; tried < 8; tried += 1, at += DAYS) await deliver(new Date(at));
    for (const { to, mail } of smtp.received) {
      assert.ok(!to.includes(THIEF), to.join());
      assert.deepEqual([mail.bcc ?? [], mail.cc ?? []], [[], []]);
      assert.ok(
        !mail.headers.some(({ key, value }) => key === 'bcc' || (key === 'subject' && value.includes(THIEF))),
      );
    }
    const own = smtp.received.find(({ to }) => to.includes('good0@example.cn'));
    assert.equal(own?.mail.subject, '预警需要您答复');
    assert.equal((await onThePage('waiting')).length, 0, 'each has ended');
  });
});
