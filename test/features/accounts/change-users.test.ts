import assert from 'node:assert/strict';
import type { UserActed, UserCreated, UserView } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { findUser } from '../../../server/features/accounts/user.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { ApiClient } from '../../support/api-client.ts';
import {
  ADMIN,
  asSystem,
  COMPANY_ADMIN,
  eventsOf,
  INSPECTOR,
  messages,
  PASSWORD,
  person,
  signedIn,
  stored,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: changing accounts', () => {
  const app = useAccountsApp();
  const REASON = { reason: '岗位调整' };
  const SECOND_ADMIN: Grant = { role: 'admin', areaCode: '53' };
  const newUser = (more: Record<string, unknown> = {}) => ({
    name: '李明清',
    login: 'li.mingqing',
    grants: [INSPECTOR],
    invite: false,
    ...more,
  });
  const edit = (browser: ApiClient, id: string, body: unknown, version = 1) =>
    browser.send<UserView & Problem>('PATCH', `/users/${id}`, body, { 'if-match': `"v${version}"` });
  const act = (browser: ApiClient, id: string, action: string, body: unknown = REASON) =>
    browser.send<UserActed & Problem>('POST', `/users/${id}/${action}`, body);

  describe('POST /api/users', () => {
    it('opens an account whose first password is shown once, and records it', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const done = await admin.create<UserCreated>(
        '/users',
        newUser({ phone: '13912345678', email: 'LI@example.org' }),
      );
      assert.equal(done.status, 201);
      const { user, firstPassword = '' } = done.body;
      assert.equal(user.state, 'active');
      assert.equal(user.phoneMasked, '139****5678');
      assert.equal(user.email, 'li@example.org');
      assert.match(firstPassword, /^[a-zA-Z2-9]{14}$/);
      assert.deepEqual(await messages(), []);
      const lying = JSON.stringify([
        await stored('users'),
        await stored('events'),
        await stored('idempotencyKeys'),
      ]);
      assert.ok(!lying.includes(firstPassword) && !lying.includes('13912345678'));
      const [event] = await eventsOf(user.id);
      assert.equal(event?.action, 'user.created');
      assert.equal(event?.actor, `user:${admin.id}`);
      assert.deepEqual(event?.facts, { grants: [INSPECTOR], invited: false });
      assert.equal(
        (await app.browser().send('POST', '/session', { login: 'li.mingqing', password: firstPassword }))
          .status,
        200,
      );
    });

    it('answers a repeated submission with the first answer and makes one account', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const first = await admin.create<UserCreated>('/users', newUser(), 'submission-1');
      const again = await admin.create<UserCreated>('/users', newUser(), 'submission-1');
      assert.deepEqual(again.body, first.body);
      assert.equal((await stored('users')).length, 2);
      assert.equal((await admin.send('POST', '/users', newUser())).status, 400);
    });

    it('a submission sent many times at once makes one account and always gets its answer', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      for (let round = 0; round < 5; round += 1) {
        const body = newUser({ login: `rush.${round}` });
        const all = await Promise.all(
          Array.from({ length: 6 }, () => admin.create<UserCreated>('/users', body, `submission-${round}`)),
        );
        for (const { status, body: answer } of all) {
          assert.equal(status, 201, JSON.stringify(answer));
          assert.deepEqual(answer, all[0]?.body);
        }
      }
      assert.equal((await stored('users')).length, 6);
    });

    it('refuses a login that exists, however it is written, and stores nothing', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      await person('taken');
      const done = await admin.create<Problem>(
        '/users',
        newUser({ login: 'TAKEN', email: 'a@example.org', invite: true }),
      );
      assert.equal(done.status, 409);
      assert.equal(done.body.code, 'alreadyExists');
      assert.equal((await stored('users')).length, 2);
      assert.deepEqual(await messages(), []);
    });

    for (const [what, more, path, rule] of [
      ['no name', { name: undefined }, 'name', 'any.required'],
      ['a name of spaces', { name: '   ' }, 'name', 'string.empty'],
      ['a name with control characters', { name: '李\u0000明' }, 'name', 'string.pattern.name'],
      ['a login of two letters', { login: 'ab' }, 'login', 'string.pattern.name'],
      ['a login with spaces', { login: 'li ming' }, 'login', 'string.pattern.name'],
      ['a login that is no text', { login: 5 }, 'login', 'string.base'],
      ['a mail that is none', { email: 'nobody' }, 'email', 'string.email'],
      ['a phone that is none', { phone: '12345' }, 'phone', 'string.pattern.name'],
      ['an invitation without a mail', { invite: true }, 'email', 'any.required'],
      ['a maybe for the invitation', { invite: 'yes' }, 'invite', 'boolean.base'],
      ['no rights', { grants: [] }, 'grants', 'array.min'],
      ['the same right twice', { grants: [INSPECTOR, INSPECTOR] }, 'grants.1', 'array.unique'],
      ['an unknown role', { grants: [{ role: 'king', areaCode: '53' }] }, 'grants.0.role', 'any.only'],
      ['a worker’s right', { grants: [{ role: 'worker', areaCode: '53' }] }, 'grants.0.role', 'any.only'],
      [
        'a five-digit area',
        { grants: [{ role: 'clerk', areaCode: '53260' }] },
        'grants.0.areaCode',
        'string.pattern.name',
      ],
      [
        'a padded prefecture',
        { grants: [{ role: 'clerk', areaCode: '532600' }] },
        'grants.0.areaCode',
        'string.pattern.invert.name',
      ],
      [
        'a padded county',
        { grants: [{ role: 'clerk', areaCode: '532601000' }] },
        'grants.0.areaCode',
        'string.pattern.invert.name',
      ],
      [
        'a contractor without company',
        { grants: [{ role: 'contractor', areaCode: '53', position: 'companyAdmin' }] },
        'grants.0.companyId',
        'any.required',
      ],
      [
        'a liaison without department',
        { grants: [{ role: 'departmentLiaison', areaCode: '53' }] },
        'grants.0.departmentCode',
        'any.required',
      ],
      [
        'a bank without branch',
        { grants: [{ role: 'bank', areaCode: '53' }] },
        'grants.0.bankBranchCode',
        'any.required',
      ],
      [
        'an inspector of a company',
        { grants: [{ ...INSPECTOR, companyId: 'c'.repeat(24) }] },
        'grants.0.companyId',
        'any.unknown',
      ],
      ['a state of one’s own', { state: 'active' }, 'state', 'object.unknown'],
    ] as const) {
      it(`refuses ${what} with the field`, async () => {
        const admin = await signedIn(app, 'boss', [ADMIN]);
        const done = await admin.create<Problem>('/users', newUser(more));
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((field) => [field.path, field.rule]),
          [[path, rule]],
        );
        assert.equal((await stored('users')).length, 1);
      });
    }

    it('lets nobody give rights beyond his own area or company', async () => {
      const local = await signedIn(app, 'local', [{ role: 'admin', areaCode: '532601' }]);
      for (const areaCode of ['5326', '532622', '53260']) {
        const done = await local.create(
          '/users',
          newUser({ grants: [INSPECTOR, { role: 'inspector', areaCode }] }),
        );
        assert.equal(done.status, areaCode.length === 5 ? 422 : 403);
      }
      const chief = await signedIn(app, 'chief', [COMPANY_ADMIN]);
      for (const grant of [
        INSPECTOR,
        { ...COMPANY_ADMIN, companyId: 'd'.repeat(24) },
        { ...COMPANY_ADMIN, areaCode: '5326' },
      ]) {
        assert.equal((await chief.create('/users', newUser({ grants: [grant] }))).status, 403);
      }
      assert.equal((await stored('users')).length, 2);
      const own = { ...COMPANY_ADMIN, position: 'labourOfficer' };
      assert.equal(
        (await chief.create('/users', newUser({ grants: [own], email: 'own@example.org', invite: true })))
          .status,
        201,
      );
    });

    it('is closed to a labour officer, an auditor and an inspector', async () => {
      const labour: Grant = { ...COMPANY_ADMIN, position: 'labourOfficer' };
      for (const [login, grant] of [
        ['officer', labour],
        ['auditor', { role: 'auditor', areaCode: '5326' }],
        ['inspector', INSPECTOR],
      ] as const) {
        const browser = await signedIn(app, login, [grant]);
        assert.equal((await browser.create('/users', newUser({ grants: [labour] }))).status, 403, login);
      }
    });
  });

  describe('PATCH /api/users/:id', () => {
    it('changes what is given, under the version the reader saw', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const id = await person('edited');
      const done = await edit(admin, id, { name: '新名字', phone: '13912345678', email: 'new@example.org' });
      assert.equal(done.status, 200);
      assert.equal(done.body.version, 2);
      assert.equal(done.headers.get('etag'), '"v2"');
      assert.deepEqual(
        [done.body.name, done.body.phoneMasked, done.body.email],
        ['新名字', '139****5678', 'new@example.org'],
      );
      assert.deepEqual((await eventsOf(id)).at(-1)?.facts, { fields: ['email', 'name', 'phone'] });
      const stale = await edit(admin, id, { name: '又一个' }, 1);
      assert.equal(stale.status, 412);
      assert.equal((await findUser(id))?.name, '新名字');
      assert.equal((await admin.send('PATCH', `/users/${id}`, { name: '又一个' })).status, 428);
    });

    it('of two who saw the same version one is told to look again', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const id = await person('contested');
      const both = await Promise.all([edit(admin, id, { name: '甲甲' }), edit(admin, id, { name: '乙乙' })]);
      assert.deepEqual(both.map((one) => one.status).sort(), [200, 412]);
      assert.equal((await eventsOf(id)).filter((event) => event.action === 'user.edited').length, 1);
    });

    it('changed rights end the sessions, are recorded before and after, and the person is told', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const browser = await signedIn(app, 'moved', [INSPECTOR], { email: 'moved@example.org' });
      const after: Grant[] = [{ role: 'clerk', areaCode: '532622' }];
      assert.equal((await edit(admin, browser.id, { grants: after })).status, 200);
      assert.equal((await browser.get('/session/mine')).status, 401);
      const event = (await eventsOf(browser.id)).at(-1);
      assert.equal(event?.action, 'user.rightsChanged');
      assert.deepEqual([event?.facts['before'], event?.facts['after']], [[INSPECTOR], after]);
      assert.deepEqual(
        (await messages()).map((one) => [one.template, one.to['email']]),
        [['rightsChanged', 'moved@example.org']],
      );
    });

    it('the same rights again end nothing', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const browser = await signedIn(app, 'same');
      assert.equal((await edit(admin, browser.id, { grants: [INSPECTOR], name: '同一人' })).status, 200);
      assert.equal((await browser.get('/session/mine')).status, 200);
      assert.deepEqual(await messages(), []);
    });

    it('nobody changes his own rights, and a worker’s right stays with his phone', async () => {
      await person('second', [SECOND_ADMIN]);
      const admin = await signedIn(app, 'boss', [ADMIN]);
      assert.equal((await edit(admin, admin.id, { grants: [ADMIN, INSPECTOR] })).status, 409);
      assert.equal((await edit(admin, admin.id, { name: '我自己' })).status, 200);
      const worker = await inTransaction(() => openWorkerAccount('13912345678', asSystem()));
      assert.equal((await edit(admin, String(worker._id), { grants: [INSPECTOR] })).status, 409);
      await inTransaction(() => openWorkerAccount('13900000000', asSystem()));
      const taken = await edit(admin, String(worker._id), { phone: '13900000000' });
      assert.equal(taken.body.code, 'alreadyExists');
    });

    it('says which field is wrong', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const id = await person('checked');
      for (const [body, path] of [
        [{ name: '' }, 'name'],
        [{ email: 'x' }, 'email'],
        [{ phone: '1' }, 'phone'],
        [{ grants: [] }, 'grants'],
        [{ login: 'other' }, 'login'],
        [{ passwordHash: 'x' }, 'passwordHash'],
        [{}, ''],
      ] as const) {
        const done = await edit(admin, id, body);
        assert.equal(done.status, 422);
        assert.deepEqual(
          done.body.fields?.map((field) => field.path),
          [path],
        );
      }
    });
  });

  describe('what an administrator does with an account', () => {
    it('disabling ends sessions, is recorded with its reason and mailed; enabling opens it again', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const browser = await signedIn(app, 'leaver', [INSPECTOR], { email: 'leaver@example.org' });
      const done = await act(admin, browser.id, 'disable');
      assert.equal(done.status, 200);
      assert.equal(done.body.state, 'disabled');
      assert.deepEqual(done.body.actions, ['enable']);
      assert.equal((await browser.get('/session/mine')).status, 401);
      assert.deepEqual((await eventsOf(browser.id)).at(-1), {
        action: 'user.disabled',
        facts: REASON,
        actor: `user:${admin.id}`,
      });
      assert.deepEqual(
        (await messages()).map((one) => one.template),
        ['accountDisabled'],
      );
      assert.equal((await act(admin, browser.id, 'disable')).status, 409);
      assert.equal((await act(admin, browser.id, 'enable')).status, 200);
      assert.equal((await browser.get('/session/mine')).status, 401, 'an ended session stays ended');
      await app.browser().signIn('leaver', PASSWORD);
    });

    it('a reset password is shown once, must be changed, and lifts the lock', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const browser = await signedIn(app, 'forgetful', [INSPECTOR], { email: 'f@example.org' });
      const tryIn = (password: string) =>
        app.browser().send<Problem>('POST', '/session', { login: 'forgetful', password });
      for (let count = 0; count < 11; count += 1) await tryIn('wrong');
      const done = await act(admin, browser.id, 'reset-password');
      assert.equal(done.status, 200);
      assert.equal((await browser.get('/session/mine')).status, 401);
      assert.equal((await tryIn(PASSWORD)).status, 401);
      assert.equal((await tryIn(done.body.firstPassword ?? '')).status, 200);
      assert.equal((await findUser(browser.id))?.mustChangePassword, true);
      const notices = (await messages()).filter((one) => one.template === 'passwordReset');
      assert.deepEqual(
        notices.map((one) => one.data),
        [{ name: '名forgetful' }],
      );
      assert.ok(!JSON.stringify(await stored('events')).includes(done.body.firstPassword ?? ''));
    });

    it('resetting a second factor is open where there is one', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const id = await person('plain');
      assert.equal((await act(admin, id, 'reset-totp')).status, 409);
      assert.ok(!(await admin.get<UserView>(`/users/${id}`)).body.actions.includes('resetTotp'));
    });

    it('ending sessions signs the person out everywhere', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const browser = await signedIn(app, 'everywhere');
      const second = app.browser();
      await second.signIn('everywhere', PASSWORD);
      assert.equal((await act(admin, browser.id, 'end-sessions')).status, 200);
      assert.equal((await browser.get('/session/mine')).status, 401);
      assert.equal((await second.get('/session/mine')).status, 401);
      assert.deepEqual((await eventsOf(browser.id)).at(-1)?.facts, { ...REASON, sessions: 2 });
    });

    for (const action of ['disable', 'enable', 'reset-password', 'reset-totp', 'reinvite', 'end-sessions']) {
      it(`${action} needs a reason, a known account and an administrator`, async () => {
        const admin = await signedIn(app, 'boss', [ADMIN]);
        const inspector = await signedIn(app, 'inspector');
        const id = await person('subject');
        for (const body of [
          {},
          { reason: '' },
          { reason: '嗯' },
          { reason: 'x'.repeat(501) },
          { reason: 5 },
        ]) {
          const done = await act(admin, id, action, body);
          assert.equal(done.status, 422);
          assert.deepEqual(
            done.body.fields?.map((field) => field.path),
            ['reason'],
          );
        }
        assert.equal((await act(admin, 'f'.repeat(24), action)).status, 404);
        assert.equal((await act(admin, 'nonsense', action)).status, 404);
        assert.equal((await act(inspector, id, action)).status, 403);
        assert.equal((await act(app.browser(), id, action)).status, 401);
        assert.equal((await findUser(id))?.version, 1);
      });
    }

    it('an account nobody has accepted is open for its invitation again, not signed in to', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const invited = { ...newUser({ login: 'late.comer' }), email: 'late@example.org', invite: true };
      const { user } = (await admin.create<UserCreated>('/users', invited)).body;
      assert.equal((await act(admin, user.id, 'disable')).body.state, 'disabled');
      const opened = await act(admin, user.id, 'enable');
      assert.equal(opened.body.state, 'invited');
      assert.ok(opened.body.actions.includes('reinvite'));
      assert.equal((await act(admin, user.id, 'reinvite')).status, 200);
    });

    it('a company cannot open again what the office has closed', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const chief = await signedIn(app, 'chief', [COMPANY_ADMIN]);
      const own = await person('own', [{ ...COMPANY_ADMIN, position: 'labourOfficer' }]);
      assert.equal((await act(chief, own, 'disable')).status, 200);
      assert.equal((await act(chief, own, 'enable')).status, 200, 'its own decision is its own to undo');
      assert.equal((await act(admin, own, 'disable')).status, 200);
      assert.deepEqual((await chief.get<UserView>(`/users/${own}`)).body.actions, []);
      assert.equal((await act(chief, own, 'enable')).status, 409);
      assert.equal((await act(admin, own, 'enable')).status, 200);
    });

    it('a company’s administrator disables his own people only', async () => {
      const chief = await signedIn(app, 'chief', [COMPANY_ADMIN]);
      const own = await person('own', [{ ...COMPANY_ADMIN, position: 'labourOfficer' }]);
      const rival = await person('rival', [{ ...COMPANY_ADMIN, companyId: 'd'.repeat(24) }]);
      const both = await person('both', [COMPANY_ADMIN, INSPECTOR]);
      assert.equal((await act(chief, own, 'disable')).status, 200);
      assert.equal((await act(chief, rival, 'disable')).status, 404);
      assert.equal((await act(chief, both, 'disable')).status, 403);
      const seen = (await chief.get<UserView>(`/users/${both}`)).body;
      assert.deepEqual(seen.grants, [COMPANY_ADMIN], 'what he is elsewhere is not the company’s to know');
      assert.equal((await act(chief, own, 'reset-password')).status, 403);
      assert.equal((await edit(chief, own, { name: '改名' })).status, 403);
      assert.equal((await act(chief, chief.id, 'disable')).status, 409);
    });
  });

  describe('the last administrator', () => {
    it('cannot disable himself, nor be disabled or demoted by one who cannot replace him', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      assert.equal((await act(admin, admin.id, 'disable')).status, 409);
      assert.ok(!(await admin.get<UserView>(`/users/${admin.id}`)).body.actions.includes('disable'));
      const wider = await signedIn(app, 'wider', [SECOND_ADMIN]);
      assert.equal(
        (await act(wider, admin.id, 'disable')).status,
        200,
        'the wider area still has its administrator',
      );
      const only = await person('only', [{ role: 'admin', areaCode: '5326' }]);
      assert.equal((await edit(wider, only, { grants: [INSPECTOR] })).status, 200);
    });

    it('stays when two administrators disable each other at the same moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [a, b] = [
          await signedIn(app, `a.${round}`, [ADMIN]),
          await signedIn(app, `b.${round}`, [ADMIN]),
        ];
        const both = await Promise.all([act(a, b.id, 'disable'), act(b, a.id, 'disable')]);
        const done = both.filter((one) => one.status === 200).length;
        assert.equal(done, 1, `round ${round}: ${both.map((one) => one.status).join()}`);
        const left = await stored('users', { state: 'active' });
        assert.equal(left.length, 1);
        await act(a, String(left[0]?.['_id']), 'disable');
        const { default: mongoose } = await import('mongoose');
        await mongoose.connection.collection('users').deleteMany({});
      }
    });
  });
});
