import assert from 'node:assert/strict';
import type { SessionView, UserView } from '../../../server/core/contract/accounts.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { findUser, insertUser } from '../../../server/features/accounts/user.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { ApiClient } from '../../support/api-client.ts';
import {
  ADMIN,
  asSystem,
  clock,
  COMPANY_ADMIN,
  INSPECTOR,
  person,
  signedIn,
  useAccountsApp,
} from './accounts-app.ts';

describe('accounts: the list of users', () => {
  const app = useAccountsApp();
  const list = async (browser: ApiClient, query = ''): Promise<Page<UserView>> =>
    (await browser.get<Page<UserView>>(`/users${query}`)).body;
  const logins = (page: Page<UserView>): (string | undefined)[] =>
    page.items.map((user) => user.login).sort();
  const inArea = (areaCode: string, role: Grant['role'] = 'inspector'): Grant => ({ role, areaCode });

  /** Without a password: for lists only. */
  const entry = (
    login: string | undefined,
    minutes: number,
    more: { name?: string; lastSignInAt?: Date } = {},
  ) =>
    insertUser({
      name: more.name ?? `名${login}`,
      ...(login === undefined ? {} : { login }),
      ...(more.lastSignInAt === undefined ? {} : { lastSignInAt: more.lastSignInAt }),
      grants: [INSPECTOR],
      state: 'active',
      locale: 'zh-CN',
      mustChangePassword: false,
      recoveryCodes: [],
      createdAt: new Date(clock.now().getTime() + minutes * 60_000),
    });

  describe('GET /api/users', () => {
    it('shows masked rows with what may be done, and neither password nor secrets', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const worker = await inTransaction(() => openWorkerAccount('13912345678', asSystem()));
      const page = await list(admin);
      assert.equal(page.total, 2);
      const row = page.items.find((user) => user.id === String(worker._id));
      assert.deepEqual(row, {
        id: String(worker._id),
        version: 1,
        name: '139****5678',
        phoneMasked: '139****5678',
        state: 'active',
        grants: [{ role: 'worker', areaCode: '5326' }],
        totpEnabled: false,
        createdAt: '2030-03-04T02:00:00.000Z',
        actions: ['edit', 'disable', 'endSessions'],
      });
    });

    it('finds by part of name or login, taking what was typed as it stands', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      await entry('wang.wu', 1, { name: '王五' });
      await entry('wangxwu', 2, { name: '王小五(临时)' });
      assert.deepEqual(logins(await list(admin, '?q=WANG')), ['wang.wu', 'wangxwu']);
      assert.deepEqual(logins(await list(admin, '?q=wang.')), ['wang.wu']);
      assert.deepEqual(logins(await list(admin, `?q=${encodeURIComponent('五(')}`)), ['wangxwu']);
      assert.deepEqual(logins(await list(admin, `?q=${encodeURIComponent('.*')}`)), []);
    });

    it('filters by role, area and state, also together on one right', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      await person('here', [inArea('532601')]);
      await person('town', [inArea('532601001')]);
      await person('there', [inArea('532622')]);
      await person('mixed', [inArea('532622', 'clerk'), inArea('532601', 'leader')]);
      assert.deepEqual(logins(await list(admin, '?areaCode=532601')), ['here', 'mixed', 'town']);
      assert.deepEqual(logins(await list(admin, '?role=inspector')), ['here', 'there', 'town']);
      assert.deepEqual(logins(await list(admin, '?role=clerk&areaCode=532601')), []);
      assert.deepEqual(logins(await list(admin, '?state=disabled')), []);
      assert.equal((await list(admin, '?state=active')).total, 5);
    });

    for (const sort of [
      'name',
      '-name',
      'login',
      '-login',
      'createdAt',
      '-createdAt',
      'lastSignInAt',
      '-lastSignInAt',
      'state',
    ]) {
      it(`walks page by page over every account once, sorted by ${sort}`, async () => {
        const admin = await signedIn(app, 'boss', [ADMIN]);
        const seenAt = [
          undefined,
          clock.now(),
          undefined,
          clock.now(),
          new Date(clock.now().getTime() + 1000),
        ];
        for (let n = 0; n < 15; n += 1) {
          const lastSignInAt = seenAt[n % 5];
          await entry(n % 4 === 3 ? undefined : `user${n}`, n % 6, {
            name: `名${n % 7}`,
            ...(lastSignInAt && { lastSignInAt }),
          });
        }
        const whole = await list(admin, `?sort=${sort}&limit=200`);
        assert.equal(whole.items.length, 16);
        assert.equal(whole.nextCursor, null);
        const walked: string[] = [];
        let cursor = '';
        do {
          const page = await list(admin, `?sort=${sort}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
          assert.equal(page.total, 16);
          walked.push(...page.items.map((user) => user.id));
          cursor = page.nextCursor ?? '';
        } while (cursor !== '');
        assert.deepEqual(
          walked,
          whole.items.map((user) => user.id),
        );
        const field = sort.replace('-', '') as 'name' | 'login' | 'createdAt' | 'lastSignInAt' | 'state';
        const values = whole.items.map((user) => user[field] ?? '');
        const sorted = [...values].sort(
          (a, b) => (Buffer.from(a) < Buffer.from(b) ? -1 : 1) * (sort.startsWith('-') ? -1 : 1),
        );
        assert.deepEqual(values, sorted);
      });
    }

    it('says which field of a query is wrong', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      for (const [query, path] of [
        ['?limit=0', 'limit'],
        ['?limit=201', 'limit'],
        ['?sort=passwordHash', 'sort'],
        ['?role=king', 'role'],
        ['?state=gone', 'state'],
        ['?areaCode=53260', 'areaCode'],
        ['?q=', 'q'],
        ['?cursor=nonsense', 'cursor'],
        ['?cursor=W10', 'cursor'],
        [
          `?cursor=${Buffer.from(JSON.stringify(['-createdAt', 'no moment', '0'.repeat(24), 1])).toString('base64url')}`,
          'cursor',
        ],
        ['?q[$ne]=x', 'q[$ne]'],
      ]) {
        const done = await admin.get<Problem>(`/users${query}`);
        assert.equal(done.status, 422, query);
        assert.deepEqual(
          done.body.fields?.map((field) => field.path),
          [path],
        );
      }
      await entry('one.more', 1);
      const { nextCursor } = await list(admin, '?limit=1&sort=name');
      assert.equal((await admin.get(`/users?limit=1&sort=login&cursor=${nextCursor}`)).status, 422);
    });

    it('shows an administrator his own area, and only what lies in it', async () => {
      const local = await signedIn(app, 'local', [inArea('532601', 'admin')]);
      await person('town', [inArea('532601001')]);
      const beside = await person('beside', [inArea('532622')]);
      const above = await person('above', [inArea('5326')]);
      const mixed = await person('mixed', [inArea('532601'), inArea('532622')]);
      assert.deepEqual(logins(await list(local)), ['local', 'mixed', 'town']);
      assert.deepEqual(logins(await list(local, '?areaCode=5326')), ['local', 'mixed', 'town']);
      assert.deepEqual(logins(await list(local, '?areaCode=532622')), ['mixed']);
      for (const id of [beside, above]) assert.equal((await local.get(`/users/${id}`)).status, 404);
      const seen = await local.get<UserView>(`/users/${mixed}`);
      assert.deepEqual(seen.body.actions, [], 'a right beyond the area puts the account beyond his hands');
      const done = await local.send('POST', `/users/${mixed}/disable`, { reason: '不该成功' });
      assert.equal(done.status, 403);
      assert.equal((await findUser(mixed))?.state, 'active');
    });

    it('shows an auditor everything in his area and lets him touch nothing', async () => {
      const auditor = await signedIn(app, 'auditor', [inArea('5326', 'auditor')]);
      const id = await person('watched');
      const page = await list(auditor);
      assert.equal(page.total, 2);
      assert.ok(page.items.every((user) => user.actions.length === 0));
      assert.equal((await auditor.send('POST', `/users/${id}/disable`, { reason: '试一试' })).status, 403);
    });

    it('shows a company’s administrator its own people, and a labour officer nobody', async () => {
      const chief = await signedIn(app, 'chief', [COMPANY_ADMIN]);
      const labour: Grant = { ...COMPANY_ADMIN, position: 'labourOfficer' };
      const officer = await signedIn(app, 'officer', [labour]);
      const rival = await person('rival', [{ ...labour, companyId: 'd'.repeat(24) }]);
      await person('inspector');
      assert.deepEqual(logins(await list(chief)), ['chief', 'officer']);
      assert.deepEqual((await list(chief, '?q=officer')).items[0]?.actions, ['disable', 'endSessions']);
      assert.equal((await chief.get(`/users/${rival}`)).status, 404);
      assert.deepEqual(await list(officer), { items: [], nextCursor: null, total: 0 });
      const menus = async (browser: ApiClient): Promise<string[]> =>
        (await browser.get<SessionView>('/session')).body.permissions.filter((key) =>
          key.startsWith('users.'),
        );
      assert.deepEqual(await menus(officer), []);
      assert.ok(
        (await menus(chief)).includes('users.create') && !(await menus(chief)).includes('users.edit'),
      );
      assert.equal((await officer.get(`/users/${officer.id}`)).status, 404);
    });

    for (const role of [
      'worker',
      'bank',
      'gridOfficer',
      'clerk',
      'inspector',
      'bureauHead',
      'departmentLiaison',
      'leader',
    ] as const) {
      it(`is closed to the role ${role}`, async () => {
        const browser = await signedIn(app, 'other', [{ role, areaCode: '5326' }]);
        assert.equal((await browser.get('/users')).status, 403);
        assert.equal((await browser.get(`/users/${browser.id}`)).status, 403);
      });
    }
  });

  describe('GET /api/users/export', () => {
    const lines = async (browser: ApiClient, query: string): Promise<{ text: string; rows: string[] }> => {
      const res = await fetch(`${app.url}/api/users/export${query}`, { headers: { cookie: browser.cookie } });
      assert.equal(res.status, 200);
      const text = await res.text();
      return { text, rows: text.trim().split('\r\n').slice(1) };
    };

    it('writes what the list shows, with the same filters, limits and masks', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const local = await signedIn(app, 'local', [inArea('532601', 'admin')]);
      await person('here', [inArea('532601')], { email: 'here@example.org' });
      await person('there', [inArea('532622')]);
      await inTransaction(() => openWorkerAccount('13912345678', asSystem()));
      const all = await lines(admin, '?format=csv&sort=login');
      assert.equal(all.rows.length, 5);
      assert.ok(all.text.includes('139****5678') && !all.text.includes('13912345678'));
      assert.deepEqual((await lines(admin, '?format=csv&role=inspector&areaCode=532601')).rows, [
        '名here,here,,here@example.org,正常,劳动监察员 532601,未启用,,2030-03-04 10:00:00',
      ]);
      assert.equal((await lines(local, '?format=csv')).rows.length, 2);
    });

    it('is a workbook unless asked otherwise, and closed to who has no list', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      const res = await fetch(`${app.url}/api/users/export`, { headers: { cookie: admin.cookie } });
      assert.equal(
        res.headers.get('content-type'),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
      assert.equal(
        Buffer.from(await res.arrayBuffer())
          .subarray(0, 2)
          .toString(),
        'PK',
      );
      const inspector = await signedIn(app, 'inspector');
      assert.equal((await inspector.get('/users/export')).status, 403);
      assert.equal((await admin.get('/users/export?format=pdf')).status, 422);
    });
  });
});
