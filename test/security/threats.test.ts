import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import Joi from 'joi';
import mongoose from 'mongoose';
import { openAccount, openWorkerAccount } from '../../server/features/accounts/index.ts';
import type { Grant } from '../../server/core/contract/roles.ts';
import { ROUTES } from '../../server/doors.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { serve } from '../../server/platform/http/serve.ts';
import { outboxSecrets } from '../../server/platform/outbox/outbox.models.ts';
import { Outbox } from '../../server/platform/outbox/index.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { listening } from '../support/listening.ts';
import { useStore } from '../support/store.ts';

const PASSWORD = 'correct horse 42';
/** Parts of forms that are checked by a table behind the door instead of by its shape, and where. */
const CHECKED_BEHIND: Readonly<Record<string, string>> = {
  'post /ratings.given': 'the action’s own form in the table of the life refuses what it does not name',
  'post /ratings/:id/moves/:action.given': 'as above',
  'post /certificates.given': 'as above',
  'post /certificates/:id/moves/:action.given': 'as above',
  'post /publications.given': 'as above',
  'post /publications/:id/moves/:action.given': 'as above',
  'post /releases.given': 'as above',
  'post /releases/:id/moves/:action.given': 'as above',
  'post /parameters/:key/values.value': 'the definition of the parameter says what its value is',
  'post /alert-rules/preview.value': 'the definition of the parameter says what its value is',
  'post /exchange/check.project':
    'the fields of the national standard are checked one by one and told by name',
  'post /exchange/import.project':
    'the fields of the national standard are checked one by one and told by name',
  'post /machine/leads.leads[]':
    'each lead is checked by itself, so that one wrong row does not hold up the others',
};
const ADMIN: Grant = { role: 'admin', areaCode: '5326' };

