import assert from 'node:assert/strict';
import { mock } from 'node:test';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { Collection } from 'mongodb';
import request from 'supertest';
import { AppError } from '../../server/platform/app-error.ts';
import {
  configureKeyedHash,
  configurePasswords,
  countTry,
  countWait,
  forgetTries,
  hashPassword,
  isOwnOrigin,
  isPassword,
  keyedHash,
  randomPassword,
  sameMark,
  sessionCookieName,
  sessionMiddleware,
  uncountTry,
} from '../../server/platform/auth/index.ts';
import { asAppError } from '../../server/platform/http/known-errors.ts';
import { addressKey } from '../../server/platform/http/limits.ts';
import { useStore } from '../support/store.ts';

const SECRET = 'a secret of this test, long enough for anybody';

describe('passwords', () => {
  before(() => configurePasswords({ env: 'production' }));
  after(() => configurePasswords({ env: 'test' }));

  it('are hashed at the full cost wherever no tests run, and cheaply only there', async () => {
    for (const [env, settings] of [
      ['production', /m=19456,t=2/],
      ['development', /m=19456,t=2/],
      ['', /m=19456,t=2/],
      ['test', /m=64,t=1/],
    ] as const) {
      configurePasswords({ env });
      assert.match(await hashPassword('the same words'), settings, env);
    }
    configurePasswords({ env: 'production' });
  });

  it('are kept as argon2id with 19 MiB and two passes, salted', async () => {
    const [one, two] = [await hashPassword('the same words'), await hashPassword('the same words')];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(one, two);
    assert.equal(await isPassword(one, 'the same words'), true);
    assert.equal(await isPassword(one, 'other words'), false);
  });

  it('of nobody are never right', async () => {
    assert.equal(await isPassword(null, ''), false);
    assert.equal(await isPassword(null, 'anything'), false);
  });

  it('of nobody take about as long to refuse as a wrong one', async function () {
    this.timeout(60_000);
    const stored = await hashPassword('the right one');
    await isPassword(null, 'warm up');
    const took = async (against: string | null): Promise<number> => {
      const start = performance.now();
      await isPassword(against, 'a wrong one');
      return performance.now() - start;
    };
    // In turn, and the quickest of each: what else the machine does meanwhile only adds.
    let [known, unknown] = [Infinity, Infinity];
    for (let count = 0; count < 12; count += 1) {
      known = Math.min(known, await took(stored));
      unknown = Math.min(unknown, await took(null));
    }
    assert.ok(unknown > known / 3 && unknown < known * 3, `known ${known} ms, unknown ${unknown} ms`);
  });

  it('are hashed a few at a time; a flood is told to wait, and the queue recovers', async function () {
    this.timeout(60_000);
    const stored = await hashPassword('flooded');
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => isPassword(stored, 'flooded')));
    const refused = all.filter((one) => one.status === 'rejected');
    assert.equal(refused.length, 100 - 2 - 60);
    for (const { reason } of refused) assert.ok(reason instanceof AppError && reason.code === 'overloaded');
    assert.equal(await isPassword(stored, 'flooded'), true);
  });

  it('made for people are long and without letters that look alike', () => {
    const made = Array.from({ length: 50 }, randomPassword);
    assert.equal(new Set(made).size, 50);
    for (const one of made) assert.match(one, /^[a-km-zA-HJ-NP-Z2-9]{14}$/);
  });
});

describe('keyed hashes', () => {
  before(() => configureKeyedHash(SECRET));

  it('differ by purpose and by key, and are the same again', () => {
    const mark = keyedHash('code', '123456');
    assert.equal(keyedHash('code', '123456'), mark);
    assert.notEqual(keyedHash('token', '123456'), mark);
    configureKeyedHash(`${SECRET}, another one`);
    assert.notEqual(keyedHash('code', '123456'), mark);
  });

  it('are compared whole', () => {
    assert.equal(sameMark('abc', 'abc'), true);
    for (const other of ['abd', 'ab', 'abcd', '']) assert.equal(sameMark('abc', other), false);
  });
});

