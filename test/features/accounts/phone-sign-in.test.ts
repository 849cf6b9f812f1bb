import assert from 'node:assert/strict';
import type { PhoneCodeAsked, SessionView, UserCreated } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { changeUserRecord } from '../../../server/features/accounts/user.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import {
  ADMIN,
  asSystem,
  clock,
  eventsOf,
  INSPECTOR,
  messages,
  MINUTE,
  signedIn,
  stored,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: signing in by phone', () => {
  const app = useAccountsApp();
  const PHONE = '13912345678';
  const later = (millis: number): void => clock.set(new Date(clock.now().getTime() + millis));
  const ask = (phone = PHONE) =>
    app.browser().send<PhoneCodeAsked & Problem>('POST', '/session/phone-code', { phone });
  const enter = (challengeId: string, code: string, browser = app.browser()) =>
    browser.send<SessionView & Problem>('POST', '/session/phone', { challengeId, code });
  const newestCode = async (): Promise<string> => String((await messages()).at(-1)?.data['code']);
  /** A code that is certainly not the one sent. */
  const otherThan = (code: string): string => (code === '111111' ? '222222' : '111111');

  describe('signing in by phone', () => {
    it('sends a code, urgent and by text message, and keeps neither code nor phone in the clear', async () => {
      const asked = await ask();
      assert.equal(asked.status, 202);
      assert.deepEqual(Object.keys(asked.body).sort(), [
        'challengeId',
        'expiresInSeconds',
        'resendInSeconds',
      ]);
      const [message] = await messages();
      assert.equal(message?.template, 'phoneCode');
      assert.equal(message?.channel, 'sms');
      assert.deepEqual(message?.to, { phone: PHONE });
      const code = String(message?.data['code']);
      assert.match(code, /^\d{6}$/);
      assert.equal((await stored('outbox'))[0]?.['urgent'], true);
      const lying = JSON.stringify([
        await stored('phoneChallenges'),
        await stored('outbox'),
        await stored('rateCounts'),
      ]);
      assert.ok(!lying.includes(PHONE) && !lying.includes(`"${code}"`));
    });

    it('makes a worker’s account of a phone seen for the first time, and finds it again', async () => {
      const first = await ask();
      const done = await enter(first.body.challengeId, await newestCode());
      assert.equal(done.status, 200);
      assert.equal(done.body.user?.homeRole, 'worker');
      assert.equal(done.body.user?.phoneMasked, '139****5678');
      const id = done.body.user?.id ?? '';
      assert.deepEqual(
        (await eventsOf(id)).map((event) => event.action),
        ['user.created', 'session.started'],
      );
      assert.ok(!JSON.stringify(await stored('users')).includes(PHONE));

      later(2 * MINUTE);
      const second = await ask();
      const again = await enter(second.body.challengeId, await newestCode());
      assert.equal(again.body.user?.id, id);
      assert.equal((await stored('users')).length, 1);
    });

    it('answers alike whether or not the phone is known', async () => {
      await inTransaction(() => openWorkerAccount(PHONE, asSystem()));
      const [known, unknown] = [await ask(PHONE), await ask('13900000000')];
      assert.equal(known.status, unknown.status);
      assert.equal(known.body.challengeId.length, unknown.body.challengeId.length);
      assert.deepEqual({ ...known.body, challengeId: '' }, { ...unknown.body, challengeId: '' });
      const [soonKnown, soonUnknown] = [await ask(PHONE), await ask('13900000000')];
      assert.deepEqual({ ...soonKnown.body, requestId: '' }, { ...soonUnknown.body, requestId: '' });
    });

    it('a code serves once, also when it arrives twice at once', async () => {
      const { challengeId } = (await ask()).body;
      const code = await newestCode();
      const both = await Promise.all([enter(challengeId, code), enter(challengeId, code)]);
      assert.deepEqual(both.map((one) => one.status).sort(), [200, 401]);
      assert.equal((await enter(challengeId, code)).body.code, 'wrongCode');
      assert.equal((await stored('users')).length, 1);
    });

    it('five wrong tries use a code up', async () => {
      const { challengeId } = (await ask()).body;
      const code = await newestCode();
      for (let count = 0; count < 5; count += 1)
        assert.equal((await enter(challengeId, otherThan(code))).body.code, 'wrongCode');
      assert.equal((await enter(challengeId, code)).body.code, 'wrongCode');
      assert.deepEqual(await stored('users'), []);
    });

    it('the right code still serves at the fifth try', async () => {
      const { challengeId } = (await ask()).body;
      const code = await newestCode();
      for (let count = 0; count < 4; count += 1) await enter(challengeId, otherThan(code));
      assert.equal((await enter(challengeId, code)).status, 200);
    });

    it('a code is dead after five minutes', async () => {
      const { challengeId } = (await ask()).body;
      later(5 * MINUTE);
      assert.equal((await enter(challengeId, await newestCode())).body.code, 'wrongCode');
    });

    it('a code belongs to its own challenge, and a newer one takes its place', async () => {
      const first = (await ask()).body.challengeId;
      const firstCode = await newestCode();
      const other = (await ask('13900000000')).body.challengeId;
      assert.equal(
        (await enter(other, firstCode === (await newestCode()) ? '-' : firstCode)).status >= 400,
        true,
      );
      later(MINUTE);
      await ask();
      assert.equal((await enter(first, firstCode)).body.code, 'wrongCode');
    });

    it('waits a minute before it sends again, and sends ten a day to one phone', async () => {
      assert.equal((await ask()).status, 202);
      const soon = await ask();
      assert.equal(soon.status, 429);
      assert.equal(soon.headers.get('retry-after'), '60');
      for (let count = 1; count < 10; count += 1) {
        later(10 * MINUTE);
        assert.equal((await ask()).status, 202, `message ${count + 1}`);
      }
      later(10 * MINUTE);
      assert.equal((await ask()).status, 429);
      assert.equal((await messages()).length, 10);
    });

    it('one address cannot have the whole country texted', async () => {
      const answers: number[] = [];
      for (let count = 0; count < 70; count += 1) {
        if (count % 18 === 17) later(11 * MINUTE); // past the door's own limit per ten minutes
        answers.push((await ask(`139${String(10_000_000 + count)}`)).status);
      }
      assert.equal(answers.filter((status) => status === 202).length, 60);
      assert.ok(answers.slice(60).every((status) => status === 429));
    });

    it('tells the holder of the phone, and nobody else, that the account is disabled', async () => {
      const worker = await inTransaction(() => openWorkerAccount(PHONE, asSystem()));
      await changeUserRecord(String(worker._id), 1, { set: { state: 'disabled' } });
      const { challengeId } = (await ask()).body;
      assert.equal((await enter(challengeId, otherThan(await newestCode()))).body.code, 'wrongCode');
      const done = await enter(challengeId, await newestCode());
      assert.equal(done.status, 403);
      assert.equal(done.body.code, 'accountDisabled');
      assert.deepEqual(await stored('sessions'), []);
    });

    for (const [what, path, body, field] of [
      ['a short phone', '/session/phone-code', { phone: '1391234567' }, 'phone'],
      ['a landline', '/session/phone-code', { phone: '08762123456' }, 'phone'],
      ['an operator for a phone', '/session/phone-code', { phone: { $gt: '' } }, '$gt'],
      ['no phone', '/session/phone-code', {}, 'phone'],
      ['no challenge', '/session/phone', { code: '123456' }, 'challengeId'],
      ['an operator for a challenge', '/session/phone', { challengeId: { $ne: '' }, code: '123456' }, '$ne'],
      ['a code of letters', '/session/phone', { challengeId: 'a'.repeat(43), code: 'abcdef' }, 'code'],
    ] as const) {
      it(`refuses ${what} with the field`, async () => {
        const done = await app.browser().send<Problem>('POST', path, body);
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((one) => one.path),
          [field],
        );
        assert.deepEqual(await messages(), []);
      });
    }
  });
});

