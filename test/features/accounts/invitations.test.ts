import assert from 'node:assert/strict';
import type { InvitationView, UserCreated } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { deliverDue } from '../../../server/platform/outbox/index.ts';
import {
  ADMIN,
  clock,
  eventsOf,
  HOUR,
  INSPECTOR,
  messages,
  signedIn,
  stored,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: invitations', () => {
  const app = useAccountsApp();
  const OWN_PASSWORD = 'chosen by me 8';
  const later = (millis: number): void => clock.set(new Date(clock.now().getTime() + millis));
  const newestToken = async (): Promise<string> => {
    const mail = (await messages()).filter((message) => message.template === 'invitation').at(-1);
    return String(mail?.data['link']).split('/').at(-1) ?? '';
  };

  async function invited(login = 'invited') {
    const admin = await signedIn(app, 'boss', [ADMIN]);
    const body = { name: '受邀人', login, email: `${login}@example.org`, grants: [INSPECTOR], invite: true };
    const { user } = (await admin.create<UserCreated>('/users', body)).body;
    return { admin, user, token: await newestToken() };
  }
  const accept = (token: string, password: unknown = OWN_PASSWORD) =>
    app.browser().send<Problem>('POST', `/invitations/${token}/accept`, { password });

  describe('an invitation', () => {
    it('comes by mail with a link that is not kept, says whom it is for, and makes the account active', async () => {
      const { user, token } = await invited();
      const [mail] = await messages();
      assert.deepEqual(mail?.to, { email: 'invited@example.org' });
      assert.deepEqual(
        { ...mail?.data, link: '' },
        { name: '受邀人', login: 'invited', link: '', expires: '2030-03-11' },
      );
      assert.ok(!JSON.stringify([await stored('invitations'), await stored('outbox')]).includes(token));

      const looked = await app.browser().get<InvitationView>(`/invitations/${token}`);
      assert.deepEqual(looked.body, {
        name: '受邀人',
        login: 'invited',
        expiresAt: '2030-03-11T02:00:00.000Z',
      });
      assert.equal((await accept(token)).status, 204);
      const browser = app.browser();
      await browser.signIn('invited', OWN_PASSWORD);
      assert.deepEqual(
        (await eventsOf(user.id)).map((event) => event.action),
        ['user.created', 'user.invitationAccepted', 'session.started'],
      );
    });

    it('goes out in the quiet hours too: whoever is invited waits beside whoever invites', async () => {
      clock.set(new Date('2030-03-04T15:30:00Z')); // 23:30 in Shanghai
      await invited();
      const sent = await deliverDue({ now: clock.now(), demo: true, log: { warn: () => undefined } });
      assert.deepEqual([sent.sent, sent.postponed], [1, 0]);
    });

    it('ends when the address it went to turns out to be wrong', async () => {
      const { admin, user, token } = await invited();
      const patch = (version: number, body: object) =>
        admin.send('PATCH', `/users/${user.id}`, body, { 'if-match': `"v${version}"` });
      assert.equal((await patch(1, { name: '改名' })).status, 200);
      assert.equal((await app.browser().get(`/invitations/${token}`)).status, 200);
      assert.equal((await patch(2, { email: 'right@example.org' })).status, 200);
      assert.equal((await accept(token)).status, 404);
    });

    it('serves once, also when it is used twice at once', async () => {
      const { token } = await invited();
      const both = await Promise.all([accept(token), accept(token, 'another choice 9')]);
      assert.deepEqual(both.map((one) => one.status).sort(), [204, 404]);
      assert.equal((await accept(token)).status, 404);
      assert.equal((await app.browser().get(`/invitations/${token}`)).status, 404);
    });

    it('is over after seven days', async () => {
      const { token } = await invited();
      later(7 * 24 * HOUR);
      assert.equal((await accept(token)).status, 404);
    });

    it('is replaced when the person is invited again, with a reason and an event', async () => {
      const { admin, user, token } = await invited();
      const again = await admin.send('POST', `/users/${user.id}/reinvite`, { reason: '邮件被误删' });
      assert.equal(again.status, 200);
      assert.equal((await accept(token)).status, 404);
      assert.equal((await accept(await newestToken())).status, 204);
      const reinvited = (await eventsOf(user.id)).find((event) => event.action === 'user.reinvited');
      assert.deepEqual(reinvited?.facts, { reason: '邮件被误删' });
      assert.equal(
        (await admin.send('POST', `/users/${user.id}/reinvite`, { reason: '再来一次' })).status,
        409,
      );
    });

    it('dies with the account', async () => {
      const { admin, user, token } = await invited();
      assert.equal(
        (await admin.send('POST', `/users/${user.id}/disable`, { reason: '人员变动' })).status,
        200,
      );
      assert.equal((await accept(token)).status, 404);
      assert.equal(
        (await admin.send('POST', `/users/${user.id}/enable`, { reason: '又回来了' })).status,
        200,
      );
      assert.equal((await accept(token)).status, 404);
    });

    it('refuses a weak password and stays usable', async () => {
      const { token } = await invited('weakling');
      for (const weak of ['short', 'my weakling 1', '', undefined]) {
        const done = await accept(token, weak ?? null);
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((field) => field.path),
          ['password'],
        );
      }
      assert.equal((await accept(token)).status, 204);
    });

    it('a made-up link leads nowhere', async () => {
      await invited();
      for (const token of ['x'.repeat(43), 'short', '%24ne']) assert.equal((await accept(token)).status, 404);
    });

    it('an invited person cannot sign in before', async () => {
      await invited();
      const done = await app
        .browser()
        .send<Problem>('POST', '/session', { login: 'invited', password: OWN_PASSWORD });
      assert.equal(done.body.code, 'wrongCredentials');
    });
  });
});
