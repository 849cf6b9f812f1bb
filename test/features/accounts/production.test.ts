import assert from 'node:assert/strict';
import { generate } from 'otplib';
import type { SessionView, TotpSetup } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { openFirstAdmin } from '../../../server/features/accounts/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { ADMIN, clock, COMPANY_ADMIN, INSPECTOR, signedIn, useAccountsApp } from './accounts-app.ts';

describe('accounts: in production', () => {
  const app = useAccountsApp({}, { env: 'production' });

  it('staff get no further than their own account until a second factor is set up', async () => {
    const admin = await signedIn(app, 'boss', [ADMIN]);
    assert.equal((await admin.get<SessionView>('/session')).body.user?.mustSetUpTotp, true);
    const early = await admin.get<Problem>('/users');
    assert.equal(early.status, 403);
    assert.equal((await admin.get('/session/mine')).status, 200);
    const { secret } = (await admin.send<TotpSetup>('POST', '/account/totp')).body;
    const code = await generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) });
    assert.equal((await admin.send('POST', '/account/totp/confirm', { code })).status, 200);
    assert.equal((await admin.get<SessionView>('/session')).body.user?.mustSetUpTotp, false);
    assert.equal((await admin.get('/users')).status, 200);
  });

  it('the first administrator is opened from the command line, and no second one', async () => {
    const ctx = systemCtx('firstAdmin', { now: clock.now(), today: clock.today() });
    const first = { login: 'first.admin', name: '王管理', areaCode: '5326' };
    await assert.rejects(openFirstAdmin({ ...first, login: 'a b' }, ctx), /login: /);
    const { user, firstPassword = '' } = await openFirstAdmin(first, ctx);
    assert.deepEqual(user.grants, [{ role: 'admin', areaCode: '5326' }]);
    const browser = app.browser();
    await browser.signIn(first.login, firstPassword);
    assert.equal((await browser.get<SessionView>('/session')).body.user?.mustChangePassword, true);
    await assert.rejects(openFirstAdmin({ ...first, login: 'second.admin' }, ctx), /已有管理员账号/);
  });

  it('is asked of staff, not of companies', async () => {
    const inspector = await signedIn(app, 'inspector', [INSPECTOR]);
    assert.equal((await inspector.get<SessionView>('/session')).body.user?.mustSetUpTotp, true);
    const company = await signedIn(app, 'company', [COMPANY_ADMIN]);
    assert.equal((await company.get<SessionView>('/session')).body.user?.mustSetUpTotp, false);
    assert.equal((await company.get('/users')).status, 200);
  });
});
