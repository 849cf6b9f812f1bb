import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { OwnSession, SessionView, UserCreated } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { configurePasswords, hashPassword } from '../../../server/platform/auth/index.ts';
import { eventually } from '../../support/eventually.ts';
import { ADMIN, eventsOf, PASSWORD, signedIn, stored, useAccountsApp } from './accounts-app.ts';

describe('accounts: one’s own account', () => {
  const app = useAccountsApp();
  const NEW_PASSWORD = 'staple battery 17';
  const change = (currentPassword: unknown, newPassword: unknown) => ({ currentPassword, newPassword });

  describe('POST /api/account/password', () => {
    it('changes the password and ends the other sessions of the person', async () => {
      const browser = await signedIn(app, 'changer');
      const other = app.browser();
      await other.signIn('changer', PASSWORD);
      assert.equal(
        (await browser.send('POST', '/account/password', change(PASSWORD, NEW_PASSWORD))).status,
        204,
      );
      assert.equal((await browser.get('/session/mine')).status, 200);
      assert.equal((await other.get('/session/mine')).status, 401);
      const tryIn = (password: string) =>
        app.browser().send('POST', '/session', { login: 'changer', password });
      assert.equal((await tryIn(PASSWORD)).status, 401);
      assert.equal((await tryIn(NEW_PASSWORD)).status, 200);
      assert.ok((await eventsOf(browser.id)).some((event) => event.action === 'user.passwordChanged'));
      assert.ok(!JSON.stringify(await stored('events')).includes(NEW_PASSWORD));
    });

    it('a password that is reset while it is being checked opens and changes nothing any more', async () => {
      const browser = await signedIn(app, 'overtaken');
      const reset = await hashPassword('what the office has set');
      configurePasswords({ env: 'production' }); // a check long enough to be overtaken
      const users = mongoose.connection.collection('users');
      const tries = mongoose.connection.collection('rateCounts');
      for (const late of [
        () => browser.send<Problem>('POST', '/account/password', change(PASSWORD, NEW_PASSWORD)),
        () => app.browser().send<Problem>('POST', '/session', { login: 'overtaken', password: PASSWORD }),
      ]) {
        const before = await stored('users');
        await tries.deleteMany({});
        const busy = Array.from({ length: 12 }, () => hashPassword('keeps the hashing waiting'));
        const answer = late();
        await eventually('the try is counted', async () => (await tries.countDocuments()) >= 3, 5_000, 1);
        await users.updateOne(
          { login: 'overtaken' },
          { $set: { passwordHash: reset }, $inc: { version: 1 } },
        );
        assert.match((await answer).body.code, /^(?:staleVersion|wrongCredentials)$/u);
        assert.equal((await stored('users'))[0]?.['passwordHash'], reset);
        await Promise.all(busy);
        await users.replaceOne({ login: 'overtaken' }, before[0] ?? {});
      }
      assert.equal((await stored('sessions')).length, 1);
      configurePasswords({ env: 'test' });
    });

    it('needs the present password, and counts wrong ones like sign-ins', async () => {
      const browser = await signedIn(app, 'guess.own');
      for (let count = 0; count < 10; count += 1) {
        const done = await browser.send<Problem>('POST', '/account/password', change('wrong', NEW_PASSWORD));
        assert.equal(done.body.code, 'wrongCredentials');
      }
      assert.equal(
        (await browser.send<Problem>('POST', '/account/password', change(PASSWORD, NEW_PASSWORD))).body.code,
        'accountLocked',
      );
    });

    for (const [what, body, rules] of [
      ['nine characters', change(PASSWORD, 'a1b2c3d4e'), ['string.min']],
      ['more than 128 characters', change(PASSWORD, 'ab3'.repeat(43)), ['string.max']],
      ['the login in it', change(PASSWORD, 'my-Policy.One-1'), ['password.holdsLogin']],
      ['one letter again and again', change(PASSWORD, 'aaaaaaaaaaaa'), ['password.tooSimple']],
      ['a run of digits', change(PASSWORD, '1234567890'), ['password.sequence']],
      ['a name with a birthday', change(PASSWORD, 'Zhangsan19900101'), ['password.common']],
      ['the present one', change(PASSWORD, PASSWORD), ['password.same']],
      ['a number', change(PASSWORD, 12345678901), ['string.base']],
      ['nothing', change(PASSWORD, undefined), ['any.required']],
    ] as const) {
      it(`refuses ${what} as the new password`, async () => {
        const browser = await signedIn(app, 'policy.one');
        const done = await browser.send<Problem>('POST', '/account/password', body);
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((field) => [field.path, field.rule]),
          rules.map((rule) => ['newPassword', rule]),
        );
        assert.equal(
          (await app.browser().send('POST', '/session', { login: 'policy.one', password: PASSWORD })).status,
          200,
        );
      });
    }

    it('opens the rest of the system to somebody with a first password', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const body = { name: '新同事', login: 'fresh', grants: [ADMIN], invite: false };
      const { firstPassword = '' } = (await admin.create<UserCreated>('/users', body)).body;
      const fresh = app.browser();
      await fresh.signIn('fresh', firstPassword);
      assert.equal((await fresh.get<SessionView>('/session')).body.user?.mustChangePassword, true);
      const early = await fresh.get<Problem>('/users');
      assert.equal(early.status, 403);
      assert.equal(early.body.code, 'passwordChangeRequired');
      assert.equal(
        (await fresh.send('POST', '/account/password', change(firstPassword, NEW_PASSWORD))).status,
        204,
      );
      assert.equal((await fresh.get('/users')).status, 200);
    });
  });

  describe('own sessions', () => {
    it('are listed with the device, this one marked, and ended one by one', async () => {
      const browser = await signedIn(app, 'traveller');
      const phone = app.browser();
      const agent = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/121.0 Mobile Safari/537.36' };
      await phone.send('POST', '/session', { login: 'traveller', password: PASSWORD }, agent);
      const listed = (await browser.get<{ items: OwnSession[] }>('/session/mine')).body.items;
      assert.equal(listed.length, 2);
      assert.deepEqual(listed.filter((one) => one.current).length, 1);
      const left = listed.find((one) => !one.current);
      assert.equal(left?.device, 'Chrome · Android');
      assert.equal(left?.ip, '127.0.0.1');
      assert.equal((await browser.send('DELETE', `/session/mine/${left?.id}`)).status, 204);
      assert.equal((await phone.get('/session/mine')).status, 401);
      assert.equal((await browser.send('DELETE', `/session/mine/${left?.id}`)).status, 404);
    });

    it('of another person cannot be ended', async () => {
      const victim = await signedIn(app, 'victim');
      const other = await signedIn(app, 'other');
      const [session] = (await victim.get<{ items: OwnSession[] }>('/session/mine')).body.items;
      assert.equal((await other.send('DELETE', `/session/mine/${session?.id}`)).status, 404);
      assert.equal((await victim.get('/session/mine')).status, 200);
    });

    it('need somebody signed in', async () => {
      assert.equal((await app.browser().get('/session/mine')).status, 401);
      assert.equal((await app.browser().send('PATCH', '/account', { locale: 'en' })).status, 401);
    });
  });

  describe('PATCH /api/account', () => {
    it('keeps the language', async () => {
      const browser = await signedIn(app, 'english');
      assert.equal((await browser.send('PATCH', '/account', { locale: 'en' })).status, 204);
      assert.equal((await browser.get<SessionView>('/session')).body.user?.locale, 'en');
      assert.equal((await browser.send('PATCH', '/account', { locale: 'fr' })).status, 422);
      assert.equal((await browser.send('PATCH', '/account', { locale: 'en', grants: [ADMIN] })).status, 422);
    });
  });
});
