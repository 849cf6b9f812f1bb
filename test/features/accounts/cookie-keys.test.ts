import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { SessionView } from '../../../server/core/contract/accounts.ts';
import { changeCookieKeys } from '../../../server/platform/auth/index.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { PASSWORD, signedIn, useAccountsApp } from './accounts-app.ts';

describe('accounts: new keys for session cookies', () => {
  const app = useAccountsApp();
  const isIn = async (browser: ApiClient): Promise<boolean> =>
    (await browser.get<SessionView>('/session')).body.signedIn;

  it('leave everybody signed in; who signed in under a key that was retired is out', async () => {
    const { session } = app.config.secrets;
    const fresh = randomBytes(32).toString('base64');
    const before = await signedIn(app, 'before');
    changeCookieKeys({ session, cookieKeys: { active: 'c2', keys: { c1: session, c2: fresh } } });
    assert.equal(await isIn(before), true);
    const after = app.browser();
    await after.signIn('before', PASSWORD);
    changeCookieKeys({ session, cookieKeys: { active: 'c2', keys: { c2: fresh } } });
    assert.deepEqual([await isIn(before), await isIn(after)], [false, true]);
    changeCookieKeys({ session });
  });
});
