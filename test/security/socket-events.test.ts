import assert from 'node:assert/strict';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { ROLES } from '../../server/core/contract/roles.ts';
import type { Grant, Role } from '../../server/core/contract/roles.ts';
import { publish, SOCKET_EVENTS } from '../../server/platform/realtime/index.ts';
import { checkEvent } from '../../server/platform/realtime/events.ts';
import type { RoomKind } from '../../server/platform/realtime/events.ts';
import { signedIn, useAccountsApp } from '../features/accounts/accounts-app.ts';
import { eventually } from '../support/eventually.ts';
import { sourceFiles } from './source-files.ts';

const ID = 'a'.repeat(24);
const ROOMS = { user: `user:${ID}`, area: 'area:532601', company: `company:${ID}` } as const;

describe('what sockets may say', () => {
  for (const [name, event] of Object.entries(SOCKET_EVENTS)) {
    const payload = Object.fromEntries(event.ids.map((key) => [key, ID]));

    it(`${name} goes to its own rooms with its ids and nothing else`, () => {
      for (const [kind, room] of Object.entries(ROOMS)) {
        if ((event.rooms as readonly string[]).includes(kind)) checkEvent(room, name, payload);
        else assert.throws(() => checkEvent(room, name, payload), /is for rooms of/);
      }
      const room = ROOMS[event.rooms[0]];
      for (const key of event.ids) {
        const { [key]: _, ...rest } = payload;
        assert.throws(() => checkEvent(room, name, rest), /any\.required/, key);
        for (const value of ['张三', '13800000001', 'a'.repeat(23), 7, null, { id: ID }, [ID]])
          assert.throws(() => checkEvent(room, name, { ...payload, [key]: value }), TypeError, String(value));
      }
      assert.throws(() => checkEvent(room, name, { ...payload, name: '张三' }), /object\.unknown/);
      assert.throws(() => checkEvent(room, name, { ...payload, type: 'other' }), /any\.only/);
    });
  }

  it('a word that is not registered is refused, and the refusal repeats no value', () => {
    for (const name of ['changed', '__proto__', 'constructor', 'toString'])
      assert.throws(() => checkEvent(ROOMS.area, name, { id: ID }), /no such socket event/);
    for (const room of ['area:', 'area:x', 'user:me', `session:${ID}`, ID, ''])
      assert.throws(() => checkEvent(room, 'caseChanged', { id: ID }), /is for rooms of/);
    assert.throws(
      () => checkEvent(ROOMS.area, 'caseChanged', { id: '13800000001' }),
      (error: Error) => !error.message.includes('13800000001'),
    );
  });

  it('every registered word is said somewhere, and nothing reaches a socket but through the register', () => {
    const server = sourceFiles('server');
    const said = server.flatMap(({ text }) => [
      ...text.matchAll(/\bpublish(?:\?\.)?\(\s*`\w+:[^`]*`,\s*'(\w+)'/gu),
    ]);
    assert.deepEqual([...new Set(said.map(([, name]) => name))].sort(), Object.keys(SOCKET_EVENTS).sort());
    const emitters = server.filter(({ text }) => /\.emit\(/u.test(text) && text.includes('socket.io'));
    assert.deepEqual(
      emitters.map(({ path }) => path).filter((path) => !path.startsWith('server/platform/realtime/')),
      [],
    );
    assert.ok(emitters.length > 0);
  });

  it('the pages listen to registered words alone', () => {
    const asked = sourceFiles('client/src').flatMap(({ text }) => [
      ...[...text.matchAll(/\bonLive\('(\w+)'/gu)].map(([, name]) => name ?? ''),
      ...[...text.matchAll(/\b(?:useLookAgain\(|useLiveList\(\w+, )\[([^\]]*)\]/gu)].flatMap(
        ([, names = '']) => [...names.matchAll(/'(\w+)'/gu)].map(([, name]) => name ?? ''),
      ),
    ]);
    assert.ok(asked.length > 20);
    assert.deepEqual(
      [...new Set(asked)].filter((name) => !(name in SOCKET_EVENTS)),
      [],
    );
  });
});

describe('who hears what on a socket', () => {
  const app = useAccountsApp();
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });

  const COMPANY = 'c'.repeat(24);
  const grantOf = (role: Role): Grant => ({
    role,
    areaCode: '532601',
    ...(role === 'contractor' ? { companyId: COMPANY, position: 'companyAdmin' as const } : {}),
    ...(role === 'bank' ? { bankBranchCode: 'WS001' } : {}),
    ...(role === 'departmentLiaison' ? { departmentCode: 'housing' } : {}),
  });
  /** Of the three rooms below, by the first digit of what is said there. */
  const MAY_HEAR: Partial<Record<Role, readonly string[]>> = { worker: [], bank: [], contractor: ['2'] };

  it('officials their area, companies themselves, everybody his own, and nobody what lies beside', async () => {
    const people = [];
    for (const role of ROLES) {
      const browser = await signedIn(app, `hears.${role}`, [grantOf(role)]);
      const socket = io(app.url, {
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
        extraHeaders: { cookie: browser.cookie },
      });
      sockets.push(socket);
      const heard: string[] = [];
      socket.onAny((event: string, { id }: { id: string }) => heard.push(`${event} ${id.slice(0, 1)}`));
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      people.push({ role, id: browser.id, heard });
    }
    const ids = (digit: string) => ({ id: digit.repeat(24), projectId: ID, caseId: ID });
    const say = (room: string, kind: RoomKind, digit: string): string[] =>
      Object.entries(SOCKET_EVENTS).flatMap(([name, event]) => {
        if (!(event.rooms as readonly string[]).includes(kind)) return [];
        const payload = Object.fromEntries(event.ids.map((key) => [key, ids(digit)[key]]));
        publish(room as never, name as never, payload as never); // checked at run time, which is what this is about
        return [`${name} ${digit}`];
      });
    const said = { '1': say('area:532601', 'area', '1'), '2': say(`company:${COMPANY}`, 'company', '2') };
    for (const beside of ['area:532622', 'area:5326', 'area:532601001']) say(beside, 'area', '3');
    say(`company:${'d'.repeat(24)}`, 'company', '4');
    say(`user:${'e'.repeat(24)}`, 'user', '5');
    const own = new Map(people.map(({ role, id }) => [role, say(`user:${id}`, 'user', 'f')]));

    for (const { role, heard } of people) {
      const mine = own.get(role) ?? [];
      await eventually(`${role} has heard his own`, () => mine.every((one) => heard.includes(one)));
      const expected = (MAY_HEAR[role] ?? ['1', '3']).flatMap((digit) =>
        // what is below the own area is the own area's, what is above or beside is not
        digit === '3' ? said['1'].map((one) => one.replace('1', '3')) : said[digit as '1' | '2'],
      );
      assert.deepEqual(heard.toSorted(), [...expected, ...mine].toSorted(), role);
    }
  });
});
