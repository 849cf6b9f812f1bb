import assert from 'node:assert/strict';
import { DEMO_PASSWORD, DEMO_PEOPLE, seedPeople } from '../../../seeds/people.ts';
import type { DemoAccount, SessionView } from '../../../server/core/contract/accounts.ts';
import { ROLES, STAFF_ROLES } from '../../../server/core/contract/roles.ts';
import { findUserByPhone } from '../../../server/features/accounts/index.ts';
import { asSystem, stored, useAccountsApp } from './accounts-app.ts';

describe('accounts: demo people', () => {
  const app = useAccountsApp();

  it('hold every role there is, and a company has both its positions', () => {
    assert.deepEqual(new Set(DEMO_PEOPLE.map((person) => person.role)), new Set(ROLES));
    const positions = DEMO_PEOPLE.flatMap((person) => ('login' in person ? [person.bounds?.position] : []));
    assert.ok(positions.includes('companyAdmin') && positions.includes('labourOfficer'));
  });

  it('are opened once, and each signs in at once with the home page of his role', async function () {
    this.timeout(60_000);
    assert.deepEqual(await seedPeople(asSystem()), { made: DEMO_PEOPLE.length });
    const before = await stored('users');
    assert.deepEqual(await seedPeople(asSystem()), { made: 0 });
    assert.deepEqual(await stored('users'), before);
    for (const person of DEMO_PEOPLE) {
      if (!('login' in person)) {
        assert.equal((await findUserByPhone(person.phone))?.name, person.name);
        continue;
      }
      const done = await app
        .browser()
        .send<SessionView>('POST', '/session', { login: person.login, password: DEMO_PASSWORD });
      assert.equal(done.status, 200, person.login);
      assert.equal(done.body.user?.homeRole, person.role);
      assert.equal(done.body.user?.mustChangePassword, false);
    }
  });

  it('are offered on the sign-in page', async () => {
    const offered = await app.browser().get<DemoAccount[]>('/demo-accounts');
    assert.equal(offered.status, 200);
    for (const role of STAFF_ROLES)
      assert.ok(
        offered.body.some((account) => account.role === role),
        role,
      );
  });
});

describe('accounts: outside of demo mode', () => {
  const app = useAccountsApp({ DEMO: 'false' });

  it('no accounts are offered', async () => {
    const done = await app.browser().get('/demo-accounts');
    assert.equal(done.status, 404);
    assert.equal((await app.browser().get<SessionView>('/session')).body.demo, false);
  });
});
