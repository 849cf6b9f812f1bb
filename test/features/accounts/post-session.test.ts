import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { SessionView } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { signIn } from '../../../server/features/accounts/sign-in.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { changeUserRecord, findUser } from '../../../server/features/accounts/user.model.ts';
import { later as inAWhile } from '../../support/later.ts';
import {
  asSystem,
  clock,
  eventsOf,
  HOUR,
  INSPECTOR,
  messages,
  MINUTE,
  PASSWORD,
  person,
  signedIn,
  stored,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: signing in and out', () => {
  const app = useAccountsApp();
  const later = (millis: number): void => clock.set(new Date(clock.now().getTime() + millis));
  const tryIn = (login: string, password: string) =>
    app.browser().send<Problem>('POST', '/session', { login, password });

  describe('POST /api/session', () => {
    it('signs in, tells the browser who it is, and records the session', async () => {
      const id = await person('li.ming');
      const browser = app.browser();
      const done = await browser.send<SessionView>('POST', '/session', {
        login: 'Li.Ming',
        password: PASSWORD,
      });
      assert.equal(done.status, 200);
      assert.equal(done.body.signedIn, true);
      assert.equal(done.body.user?.id, id);
      assert.equal(done.body.user?.homeRole, 'inspector');
      assert.ok(done.body.csrfToken.length >= 40);
      assert.ok(done.body.permissions.includes('session.own'));
      assert.ok(!done.body.permissions.includes('users.list'));
      const cookie = done.headers.getSetCookie().join();
      assert.match(cookie, /HttpOnly/);
      assert.match(cookie, /SameSite=Lax/);

      const [session] = await stored('sessions');
      assert.equal(String(session?.['userId']), id);
      const [user] = await stored('users');
      assert.deepEqual(user?.['lastSignInAt'], clock.now());
      assert.match(String(user?.['passwordHash']), /^\$argon2id\$v=19\$/);
      const events = await eventsOf(id);
      assert.deepEqual(
        events.map(({ action, actor }) => [action, actor]),
        [
          ['user.created', 'system:test'],
          ['session.started', `user:${id}`],
        ],
      );
    });

    it('keeps no cookie value from which a session could be taken over', async () => {
      const browser = await signedIn(app, 'reader');
      const sid = decodeURIComponent(browser.cookie).split('=s:')[1]?.split('.')[0];
      assert.ok(sid !== undefined && sid.length > 20);
      assert.ok(!JSON.stringify(await stored('webSessions')).includes(sid));
    });

    it('answers a wrong password and an unknown login alike', async () => {
      await person('known');
      const wrong = await tryIn('known', 'not the password');
      const unknown = await tryIn('nobody', 'not the password');
      assert.equal(wrong.status, 401);
      assert.equal(unknown.status, 401);
      assert.equal(wrong.body.code, 'wrongCredentials');
      assert.deepEqual({ ...wrong.body, requestId: '' }, { ...unknown.body, requestId: '' });
      assert.deepEqual(await stored('sessions'), []);
    });

    it('tells only the owner that an account is disabled', async () => {
      const id = await person('left');
      await changeUserRecord(id, 1, { set: { state: 'disabled' } });
      assert.equal((await tryIn('left', 'not the password')).body.code, 'wrongCredentials');
      const owner = await tryIn('left', PASSWORD);
      assert.equal(owner.status, 403);
      assert.equal(owner.body.code, 'accountDisabled');
    });

    for (const [what, body, path] of [
      ['no login', { password: PASSWORD }, 'login'],
      ['no password', { login: 'a.b.c' }, 'password'],
      ['an operator for a login', { login: { $gt: '' }, password: PASSWORD }, '$gt'],
      ['an operator for a password', { login: 'a.b.c', password: { $ne: null } }, '$ne'],
      ['a password of a novel', { login: 'a.b.c', password: 'x'.repeat(129) }, 'password'],
      ['a code that is none', { login: 'a.b.c', password: PASSWORD, totp: '12' }, 'totp'],
      ['an unknown field', { login: 'a.b.c', password: PASSWORD, grants: [] }, 'grants'],
    ] as const) {
      it(`refuses ${what} with the field`, async () => {
        const done = await app.browser().send<Problem>('POST', '/session', body);
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((field) => field.path),
          [path],
        );
        assert.deepEqual(await stored('rateCounts', { points: { $gt: 1 } }), []);
      });
    }

    it('gives a new session at every sign-in; the one before is over', async () => {
      const browser = await signedIn(app, 'twice');
      const before = app.browser();
      before.cookie = browser.cookie;
      const again = await browser.send('POST', '/session', { login: 'twice', password: PASSWORD });
      assert.equal(again.status, 200);
      assert.notEqual(browser.cookie, before.cookie);
      assert.equal((await before.get('/session/mine')).status, 401);
      assert.equal((await browser.get('/session/mine')).status, 200);
    });

    it('mails a notice when a known person comes with a new device', async () => {
      await person('mover', [INSPECTOR], { email: 'mover@example.org' });
      const from = (agent: string) =>
        app
          .browser()
          .send('POST', '/session', { login: 'mover', password: PASSWORD }, { 'user-agent': agent });
      await from('Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36');
      await from('Mozilla/5.0 (Windows NT 10.0) Chrome/121.0 Safari/537.36');
      assert.deepEqual(await messages(), []);
      await from('Mozilla/5.0 (Linux; Android 14) Chrome/121.0 Mobile Safari/537.36');
      const [notice, ...others] = await messages();
      assert.equal(notice?.template, 'signedInFromNewDevice');
      assert.deepEqual(notice?.to, { email: 'mover@example.org' });
      assert.deepEqual(others, []);
    });

    it('writes nothing personal to the log', async () => {
      await signedIn(app, 'discreet', [INSPECTOR], { email: 'discreet@example.org' });
      await tryIn('discreet', 'not the password');
      const log = app.lines.join('\n');
      for (const secret of ['discreet', PASSWORD, 'not the password', '名discreet'])
        assert.ok(!log.includes(secret), secret);
    });
  });

  describe('sign-out and the life of a session', () => {
    it('a cookie copied before sign-out is worthless after it', async () => {
      const browser = await signedIn(app, 'victim');
      const thief = app.browser();
      thief.cookie = browser.cookie;
      thief.csrf = browser.csrf;
      assert.equal((await thief.get('/session/mine')).status, 200);
      const webSession = await stored('webSessions');
      assert.equal((await browser.send('DELETE', '/session')).status, 204);
      assert.equal((await thief.get('/session/mine')).status, 401);
      // Even when a request in flight writes the browser's record again.
      const { default: mongoose } = await import('mongoose');
      await mongoose.connection.collection('webSessions').insertMany(webSession);
      assert.equal((await thief.get('/session/mine')).status, 401);
      assert.equal((await eventsOf(browser.id)).at(-1)?.action, 'session.ended');
    });

    it('signing out twice is no fault', async () => {
      const browser = await signedIn(app, 'leaver');
      assert.equal((await browser.send('DELETE', '/session')).status, 204);
      assert.equal((await browser.send('DELETE', '/session')).status, 204);
    });

    it('ends after the idle hours, and after the absolute ones however busy it is', async () => {
      const idle = await signedIn(app, 'idle.one');
      later(8 * HOUR + 1);
      assert.equal((await idle.get('/session/mine')).status, 401);
      const busy = await signedIn(app, 'busy.one');
      for (let hours = 0; hours < 21; hours += 7) {
        later(7 * HOUR);
        assert.equal((await busy.get('/session/mine')).status, 200, `after ${hours + 7} hours`);
      }
      later(3 * HOUR + 1);
      assert.equal((await busy.get('/session/mine')).status, 401);
    });

    it('marks a session as seen at most once a minute', async () => {
      const browser = await signedIn(app, 'seen');
      const start = clock.now();
      later(30_000);
      await browser.get('/session/mine');
      assert.deepEqual((await stored('sessions'))[0]?.['lastSeenAt'], start);
      later(31_000);
      await browser.get('/session/mine');
      assert.deepEqual((await stored('sessions'))[0]?.['lastSeenAt'], clock.now());
    });
  });

  describe('requests from elsewhere', () => {
    it('a change without the session’s own token is refused and changes nothing', async () => {
      const browser = await signedIn(app, 'careful');
      const other = await signedIn(app, 'another');
      for (const token of ['', 'wrong', other.csrf]) {
        const done = await browser.send<Problem>(
          'PATCH',
          '/account',
          { locale: 'en' },
          { 'x-csrf-token': token },
        );
        assert.equal(done.status, 403);
        assert.equal(done.body.code, 'wrongCsrf');
      }
      assert.deepEqual(await stored('users', { locale: 'en' }), []);
      assert.equal((await browser.send('PATCH', '/account', { locale: 'en' })).status, 204);
      assert.equal((await stored('users', { locale: 'en' })).length, 1);
    });

    for (const [what, headers] of [
      ['a foreign origin', { origin: 'https://evil.example' }],
      ['no origin it may name', { origin: 'null' }],
      ['another site', { 'sec-fetch-site': 'cross-site' }],
    ] as const) {
      it(`nobody is signed in by a page with ${what}`, async () => {
        await person('target');
        const done = await app
          .browser()
          .send<Problem>('POST', '/session', { login: 'target', password: PASSWORD }, headers);
        assert.equal(done.status, 403);
        assert.equal(done.body.code, 'wrongOrigin');
        assert.deepEqual(await stored('sessions'), []);
      });
    }

    it('our own pages sign in', async () => {
      await person('target');
      const done = await app
        .browser()
        .send(
          'POST',
          '/session',
          { login: 'target', password: PASSWORD },
          { origin: app.url, 'sec-fetch-site': 'same-origin' },
        );
      assert.equal(done.status, 200);
    });
  });

  describe('the lock after wrong tries', () => {
    const from = (ip: string): Ctx => ({ ...asSystem(), actor: { kind: 'anonymous' }, ip });
    const outcome = (login: string, password: string, ip: string): Promise<string> =>
      signIn({ login, password, totp: undefined, device: 'test' }, from(ip)).then(
        () => 'in',
        (error: unknown) => {
          if (error instanceof AppError) return error.code;
          throw error;
        },
      );

    it('ten wrong tries lock the login, for the right password too, until the quarter of an hour is over', async () => {
      await person('locked');
      for (let count = 0; count < 10; count += 1) {
        assert.equal((await tryIn('locked', `wrong ${count}`)).body.code, 'wrongCredentials');
      }
      const refused = await tryIn('LOCKED', PASSWORD);
      assert.equal(refused.status, 429);
      assert.equal(refused.body.code, 'accountLocked');
      assert.equal(refused.headers.get('retry-after'), '900');
      assert.deepEqual(refused.body.next, { zh: '请在 15 分钟后再试', en: 'Try again in 15 minutes' });
      assert.deepEqual(await stored('sessions'), []);
      later(15 * MINUTE);
      assert.equal((await tryIn('locked', PASSWORD)).status, 200);
    });

    it('the count is in the store, so a restart or another instance does not lift it', async () => {
      await person('kept');
      for (let count = 0; count < 10; count += 1) await outcome('kept', 'wrong', '10.0.0.1');
      const counts = await stored('rateCounts');
      assert.ok(counts.some((count) => count['points'] === 10));
      assert.ok(!JSON.stringify(counts).includes('kept') && !JSON.stringify(counts).includes('10.0.0.1'));
      assert.equal(await outcome('kept', PASSWORD, '10.0.0.2'), 'accountLocked');
    });

    it('a success clears the login’s count', async () => {
      await person('clumsy');
      for (let round = 0; round < 3; round += 1) {
        for (let count = 0; count < 9; count += 1)
          assert.equal(await outcome('clumsy', 'wrong', '10.0.0.1'), 'wrongCredentials');
        assert.equal(await outcome('clumsy', PASSWORD, '10.0.0.1'), 'in');
      }
    });

    it('parallel tries do not slip past the count', async () => {
      await person('rushed');
      const all = await Promise.all(
        Array.from({ length: 40 }, (_, n) => outcome('rushed', `wrong ${n}`, '10.0.0.1')),
      );
      assert.equal(all.filter((code) => code === 'wrongCredentials').length, 10);
      assert.equal(all.filter((code) => code === 'accountLocked').length, 30);
    });

    it('a thousand tries on one login hash ten passwords and leave two counters', async function () {
      this.timeout(120_000);
      await person('besieged');
      const codes = await manyTries(1_000, (n) => outcome('besieged', `guess ${n}`, '10.0.0.9'));
      assert.deepEqual(codes, { wrongCredentials: 10, accountLocked: 990 });
      assert.equal((await stored('rateCounts')).length, 2);
      assert.equal((await stored('events')).length, 1);
    });

    it('tries on ever new logins from one address stop at its sixtieth', async function () {
      this.timeout(60_000);
      const codes = await manyTries(300, (n) => outcome(`guess${n}`, 'password', '10.0.0.9'));
      assert.deepEqual(codes, { wrongCredentials: 60, accountLocked: 240 });
      assert.equal((await stored('rateCounts')).length, 61);
    });

    async function manyTries(
      count: number,
      one: (n: number) => Promise<string>,
    ): Promise<Record<string, number>> {
      const codes: Record<string, number> = {};
      let next = 0;
      const runner = async (): Promise<void> => {
        while (next < count) {
          const code = await one((next += 1));
          codes[code] = (codes[code] ?? 0) + 1;
        }
      };
      await Promise.all(Array.from({ length: 25 }, runner));
      return codes;
    }
  });

  describe('what a request knows', () => {
    it('changes at once: a disabled person’s next request is nobody’s', async () => {
      const browser = await signedIn(app, 'gone');
      const user = await findUser(browser.id);
      await changeUserRecord(browser.id, user?.version ?? 0, { set: { state: 'disabled' } });
      assert.equal((await browser.get('/session/mine')).status, 401);
      assert.equal((await browser.get<SessionView>('/session')).body.signedIn, false);
    });

    for (const [what, collection, change] of [
      ['disables', 'users', { state: 'disabled' }],
      ['signs out', 'sessions', { endedAt: new Date(0), endedBy: 'admin' }],
    ] as const) {
      it(`whom another server ${what} is nobody here a second later`, async () => {
        const browser = await signedIn(app, 'elsewhere');
        assert.equal((await browser.get('/session/mine')).status, 200);
        await mongoose.connection.collection(collection).updateMany({}, { $set: change });
        await inAWhile(1_000, async () => assert.equal((await browser.get('/session/mine')).status, 401));
      });
    }

    it('shows visitors the open doors only', async () => {
      const view = (await app.browser().get<SessionView>('/session')).body;
      assert.equal(view.signedIn, false);
      assert.equal(view.csrfToken, '');
      assert.deepEqual(view.permissions, [
        'demo.accounts',
        'invitations.accept',
        'session.signIn',
        'session.signOut',
        'session.view',
      ]);
      assert.deepEqual(await stored('webSessions'), []);
    });
  });
});
