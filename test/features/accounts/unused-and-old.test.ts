import assert from 'node:assert/strict';
import type { SessionView, UserActed, UserCreated } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { disableUnusedAccounts, openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { findUser } from '../../../server/features/accounts/user.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import {
  ADMIN,
  asSystem,
  clock,
  eventsOf,
  HOUR,
  INSPECTOR,
  messages,
  PASSWORD,
  person,
  signedIn,
  useAccountsApp,
} from './accounts-app.ts';

const DAY = 24 * HOUR;
const later = (millis: number): void => clock.set(new Date(clock.now().getTime() + millis));
const REASON = { reason: '忘记密码' };
const NEW_PASSWORD = 'anders ist besser 77';

describe('accounts: a first password that another person knows as well', () => {
  const app = useAccountsApp();
  const tryIn = (login: string, password: string) =>
    app.browser().send<Problem & SessionView>('POST', '/session', { login, password });
  const opened = async (): Promise<{ id: string; firstPassword: string }> => {
    const admin = await signedIn(app, 'boss', [ADMIN]);
    const body = { name: '新同事', login: 'fresh', grants: [INSPECTOR], invite: false };
    const { user, firstPassword = '' } = (await admin.create<UserCreated>('/users', body)).body;
    return { id: user.id, firstPassword };
  };

  it('opens the account for seven days, and nothing after them; a wrong one is told nothing of it', async () => {
    const { firstPassword } = await opened();
    later(7 * DAY);
    assert.equal((await tryIn('fresh', firstPassword)).status, 200);
    later(1);
    const late = await tryIn('fresh', firstPassword);
    assert.deepEqual([late.status, late.body.code], [403, 'firstPasswordExpired']);
    assert.equal((await tryIn('fresh', 'something else 1')).body.code, 'wrongCredentials');
  });

  it('is replaced by another one of seven days, which the administrator gives', async () => {
    const { id } = await opened();
    later(30 * DAY);
    const admin = app.browser();
    await admin.signIn('boss', PASSWORD);
    const reset = await admin.send<UserActed>('POST', `/users/${id}/reset-password`, REASON);
    later(6 * DAY);
    assert.equal((await tryIn('fresh', reset.body.firstPassword ?? '')).status, 200);
    later(2 * DAY);
    assert.equal((await tryIn('fresh', reset.body.firstPassword ?? '')).body.code, 'firstPasswordExpired');
  });

  it('once changed, the new one goes on without an end', async () => {
    const { id, firstPassword } = await opened();
    const fresh = app.browser();
    await fresh.signIn('fresh', firstPassword);
    const body = { currentPassword: firstPassword, newPassword: NEW_PASSWORD };
    assert.equal((await fresh.send('POST', '/account/password', body)).status, 204);
    assert.equal((await findUser(id))?.firstPasswordUntil, undefined);
    later(400 * DAY);
    const done = await tryIn('fresh', NEW_PASSWORD);
    assert.deepEqual([done.status, done.body.user?.mustChangePassword], [200, false]);
  });

  it('no account is closed for not being used where the office has set nothing', async () => {
    const id = await person('quiet');
    later(2000 * DAY);
    assert.deepEqual(await disableUnusedAccounts(asSystem()), { closed: 0, kept: 0 });
    assert.equal((await findUser(id))?.state, 'active');
  });
});

describe('accounts: where passwords may become ninety days old', () => {
  const app = useAccountsApp({ PASSWORD_MAX_DAYS: '90' });

  it('an older one has to be changed at the next sign-in, not in the middle of one', async () => {
    const browser = await signedIn(app, 'steady', [ADMIN]);
    later(90 * DAY);
    await browser.signIn('steady', PASSWORD);
    later(2 * HOUR); // older now, and still at work
    assert.equal((await browser.get('/users')).status, 200);
    assert.equal((await browser.get<SessionView>('/session')).body.user?.mustChangePassword, false);
    await browser.signIn('steady', PASSWORD);
    const { user } = (await browser.get<SessionView>('/session')).body;
    assert.deepEqual([user?.mustChangePassword, user?.passwordIsOld], [true, true]);
    const refused = await browser.get<Problem>('/users');
    assert.deepEqual([refused.status, refused.body.code], [403, 'passwordChangeRequired']);
    const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    assert.equal((await browser.send('POST', '/account/password', body)).status, 204);
    assert.equal((await browser.get<SessionView>('/session')).body.user?.mustChangePassword, false);
  });
});

describe('accounts: where nobody keeps an account for sixty days without using it', () => {
  const app = useAccountsApp({ UNUSED_ACCOUNT_DAYS: '60' });

  it('is closed in the night after, with an event and a message; whoever signs in keeps it', async () => {
    const [idle, used] = [
      await person('idle', [INSPECTOR], { email: 'idle@example.org' }),
      await person('used'),
    ];
    later(30 * DAY);
    await app.browser().signIn('used', PASSWORD);
    later(30 * DAY);
    assert.deepEqual(await disableUnusedAccounts(asSystem()), { closed: 0, kept: 0 }); // the sixtieth day is not over
    later(1);
    assert.deepEqual(await disableUnusedAccounts(asSystem()), { closed: 1, kept: 0 });
    assert.deepEqual([(await findUser(idle))?.state, (await findUser(used))?.state], ['disabled', 'active']);
    const closed = (await eventsOf(idle)).at(-1);
    assert.deepEqual(
      [closed?.action, closed?.facts, closed?.actor],
      ['user.disabled', { unusedDays: 60 }, 'system:test'],
    );
    const told = (await messages()).filter(({ template }) => template === 'accountUnused');
    assert.deepEqual(told, [
      { template: 'accountUnused', channel: 'mail', to: { email: 'idle@example.org' }, data: { days: '60' } },
    ]);
    assert.deepEqual(await disableUnusedAccounts(asSystem()), { closed: 0, kept: 0 });
  });

  it('leaves an area its last administrator, and workers theirs', async () => {
    const [one, two] = [await person('one', [ADMIN]), await person('two', [ADMIN])];
    const worker = await inTransaction(() => openWorkerAccount('13700000001', asSystem()));
    later(61 * DAY);
    assert.deepEqual(await disableUnusedAccounts(asSystem()), { closed: 1, kept: 1 });
    const states = await Promise.all(
      [one, two, String(worker._id)].map(async (id) => (await findUser(id))?.state),
    );
    assert.deepEqual(states.sort(), ['active', 'active', 'disabled']);
    assert.equal((await findUser(String(worker._id)))?.state, 'active');
  });

  it('once opened again it is watched from that day on', async () => {
    const idle = await person('idle');
    later(61 * DAY);
    const admin = await signedIn(app, 'boss', [ADMIN]);
    await disableUnusedAccounts(asSystem());
    assert.equal((await admin.send('POST', `/users/${idle}/enable`, REASON)).status, 200);
    later(60 * DAY);
    await disableUnusedAccounts(asSystem());
    assert.equal((await findUser(idle))?.state, 'active');
    later(1);
    await disableUnusedAccounts(asSystem());
    assert.equal((await findUser(idle))?.state, 'disabled');
  });
});
