import assert from 'node:assert/strict';
import { generate } from 'otplib';
import type { SessionView, TotpConfirmed, TotpSetup } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import type { ApiClient } from '../../support/api-client.ts';
import {
  clock,
  COMPANY_ADMIN,
  eventsOf,
  PASSWORD,
  signedIn,
  stored,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: signing in with a second factor', () => {
  const app = useAccountsApp();
  const STEP = 30_000;
  const later = (millis: number): void => clock.set(new Date(clock.now().getTime() + millis));
  const codeOf = (secret: string): Promise<string> =>
    generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) });
  const tryIn = (login: string, totp?: string) =>
    app
      .browser()
      .send<Problem & SessionView>('POST', '/session', { login, password: PASSWORD, ...(totp && { totp }) });

  /** Somebody with a second factor; its last code is used up. */
  async function withTotp(
    login: string,
    grants?: Grant[],
  ): Promise<{ browser: ApiClient & { id: string }; secret: string; recoveryCodes: string[] }> {
    const browser = await signedIn(app, login, grants);
    const { secret } = (await browser.send<TotpSetup>('POST', '/account/totp')).body;
    const confirmed = await browser.send<TotpConfirmed>('POST', '/account/totp/confirm', {
      code: await codeOf(secret),
    });
    assert.equal(confirmed.status, 200);
    later(STEP);
    return { browser, secret, recoveryCodes: confirmed.body.recoveryCodes };
  }

  describe('the second factor', () => {
    it('is offered as text, address and picture, and counts only when a code of it is confirmed', async () => {
      const browser = await signedIn(app, 'starter');
      const setup = (await browser.send<TotpSetup>('POST', '/account/totp')).body;
      assert.match(setup.secret, /^[A-Z2-7]{32}$/);
      assert.ok(setup.otpauthUri.startsWith('otpauth://totp/') && setup.otpauthUri.includes(setup.secret));
      assert.match(setup.qrSvg, /^<svg[^>]*>/);
      assert.ok(!JSON.stringify(await stored('users')).includes(setup.secret), 'the secret lies sealed');
      assert.equal((await tryIn('starter')).status, 200);

      const wrong = await browser.send<Problem>('POST', '/account/totp/confirm', { code: '000000' });
      assert.equal(wrong.status, 401);
      assert.equal(wrong.body.code, 'wrongCode');
      const right = await browser.send<TotpConfirmed>('POST', '/account/totp/confirm', {
        code: await codeOf(setup.secret),
      });
      assert.equal(right.status, 200);
      assert.equal(new Set(right.body.recoveryCodes).size, 10);
      assert.ok(
        !JSON.stringify(await stored('users')).includes(right.body.recoveryCodes[0] ?? ''),
        'codes lie hashed',
      );
      assert.equal((await browser.get<SessionView>('/session')).body.user?.totpEnabled, true);
      const actions = (await eventsOf(browser.id)).map((event) => event.action);
      assert.deepEqual(
        actions.filter((action) => action.startsWith('user.totp')),
        ['user.totpStarted', 'user.totpEnabled'],
      );
    });

    it('is asked for after the right password only', async () => {
      const { secret } = await withTotp('guarded');
      const first = await tryIn('guarded');
      assert.equal(first.status, 401);
      assert.equal(first.body.code, 'secondFactorRequired');
      const wrongPassword = await app
        .browser()
        .send<Problem>('POST', '/session', { login: 'guarded', password: 'wrong one' });
      assert.equal(wrongPassword.body.code, 'wrongCredentials');
      assert.equal((await tryIn('guarded', await codeOf(secret))).status, 200);
    });

    for (const [who, grant] of [
      ['company', COMPANY_ADMIN],
      ['bank', { role: 'bank', areaCode: '532601', bankBranchCode: 'WS001' }],
    ] as const)
      it(`may be turned on by somebody of a ${who}, and is asked for from then on`, async () => {
        const { secret } = await withTotp(`of.${who}`, [grant]);
        assert.equal((await tryIn(`of.${who}`)).body.code, 'secondFactorRequired');
        assert.equal((await tryIn(`of.${who}`, await codeOf(secret))).status, 200);
      });

    it('takes a code of the step before or after, and no older one', async () => {
      const { secret } = await withTotp('drifting');
      const code = await codeOf(secret);
      later(3 * STEP);
      assert.equal((await tryIn('drifting', code)).body.code, 'wrongCode');
      const next = await codeOf(secret);
      later(STEP);
      assert.equal((await tryIn('drifting', next)).status, 200);
    });

    it('refuses a code that was used, also when both arrive at once, and every earlier one', async () => {
      const { secret } = await withTotp('watched');
      const earlier = await codeOf(secret);
      later(STEP);
      const code = await codeOf(secret);
      const both = await Promise.all([tryIn('watched', code), tryIn('watched', code)]);
      assert.deepEqual(both.map((one) => one.status).sort(), [200, 401]);
      assert.equal((await tryIn('watched', code)).body.code, 'wrongCode');
      assert.equal((await tryIn('watched', earlier)).body.code, 'wrongCode');
    });

    it('refuses the code with which it was turned on', async () => {
      const browser = await signedIn(app, 'eager');
      const { secret } = (await browser.send<TotpSetup>('POST', '/account/totp')).body;
      const code = await codeOf(secret);
      await browser.send('POST', '/account/totp/confirm', { code });
      assert.equal((await tryIn('eager', code)).body.code, 'wrongCode');
    });

    it('a recovery code serves once, written in either case, with or without the dash', async () => {
      const { recoveryCodes } = await withTotp('lost');
      const [first = '', second = ''] = recoveryCodes;
      assert.equal((await tryIn('lost', first)).status, 200);
      assert.equal((await tryIn('lost', first)).body.code, 'wrongCode');
      assert.equal((await tryIn('lost', second.replace('-', '').toUpperCase())).status, 200);
      assert.equal(((await stored('users'))[0]?.['recoveryCodes'] as string[]).length, 8);
    });

    it('guessing codes locks the login; asking for the code step does not', async () => {
      const { secret } = await withTotp('guessed');
      for (let count = 0; count < 12; count += 1)
        assert.equal((await tryIn('guessed')).body.code, 'secondFactorRequired');
      for (let count = 0; count < 10; count += 1)
        assert.equal((await tryIn('guessed', '000000')).body.code, 'wrongCode');
      assert.equal((await tryIn('guessed', await codeOf(secret))).body.code, 'accountLocked');
    });

    it('goes with the password, and cannot be started over while it is on', async () => {
      const { browser } = await withTotp('leaving');
      assert.equal((await browser.send('POST', '/account/totp')).status, 409);
      assert.equal((await browser.send('DELETE', '/account/totp', { password: 'wrong one' })).status, 401);
      assert.equal((await browser.send('DELETE', '/account/totp', { password: PASSWORD })).status, 204);
      assert.equal((await tryIn('leaving')).status, 200);
      const [user] = await stored('users');
      assert.equal(user?.['totpSecret'], undefined);
      assert.deepEqual(user?.['recoveryCodes'], []);
      assert.equal((await browser.send('DELETE', '/account/totp', { password: PASSWORD })).status, 409);
    });
  });
});