describe('where a change may come from', () => {
  const development = {
    env: 'development',
    publicUrl: 'http://localhost:3000',
    allowedHosts: ['localhost'],
  } as const;
  const production = {
    env: 'production',
    publicUrl: 'https://anxin.example',
    allowedHosts: ['anxin.example', 'localhost'],
  } as const;
  for (const [may, settings, headers] of [
    [true, production, {}],
    [
      true,
      production,
      { origin: 'https://anxin.example', host: 'anxin.example', 'sec-fetch-site': 'same-origin' },
    ],
    [true, production, { origin: 'https://10.1.2.3:8443', host: '10.1.2.3:8443' }],
    [false, production, { origin: 'https://anxin.example.evil.example', host: 'anxin.example' }],
    [false, production, { origin: 'https://anxin.example:8443', host: 'anxin.example' }],
    [false, production, { origin: 'http://localhost:5173', host: 'anxin.example' }],
    [false, production, { origin: 'null', host: 'anxin.example' }],
    [false, production, { origin: '', host: 'anxin.example' }],
    [false, production, { 'sec-fetch-site': 'cross-site', host: 'anxin.example' }],
    [true, development, { origin: 'http://localhost:5173', host: 'localhost:3000' }],
    [false, development, { origin: 'http://evil.example', host: 'localhost:3000' }],
  ] as const) {
    it(`${settings.env}: ${JSON.stringify(headers)} → ${may ? 'yes' : 'no'}`, () => {
      assert.equal(isOwnOrigin(headers, settings), may);
    });
  }

  it('the cookie of production is bound to its host, those of neighbours on one host differ', () => {
    assert.equal(sessionCookieName({ env: 'production', port: 3000 }), '__Host-anxin.sid');
    assert.notEqual(
      sessionCookieName({ env: 'development', port: 3000 }),
      sessionCookieName({ env: 'development', port: 3001 }),
    );
  });

  it('one network of IPv6 is one address', () => {
    assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), addressKey('2001:db8:1:2:ffff::1'));
    assert.equal(addressKey('2001:db8::1'), addressKey('2001:db8::ffff:2'), 'written short');
    assert.equal(
      addressKey('2001:db8:1::1'),
      addressKey('2001:db8:1:ff:aaaa:bbbb:cccc:dddd'),
      'all of a /56',
    );
    assert.notEqual(addressKey('2001:db8:1::1'), addressKey('2001:db8:1:100::1'), 'the /56 beside it');
    assert.notEqual(addressKey('2001:db8:1::1'), addressKey('2001:db8:2::1'));
    assert.notEqual(addressKey('10.0.0.1'), addressKey('10.0.0.2'));
  });
});

describe('the web session', () => {
  useStore();
  const settings = {
    env: 'production',
    port: 3000,
    publicUrl: 'https://anxin.example',
    allowedHosts: ['anxin.example'],
    sessionHours: { idle: 8, absolute: 24 },
    secrets: { session: SECRET },
  } as const;

  it('is sent over TLS only, to this host only, and not to scripts', async () => {
    const app = express();
    app.set('trust proxy', 1);
    app.use(sessionMiddleware(settings));
    app.get('/', (req, res) => {
      Object.assign(req.session, { passport: {} });
      res.end();
    });
    const cookiesOver = async (proto: string): Promise<string> => {
      const done = await request(app).get('/').set('x-forwarded-proto', proto);
      return String(done.get('set-cookie') ?? '');
    };
    const cookie = await cookiesOver('https');
    assert.match(cookie, /^__Host-anxin\.sid=/);
    for (const mark of [/; Path=\//, /; HttpOnly/, /; Secure/, /; SameSite=Lax/]) assert.match(cookie, mark);
    assert.doesNotMatch(cookie, /Domain=/);
    assert.equal(await cookiesOver('http'), '');
  });

  for (const code of ['ENOENT', 'ECONNREFUSED'])
    it(`of somebody signed in is neither taken for over nor ended when the store is away with ${code}`, async () => {
      const app = express();
      app.use(sessionMiddleware({ ...settings, env: 'development' }));
      app.get('/', (req, res) => {
        const isKnown = 'passport' in req.session;
        Object.assign(req.session, { passport: {} });
        res.json({ isKnown });
      });
      const agent = request.agent(app);
      await agent.get('/');
      const away = Object.assign(new Error(`connect ${code} s.sock`), { code, syscall: 'connect' });
      const reading = mock.method(Collection.prototype, 'findOne', () => Promise.reject(away));
      try {
        let told: unknown;
        app.use(((error, _req, res, _next) => {
          told = error;
          res.status(503).end();
        }) satisfies ErrorRequestHandler);
        assert.equal((await agent.get('/')).status, 503);
        assert.equal(asAppError(told).code, 'storeUnavailable');
      } finally {
        reading.mock.restore();
      }
      assert.equal((await agent.get('/')).body.isKnown, true, 'the session is still there');
    });
});

describe('counts in the store', () => {
  useStore();
  before(() => configureKeyedHash(SECRET));
  const start = new Date('2031-01-01T00:00:00Z');
  const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
  const rule = { points: 3, seconds: 60 };

  it('let so many pass in so many seconds from the first, then start again', async () => {
    for (const second of [0, 10, 20]) assert.equal(await countTry('key', rule, after(second)), 0);
    assert.equal(await countTry('key', rule, after(30)), 30);
    assert.equal(await countTry('other', rule, after(30)), 0);
    assert.equal(await countTry('key', rule, after(59.5)), 1);
    assert.equal(await countTry('key', rule, after(60)), 0);
    assert.equal(await countTry('key', rule, after(119)), 0);
  });

  it('are exact under many at once, from the first moment and after a window is over', async () => {
    for (const at of [start, after(61), after(500)]) {
      const waits = await Promise.all(Array.from({ length: 40 }, () => countTry('crowded', rule, at)));
      assert.ok(waits.filter((wait) => wait === 0).length <= 3);
      assert.equal(await countWait('crowded', rule, at), 60);
    }
  });

  it('give back and forget', async () => {
    for (let count = 0; count < 3; count += 1) await countTry('key', rule, start);
    await uncountTry('key');
    assert.equal(await countTry('key', rule, start), 0);
    assert.equal(await countWait('key', rule, start), 60);
    await forgetTries('key');
    assert.equal(await countWait('key', rule, start), 0);
    await uncountTry('never counted');
    assert.equal(await countWait('never counted', rule, start), 0);
  });
});
