import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { disableUser } from '../../server/features/accounts/disable-user.ts';
import { publish } from '../../server/platform/realtime/index.ts';
import { startRealtime } from '../../server/platform/realtime/socket-server.ts';
import type { Realtime } from '../../server/platform/realtime/socket-server.ts';
import {
  ADMIN,
  asSystem,
  clock,
  HOUR,
  INSPECTOR,
  PASSWORD,
  signedIn,
  useAccountsApp,
} from '../features/accounts/accounts-app.ts';
import { eventually } from '../support/eventually.ts';

describe('accounts: live connections', () => {
  const app = useAccountsApp();
  const open = new Set<Socket>();

  function connect(
    cookie: string,
    more: { url?: string; transports?: ('polling' | 'websocket')[]; origin?: string } = {},
  ): Socket {
    const extraHeaders = { ...(cookie && { cookie }), ...(more.origin && { origin: more.origin }) };
    const transports = more.transports ?? ['websocket'];
    const socket = io(more.url ?? app.url, { forceNew: true, reconnection: false, transports, extraHeaders });
    open.add(socket);
    return socket;
  }

  /** How the attempt ended: 'connected' or the message of the refusal. */
  const outcome = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', (error) => resolve(error.message));
    });

  async function connected(cookie: string, url?: string): Promise<Socket> {
    const socket = connect(cookie, url === undefined ? {} : { url });
    assert.equal(await outcome(socket), 'connected');
    return socket;
  }

  /** The first digit of each id it was told of, in order. */
  const heard = (socket: Socket): string[] => {
    const items: string[] = [];
    socket.onAny((_event: string, { id }: { id: string }) => items.push(id.slice(0, 1)));
    return items;
  };
  const about = (digit: string): { id: string } => ({ id: digit.repeat(24) });
  const LAST = 'f';
  const isEnded = (socket: Socket) => eventually('the socket is ended', () => !socket.connected);

  describe('sockets', () => {
    afterEach(() => {
      for (const socket of open) socket.disconnect();
      open.clear();
    });

    for (const transport of ['polling', 'websocket'] as const) {
      it(`open for a session by ${transport}, and for nobody else`, async () => {
        const browser = await signedIn(app, 'listener');
        assert.equal(await outcome(connect(browser.cookie, { transports: [transport] })), 'connected');
        assert.equal(await outcome(connect('', { transports: [transport] })), 'unauthorized');
        assert.equal(
          await outcome(connect('anxin.0.sid=s%3Amade.up', { transports: [transport] })),
          'unauthorized',
        );
        await browser.send('DELETE', '/session');
        assert.equal(await outcome(connect(browser.cookie, { transports: [transport] })), 'unauthorized');
      });
    }

    it('do not open for a page of another site', async () => {
      const browser = await signedIn(app, 'lured');
      assert.notEqual(
        await outcome(connect(browser.cookie, { origin: 'https://evil.example' })),
        'connected',
      );
      assert.equal(await outcome(connect(browser.cookie, { origin: app.url })), 'connected');
    });

    it('tell a person what is his, and an official what changes in his area or below it', async () => {
      const [own, other] = [
        await signedIn(app, 'own'),
        await signedIn(app, 'other', [{ role: 'leader', areaCode: '5326' }]),
      ];
      const worker = await signedIn(app, 'company', [
        { role: 'contractor', areaCode: '532601', companyId: 'c'.repeat(24), position: 'companyAdmin' },
      ]);
      const [a, b, c] = [
        await connected(own.cookie),
        await connected(other.cookie),
        await connected(worker.cookie),
      ];
      const [heardA, heardB, heardC] = [heard(a), heard(b), heard(c)];
      publish(`user:${own.id}`, 'sheetCheckChanged', about('1'));
      publish('area:532601', 'caseChanged', about('2'));
      publish('area:532622', 'caseChanged', about('3'));
      publish(`company:${'c'.repeat(24)}`, 'payrollChanged', { ...about('4'), projectId: 'd'.repeat(24) });
      publish(`company:${'e'.repeat(24)}`, 'payrollChanged', { ...about('5'), projectId: 'd'.repeat(24) });
      for (const { id } of [worker, own, other]) publish(`user:${id}`, 'sheetCheckChanged', about(LAST));
      await eventually('all have heard the last word', () =>
        [heardA, heardB, heardC].every((items) => items.includes(LAST)),
      );
      assert.deepEqual(heardA, ['1', '2', LAST]);
      assert.deepEqual(heardB, ['2', '3', LAST]);
      assert.deepEqual(heardC, ['4', LAST]);
    });

    it('end at once when the account is disabled, its rights change or its sessions are ended', async () => {
      const admin = await signedIn(app, 'boss', [ADMIN]);
      for (const [action, method, path, body, headers] of [
        ['disable', 'POST', '/disable', { reason: '离职了' }, {}],
        ['rights', 'PATCH', '', { grants: [{ ...INSPECTOR, role: 'clerk' }] }, { 'if-match': '"v1"' }],
        ['sessions', 'POST', '/end-sessions', { reason: '怀疑被盗' }, {}],
        ['password', 'POST', '/reset-password', { reason: '忘记密码' }, {}],
      ] as const) {
        const browser = await signedIn(app, `person.${action}`);
        const [one, two] = [await connected(browser.cookie), await connected(browser.cookie)];
        const bystander = await connected(admin.cookie);
        assert.equal(
          (await admin.send(method, `/users/${browser.id}${path}`, body, headers)).status,
          200,
          action,
        );
        await Promise.all([isEnded(one), isEnded(two)]);
        assert.equal(await outcome(connect(browser.cookie)), 'unauthorized', action);
        assert.equal(bystander.connected, true);
      }
    });

    it('end with their own session only: at sign-out, when it is ended from elsewhere, and when the password changes', async () => {
      const here = await signedIn(app, 'roamer');
      const there = app.browser();
      await there.signIn('roamer', PASSWORD);
      const [mine, left] = [await connected(here.cookie), await connected(there.cookie)];
      await there.send('DELETE', '/session');
      await isEnded(left);
      assert.equal(mine.connected, true);
      const again = app.browser();
      await again.signIn('roamer', PASSWORD);
      const third = await connected(again.cookie);
      const change = { currentPassword: PASSWORD, newPassword: 'staple battery 17' };
      assert.equal((await here.send('POST', '/account/password', change)).status, 204);
      await isEnded(third);
      assert.equal(mine.connected, true);
    });

    it('accept nothing and survive nonsense', async () => {
      const browser = await signedIn(app, 'talker');
      const socket = await connected(browser.cookie);
      socket.emit('join', 'area:53');
      socket.emit('caseChanged', about('6'));
      const other = await connected(browser.cookie);
      const items = heard(other);
      publish('area:53', 'caseChanged', about('7'));
      publish(`user:${browser.id}`, 'sheetCheckChanged', about(LAST));
      await eventually('the last word is heard', () => items.length > 0);
      assert.deepEqual(items, [LAST]);
      socket.emit('flood', 'x'.repeat(50_000));
      await isEnded(socket);
      assert.equal(other.connected, true);
    });

    it('of one session are at most twenty', async () => {
      const browser = await signedIn(app, 'greedy');
      for (let count = 0; count < 20; count += 1) await connected(browser.cookie);
      assert.equal(await outcome(connect(browser.cookie)), 'unauthorized');
    });

    describe('of another instance', () => {
      let server: Server;
      let realtime: Realtime;
      before(async () => {
        server = createServer();
        realtime = startRealtime(server, app.realtimeDeps);
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      });
      after(async () => {
        await realtime.close();
        await new Promise((resolve) => server.close(resolve));
      });
      const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

      it('notice by themselves within their interval that a session was ended elsewhere', async () => {
        const browser = await signedIn(app, 'far.away');
        const near = await signedIn(app, 'stays');
        const [socket, other] = [await connected(browser.cookie, url()), await connected(near.cookie, url())];
        await disableUser(browser.id, { reason: '离职了' }, asSystem());
        await isEnded(socket);
        assert.equal(other.connected, true);
      });

      it('get what is told at one moment in order, and in few writes', async () => {
        const told = ['1', '2', '3', '4', '5', '6', '7', '8'];
        let writes = 0;
        server.once('connection', (line) => {
          for (const write of ['_write', '_writev'] as const) {
            const own = line[write]?.bind(line);
            line[write] = (...args: never[]) => {
              writes += 1;
              (own as ((...given: never[]) => void) | undefined)?.(...args); // either takes what it is called with
            };
          }
        });
        const browser = await signedIn(app, 'busy');
        const items = heard(await connected(browser.cookie, url()));
        const before = writes;
        for (const digit of told) realtime.publish(`user:${browser.id}`, 'sheetCheckChanged', about(digit));
        await eventually('all of it is heard', () => items.length === told.length);
        assert.deepEqual(items, told);
        assert.ok(writes > before && writes - before <= 3, `${writes - before} writes`);
        realtime.publish(`user:${browser.id}`, 'sheetCheckChanged', about(LAST));
        await eventually('and what is told alone goes out as well', () => items.at(-1) === LAST);
      });

      it('run out with an idle session', async () => {
        const browser = await signedIn(app, 'sleeper');
        const socket = await connected(browser.cookie, url());
        clock.set(new Date(clock.now().getTime() + 9 * HOUR));
        await isEnded(socket);
      });

      it('are told and closed when it stops', async () => {
        const server2 = createServer();
        const stopping = startRealtime(server2, app.realtimeDeps);
        await new Promise<void>((resolve) => server2.listen(0, '127.0.0.1', resolve));
        const browser = await signedIn(app, 'guest');
        const socket = await connected(
          browser.cookie,
          `http://127.0.0.1:${(server2.address() as AddressInfo).port}`,
        );
        await stopping.close();
        await isEnded(socket);
        await new Promise((resolve) => server2.close(resolve));
      });
    });
  });
});