describe('named threats', function () {
  this.timeout(60_000);
  useStore();
  let test: TestApp;
  before(() => {
    test = startTestApp();
  });
  beforeEach(() => test.clock.set(new Date(test.clock.now().getTime() + 3_600_000)));

  const person = async (login: string, grants: Grant[], email?: string): Promise<string> => {
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    const input = { name: '某人', login, grants, ...(email === undefined ? {} : { email }) };
    const user = await openAccount(input, { text: PASSWORD, mustChange: false }, ctx);
    return String(user._id);
  };

  describe('session fixation', () => {
    it('a session name somebody else chose is not taken over, before or after signing in', async () => {
      await person('fixed', [ADMIN]);
      const name = /^([^=]+)=/u.exec(
        (await test.visitor().post('/api/session').send({ login: 'fixed', password: PASSWORD })).headers[
          'set-cookie'
        ]?.[0] ?? '',
      )?.[1];
      assert.ok(name);
      const chosen = `${name}=s%3A${'a'.repeat(32)}.${'b'.repeat(43)}`;
      for (const cookie of [chosen, `${name}=${'a'.repeat(32)}`]) {
        const done = await test
          .visitor()
          .post('/api/session')
          .set('cookie', cookie)
          .send({ login: 'fixed', password: PASSWORD });
        assert.equal(done.status, 200, done.text);
        const given = done.headers['set-cookie']?.[0] ?? '';
        assert.ok(
          given.startsWith(`${name}=`) && !given.includes('a'.repeat(32)),
          'it gets a name of its own',
        );
        const planted = await test.visitor().get('/api/session/mine').set('cookie', cookie);
        assert.equal(planted.status, 401);
      }
    });

    it('neither an address nor a form can carry a session', async () => {
      await person('carried', [ADMIN]);
      const done = await test.visitor().post('/api/session').send({ login: 'carried', password: PASSWORD });
      const [cookie = ''] = (done.headers['set-cookie']?.[0] ?? '').split(';');
      const value = decodeURIComponent(cookie.split('=')[1] ?? '');
      assert.ok(value.length > 40);
      const asked = await test
        .visitor()
        .get('/api/session/mine')
        .query({ sid: value, [cookie.split('=')[0] ?? '']: value });
      assert.ok([401, 422].includes(asked.status), asked.text);
    });
  });

  describe('CORS', () => {
    it('no other site is let in, whatever it asks and however it calls itself', async () => {
      for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://']) {
        for (const path of ['/api/session', '/api/areas', '/api/docs/openapi.json', '/', '/healthz']) {
          const asked = await test.visitor().get(path).set('origin', origin);
          const preflight = await test.visitor().options(path).set({
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'x-csrf-token',
          });
          for (const { headers } of [asked, preflight])
            assert.deepEqual(
              Object.keys(headers).filter((name) => name.startsWith('access-control-')),
              [],
              `${origin} ${path}`,
            );
        }
      }
    });
  });

  describe('open redirects', () => {
    it('no address sends a browser to another site', async () => {
      const there = 'evil.example';
      const tries = [
        `//${there}`,
        `//${there}/..`,
        `//${there}/%2e%2e`,
        `/\\${there}`,
        `/%5c${there}`,
        `/%2f%2f${there}`,
        `/assets//${there}/%2e%2e`,
        `/assets/..//${there}`,
        `/api/docs//${there}/%2f..`,
        `/m//${there}`,
        `/?next=https://${there}`,
        `/sign-in?returnTo=https://${there}&redirect=//${there}&url=javascript:alert(1)`,
        `/api/session?next=https://${there}`,
      ];
      const server = listening(test.app);
      await eventually('it listens', () => server.listening);
      const { port } = server.address() as AddressInfo; // it listens on TCP
      for (const path of tries) {
        const done = await new Promise<string>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1');
          let text = '';
          socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
          socket.on('close', () => resolve(text));
          socket.on('error', reject);
          socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
        });
        assert.match(done, /^HTTP\/1\.1 \d{3}/u, path);
        const [location = ''] = /^location: .*$/imu.exec(done) ?? [];
        assert.doesNotMatch(location, /location: (?:[a-z]+:|\/\/|\/\\)/iu, path);
      }
    });
  });

  describe('host header', () => {
    it('links of a mail follow the address of the installation, never what a request calls itself', async () => {
      await person('boss', [ADMIN]);
      const admin = await test.signIn('boss', PASSWORD);
      const made = await admin
        .post('/api/users')
        .set({
          'x-forwarded-host': 'evil.example',
          forwarded: 'host=evil.example',
          'idempotency-key': 'k'.repeat(32),
        })
        .set({ origin: 'http://localhost', referer: 'https://evil.example/' })
        .send({
          name: '新人',
          login: 'new.person',
          email: 'new@example.org',
          invite: true,
          grants: [{ role: 'clerk', areaCode: '532601' }],
        });
      assert.equal(made.status, 201, made.text);
      const rows = await Outbox.find().lean();
      const all = rows
        .map((row) => JSON.stringify(row) + (outboxSecrets.openFields(row).payload ?? ''))
        .join('\n');
      assert.ok(rows.length > 0 && all.includes('/'));
      assert.ok(!all.includes('evil.example'));
      const evil = await test.visitor().get('/api/session').set('host', 'evil.example');
      assert.equal(evil.status, 421);
    });
  });

  describe('mass assignment', () => {
    it('every form refuses what it does not name, at every depth', () => {
      const open: string[] = [];
      interface Described {
        type?: string;
        keys?: Record<string, Described>;
        items?: Described[];
        flags?: { unknown?: boolean };
        preferences?: { allowUnknown?: boolean; stripUnknown?: unknown };
        patterns?: unknown[];
        matches?: { schema?: Described }[];
      }
      const walk = (shape: Described, at: string): void => {
        const isOpen =
          shape.flags?.unknown === true ||
          shape.preferences?.allowUnknown === true ||
          shape.preferences?.stripUnknown !== undefined ||
          (shape.type === 'object' && shape.keys === undefined && shape.patterns === undefined);
        if (isOpen) open.push(at);
        for (const [key, one] of Object.entries(shape.keys ?? {})) walk(one, `${at}.${key}`);
        for (const one of shape.items ?? []) walk(one, `${at}[]`);
        for (const { schema } of shape.matches ?? []) if (schema !== undefined) walk(schema, at);
      };
      for (const { method, path, spec } of ROUTES)
        for (const shape of [spec.body, spec.query, spec.params])
          if (shape !== undefined) walk(shape.describe(), `${method} ${path}`);
      assert.deepEqual(
        open.filter((one) => !(one in CHECKED_BEHIND)),
        [],
      );
      assert.deepEqual(Object.keys(CHECKED_BEHIND).sort(), open.toSorted(), 'none is left over');
      open.length = 0;
      // The walk sees an open shape where there is one.
      walk(Joi.object({ a: Joi.object() }).describe(), 'probe');
      assert.deepEqual(open, ['probe.a']);
    });

    it('rights, states and owners cannot be slipped into a form', async () => {
      const id = await person('humble', [{ role: 'clerk', areaCode: '532601' }]);
      const agent = await test.signIn('humble', PASSWORD);
      for (const extra of [
        { grants: [ADMIN] },
        { role: 'admin' },
        { state: 'active' },
        { _id: 'a'.repeat(24) },
        { version: 99 },
        { mustChangePassword: false },
        { 'grants.0.role': 'admin' },
      ]) {
        const done = await agent.patch('/api/account').send({ locale: 'en', ...extra });
        assert.equal(done.status, 422, JSON.stringify(extra));
      }
      const user = await mongoose.connection
        .collection('users')
        .findOne({ _id: new mongoose.Types.ObjectId(id) });
      assert.equal(user?.['locale'], 'zh-CN');
      assert.deepEqual(user['grants'], [{ role: 'clerk', areaCode: '532601' }]);
    });
  });

  describe('timing', () => {
    /** What a request asks of the store, by name: the same work takes the same time. Counters are of what was typed. */
    async function workOf(ask: () => Promise<unknown>): Promise<string[]> {
      const asked: string[] = [];
      const client = mongoose.connection.getClient();
      const note = ({
        commandName,
        command,
      }: {
        commandName: string;
        command: Record<string, unknown>;
      }): void => void asked.push(`${commandName} ${String(command[commandName])}`);
      client.on('commandStarted', note);
      try {
        await ask();
      } finally {
        client.off('commandStarted', note);
      }
      return asked.filter((one) => !one.endsWith(' rateCounts'));
    }

    it('an unknown login costs the store the same work as a wrong password', async () => {
      await person('known', [ADMIN]);
      const tryAs = (login: string) => () =>
        test.visitor().post('/api/session').send({ login, password: 'a wrong one 1' });
      await tryAs('warm.up')();
      const [wrong, unknown] = [await workOf(tryAs('known')), await workOf(tryAs('nobody'))];
      assert.ok(wrong.length > 0);
      assert.deepEqual(unknown, wrong);
    });

    it('an unknown phone costs the store the same work as a known one', async () => {
      const ask = (phone: string) => () => test.visitor().post('/api/session/phone-code').send({ phone });
      await ask('13900000001')();
      const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
      await inTransaction(() => openWorkerAccount('13900000002', ctx));
      const [known, unknown] = [await workOf(ask('13900000002')), await workOf(ask('13900000003'))];
      assert.ok(known.length > 0);
      assert.deepEqual(unknown, known);
    });
  });

  describe('slow requests', () => {
    it('forty bodies and heads that trickle in are cut with 408, and others are served meanwhile', async () => {
      const serving = await serve(test.app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 600 });
      const sockets: Socket[] = [];
      const trickles: NodeJS.Timeout[] = [];
      try {
        const head = (path: string): string =>
          `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`;
        const answers = Array.from({ length: 40 }, (_, n) => {
          const socket = connect(serving.port, '127.0.0.1');
          sockets.push(socket);
          const starts = [
            head('/api/session'),
            head('/api/public/tracking'),
            head('/api/uploads'),
            'GET /api/session HTT',
          ];
          socket.write(starts[n % starts.length] ?? '');
          trickles.push(setInterval(() => socket.writable && socket.write(' '), 40));
          return new Promise<string>((resolve) => {
            let seen = '';
            socket.on('data', (part: Buffer) => (seen += part.toString('latin1')));
            socket.on('error', () => resolve(seen));
            socket.on('close', () => resolve(seen));
          });
        });
        const served: number[] = [];
        await eventually(
          'others are served meanwhile',
          async () => {
            const { status } = await fetch(`http://127.0.0.1:${serving.port}/api/session`);
            served.push(status);
            return served.length >= 20;
          },
          5_000,
          1,
        );
        assert.deepEqual([...new Set(served)], [200]);
        // A body nobody may send is refused at once; every other ends by the clock.
        for (const seen of await Promise.all(answers)) assert.match(seen, /^HTTP\/1\.1 (?:40[0138]|415)/u);
      } finally {
        for (const trickle of trickles) clearInterval(trickle);
        for (const socket of sockets) socket.destroy();
        await serving.stop(0);
      }
    });
  });
});