describe('accounts: signing in by phone where no text messages are sent', () => {
  const app = useAccountsApp({ DEMO: 'false', SMS_DISABLED: 'true' });

  it('the pages know it before anybody types a number', async () => {
    const { body } = await app.browser().get<SessionView>('/session');
    assert.deepEqual([body.signedIn, body.textsOff], [false, true]);
  });

  it('says so at once, and queues no code that nobody would get', async () => {
    const asked = await app.browser().send<Problem>('POST', '/session/phone-code', { phone: '13912345678' });
    assert.deepEqual([asked.status, asked.body.code], [409, 'textsOff']);
    assert.match(asked.body.messages.zh, /没有开通短信/u);
    assert.deepEqual([await stored('outbox'), await stored('phoneChallenges')], [[], []]);
  });

  it('invites nobody by a phone alone: whoever invites is told at once, and may hand over a first password', async () => {
    const admin = await signedIn(app, 'boss', [ADMIN]);
    const given = { name: '无邮箱', login: 'no-mail', phone: '13912345678', grants: [INSPECTOR] };
    const refused = await admin.create<Problem>('/users', { ...given, invite: true });
    assert.deepEqual([refused.status, refused.body.fields?.map(({ path }) => path)], [422, ['email']]);
    assert.deepEqual(await stored('invitations'), []);
    const made = await admin.create<UserCreated>('/users', { ...given, invite: false });
    assert.equal(made.status, 201);
    assert.ok((made.body.firstPassword ?? '').length >= 10);
  });

  it('tells who has a phone and no mail under the bell, where it is found', async () => {
    const admin = await signedIn(app, 'boss', [ADMIN]);
    const given = { name: '无邮箱', login: 'no-mail', phone: '13912345678', grants: [INSPECTOR] };
    const { user } = (await admin.create<UserCreated>('/users', { ...given, invite: false })).body;
    const reset = await admin.send('POST', `/users/${user.id}/reset-password`, { reason: '忘记密码' });
    assert.equal(reset.status, 200);
    assert.deepEqual(
      (await messages()).map(({ template, channel }) => [template, channel]),
      [['passwordReset', 'inApp']],
    );
  });
});
