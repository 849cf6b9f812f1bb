import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { mock } from 'node:test';
import Joi from 'joi';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import type { AppDeps } from '../../server/app.ts';
import type { Role } from '../../server/core/contract/roles.ts';
import { AppError } from '../../server/platform/app-error.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import type { Actor } from '../../server/platform/context.ts';
import { fieldProblems } from '../../server/platform/http/field-messages.ts';
import { memoryCounter, rateLimiter, RATE_RULES } from '../../server/platform/http/limits.ts';
import { routesFor } from '../../server/platform/http/route.ts';
import { serve } from '../../server/platform/http/serve.ts';
import { id, idParams, mobile, pageKeys, plainDate, text } from '../../server/platform/http/shapes.ts';
import { createLog } from '../../server/platform/log.ts';
import { testConfig } from '../support/config.ts';

const PERMISSIONS = {
  'notes.create': ['inspector'],
  'notes.read': ['public'],
  'notes.mine': ['signedIn'],
} as const;
const { route, raw } = routesFor(PERMISSIONS);

interface Note {
  title: string;
  day: string;
}
const noteBody = Joi.object<Note, true>({ title: text(20).required(), day: plainDate().required() });
const listQuery = Joi.object({ ...pageKeys(['title']), q: text(20) });

const received: unknown[] = [];
const routes = [
  route(
    'post /notes',
    'notes.create',
    { rate: 'write', says: ['新建', 'Create'], body: noteBody, status: 201 },
    ({ body }) => {
      received.push(body);
      return Promise.resolve(body);
    },
  ),
  route('get /notes', 'notes.read', { rate: 'read', says: ['列表', 'List'], query: listQuery }, ({ query }) =>
    Promise.resolve({ query }),
  ),
  route(
    'get /notes/:id',
    'notes.read',
    { rate: 'read', says: ['一条', 'One'], params: idParams },
    ({ params }) => {
      if (params.id === '0'.repeat(24)) throw new TypeError('a fault nobody foresaw: 13800138000');
      throw new AppError('notFound');
    },
  ),
  raw(
    'get /notes/:id/file',
    'notes.read',
    { rate: 'read', says: ['下载', 'Download'], params: idParams },
    (_, _req, res) => {
      res.setHeader('content-length', '100');
      res.write('the beginning');
      throw new TypeError('a fault in the middle: 13800138000');
    },
  ),
  route(
    'put /notes/:id',
    'notes.mine',
    {
      rate: 'write',
      says: ['改', 'Edit'],
      params: idParams,
      body: Joi.object({ next: id() }),
      versioned: true,
    },
    ({ version }) => Promise.resolve({ version: version + 1 }),
  ),
];

const clock = fixedClock(new Date('2026-11-21T04:00:00Z'));
const config = testConfig();
const lines: string[] = [];

/** The actor is what a header says: sign-in itself is tested with the accounts feature. */
const resolveActor: AppDeps['resolveActor'] = (req): Actor => {
  const role = req.get('x-role');
  if (role === undefined) return { kind: 'anonymous' };
  const grants = [{ role: role as Role, areaCode: '532601' }]; // the tests name real roles
  return { kind: 'user', userId: 'a'.repeat(24), name: '测试', sessionId: 's', grants };
};

const makeApp = (over: Partial<AppDeps> = {}) =>
  createApp({
    config,
    clock,
    log: createLog('info', { write: (line) => void lines.push(line) }),
    routes,
    permissionTables: [PERMISSIONS],
    readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
    identity: [],
    version: '0.0.0',
    resolveActor,
    mustFirst: () => null,
    limit: rateLimiter({
      memory: memoryCounter(() => clock.now().getTime()),
      store: memoryCounter(() => clock.now().getTime()),
    }),
    ...over,
  }).app;

const app = makeApp();
const post = (body: string | object, headers: Record<string, string> = {}) =>
  request(app)
    .post('/api/notes')
    .set({ 'x-role': 'inspector', 'content-type': 'application/json', ...headers })
    .send(body);
const good = { title: '  补发工资  ', day: '2026-02-28' };

describe('a request and its door', () => {
  beforeEach(() => received.splice(0));

  it('hands the use case what the shape returned, trimmed', async () => {
    const done = await post(good);
    assert.equal(done.status, 201);
    assert.deepEqual(received, [{ title: '补发工资', day: '2026-02-28' }]);
  });

  it('names the form a field should have in the language of the sentence alone', () => {
    const { error } = mobile().validate('12345');
    assert.ok(error);
    const [problem] = fieldProblems(error, 'body');
    assert.match(problem?.zh ?? '', /11 位手机号/);
    assert.doesNotMatch(problem?.zh ?? '', /digits/);
    assert.match(problem?.en ?? '', /11 digits/);
    assert.doesNotMatch(problem?.en ?? '', /\p{Script=Han}/u);
  });

  it('lists every field that is wrong, in both languages, without repeating what was sent', async () => {
    const done = await post({ title: '', day: '2026-02-30', secretNote: '6222' });
    assert.equal(done.status, 422);
    assert.equal(done.type, 'application/problem+json');
    const fields = done.body.fields as { path: string; zh: string; en: string }[];
    assert.deepEqual(fields.map((field) => field.path).sort(), ['day', 'secretNote', 'title']);
    assert.ok(fields.every((field) => field.zh !== '' && field.en !== ''));
    assert.ok(!done.text.includes('6222'));
    assert.equal(received.length, 0);
  });

  it('answers 401 to nobody, 403 to another role and lets public doors stand open', async () => {
    assert.equal((await request(app).post('/api/notes').send(good)).body.code, 'signInRequired');
    assert.equal((await post(good, { 'x-role': 'bank' })).body.code, 'forbidden');
    assert.equal((await request(app).get('/api/notes')).status, 200);
  });

  it('speaks the language the reader asks for, and carries both', async () => {
    const zh = await request(app).get(`/api/notes/${'1'.repeat(24)}`);
    const en = await request(app)
      .get(`/api/notes/${'1'.repeat(24)}`)
      .set('accept-language', 'en');
    assert.equal(zh.body.title, zh.body.messages.zh);
    assert.equal(en.body.title, en.body.messages.en);
    assert.equal(zh.status, 404);
  });

  it('hides an unforeseen fault behind a request id, and its stack goes to the log', async () => {
    lines.splice(0);
    const done = await request(app).get(`/api/notes/${'0'.repeat(24)}`);
    assert.equal(done.status, 500);
    assert.ok(!done.text.includes('TypeError'));
    assert.ok(done.body.messages.zh !== '' && done.body.next.zh.includes(done.headers['x-request-id']));
    assert.ok(
      lines.some((line) => line.includes('TypeError') && line.includes(String(done.headers['x-request-id']))),
    );
  });

  it('cuts a download that fails in the middle, and prints the fault nowhere but in the log', async () => {
    lines.splice(0);
    const printing = mock.method(console, 'error', () => undefined);
    try {
      await assert.rejects(() => request(app).get(`/api/notes/${'1'.repeat(24)}/file`), /aborted|hang up/u);
      assert.equal(printing.mock.callCount(), 0);
    } finally {
      printing.mock.restore();
    }
    assert.ok(lines.some((line) => line.includes('cut in the middle of an answer')));
  });

  it('answers an id that cannot exist like one that does not', async () => {
    for (const bad of ['1', '..%2f..%2fetc', '%7B%22$gt%22:1%7D', 'g'.repeat(24)]) {
      assert.equal((await request(app).get(`/api/notes/${bad}`)).body.code, 'notFound');
    }
  });

  it('demands If-Match on edits and answers with the new ETag', async () => {
    const edit = () =>
      request(app)
        .put(`/api/notes/${'1'.repeat(24)}`)
        .set('x-role', 'worker')
        .send({});
    assert.equal((await edit()).status, 428);
    const done = await edit().set('if-match', '"v7"');
    assert.equal(done.headers['etag'], '"v8"');
  });
});

describe('hostile requests', () => {
  beforeEach(() => received.splice(0));

  const REFUSED: [string, () => request.Test, number][] = [
    ['a query operator as a value', () => post({ title: { $gt: '' }, day: '2026-01-01' }), 422],
    ['a query operator as a key', () => post('{"title":"x","day":"2026-01-01","$where":"1"}'), 422],
    ['a prototype key', () => post('{"title":"x","day":"2026-01-01","__proto__":{"admin":true}}'), 422],
    ['a constructor key deep inside', () => post('{"title":"x","day":{"constructor":{"prototype":1}}}'), 422],
    ['a body nested 100,000 deep', () => post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 422],
    ['a body of 10 MB', () => post(`{"title":"${'x'.repeat(10_000_000)}"}`), 413],
    ['half a body of JSON', () => post('{"title":"x"'), 400],
    ['a list where an object belongs', () => post('[]'), 422],
    [
      'another content type',
      () => post('title=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
    ],
    ['text that claims to be XML', () => post('<a/>', { 'content-type': 'application/xml' }), 415],
    ['another site as host', () => post(good, { host: 'evil.example' }), 421],
    ['a host with a path in it', () => post(good, { host: 'localhost/evil' }), 421],
    ['a control character', () => post({ title: 'a\u0000b', day: '2026-01-01' }), 422],
    ['half a character', () => post('{"title":"x\\ud800","day":"2026-01-01"}'), 422],
    ['half a character in a key', () => post('{"title":"x","day":"2026-01-01","\\udfff":1}'), 422],
    ['a repeated query key', () => request(app).get('/api/notes?q=a&q=b'), 422],
    ['an operator in the query', () => request(app).get('/api/notes?q[$ne]=1'), 422],
    ['a page of a million rows', () => request(app).get('/api/notes?limit=1000000'), 422],
    ['a sort that is no column', () => request(app).get('/api/notes?sort=passwordHash'), 422],
    ['a broken percent sign', () => request(app).get('/api/notes/%E0%A4%A'), 400],
  ];
  for (const [what, send, status] of REFUSED) {
    it(`refuses ${what} with ${status} and a sentence, storing nothing`, async () => {
      const done = await send();
      assert.equal(done.status, status, done.text);
      assert.ok(done.body.messages.zh.length > 3 && done.body.messages.en.length > 3);
      assert.equal(received.length, 0);
      assert.equal(({} as Record<string, unknown>)['admin'], undefined);
    });
  }

  it('stays alive after all of them', async () => {
    assert.equal((await post(good)).status, 201);
  });

  it('limits each address and says how long to wait', async () => {
    const fresh = makeApp();
    let last = await request(fresh).get('/api/notes');
    for (let sent = 0; sent < RATE_RULES.read.points && last.status === 200; sent += 1)
      last = await request(fresh).get('/api/notes');
    assert.equal(last.status, 429);
    assert.ok(Number(last.headers['retry-after']) > 0);
    assert.equal((await request(fresh).get('/api/notes').set('x-role', 'worker')).status, 200);
  });

  it('cuts a body that trickles in, with 408, and goes on serving others', async () => {
    const serving = await serve(app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 300 });
    try {
      const slow = connect(serving.port, '127.0.0.1');
      slow.write(
        'POST /api/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"ti',
      );
      const answer = await new Promise<string>((resolve, reject) => {
        let seen = '';
        slow.on('data', (chunk) => (seen += chunk.toString()));
        slow.on('close', () => resolve(seen));
        slow.on('error', reject);
      });
      assert.match(answer, /^HTTP\/1\.1 408/);
      assert.equal((await fetch(`http://127.0.0.1:${serving.port}/healthz`)).status, 200);
    } finally {
      await serving.stop(100);
    }
  });
});

describe('what surrounds the doors', () => {
  it('takes host names as people list them, with spaces', () => {
    const { allowedHosts } = testConfig({ ALLOWED_HOSTS: ' a.example, b.example ,' });
    assert.deepEqual(allowedHosts.slice(-2), ['a.example', 'b.example']);
  });

  it('sends a strict content policy with every answer', async () => {
    const policy = String((await request(app).get('/api/notes')).headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('describes every door in OpenAPI 3.1 from the schemas that guard it', async () => {
    const description = (await request(app).get('/api/docs/openapi.json')).body;
    assert.equal(description.openapi, '3.1.0');
    const create = description.paths['/api/notes'].post;
    assert.deepEqual(create.requestBody.content['application/json'].schema.required.sort(), ['day', 'title']);
    assert.equal(description.paths['/api/notes/{id}'].get.parameters[0].in, 'path');
    assert.equal((await request(app).get('/api/docs/')).status, 200);
    assert.equal((await request(app).get('/api/docs/ui/swagger-ui-bundle.js')).status, 200);
  });

  it('reports health and readiness, and is not ready while stopping or without its store', async () => {
    assert.equal((await request(app).get('/healthz')).status, 200);
    assert.equal((await request(app).get('/readyz')).status, 200);
    const stopping = makeApp({
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => true },
    });
    const away = makeApp({
      readiness: { storeAnswers: () => Promise.resolve(false), isStopping: () => false },
    });
    assert.equal((await request(stopping).get('/readyz')).status, 503);
    assert.equal((await request(away).get('/readyz')).status, 503);
  });

  it('measures by route pattern, never by address', async () => {
    const measured = makeApp();
    await request(measured).get(`/api/notes/${'1'.repeat(24)}`);
    const figures = (await request(measured).get('/metrics')).text;
    assert.match(
      figures,
      /anxin_http_request_seconds_count\{method="GET",route="\/api\/notes\/:id",status="404"\} 1/,
    );
    assert.ok(!figures.includes('1'.repeat(24)));
  });

  it('writes no personal data to the log, whatever was sent', async () => {
    lines.splice(0);
    await post({ title: '13800138000', day: 'x', phone: '13800138000' });
    await request(app).get('/api/notes?q=532626199001011234');
    assert.ok(lines.length >= 2);
    assert.ok(!lines.join('').includes('13800138000') && !lines.join('').includes('532626199001011234'));
  });

  it('lets a request in flight finish when told to stop', async () => {
    let begun = (): void => {};
    let finish = (): void => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const slowRoutes = [
      route('get /slow', 'notes.read', { rate: 'read', says: ['慢', 'Slow'] }, async () => {
        begun();
        await gate;
        return { done: true };
      }),
    ];
    const serving = await serve(makeApp({ routes: slowRoutes }), {
      host: '127.0.0.1',
      port: 0,
      requestTimeoutMs: 5_000,
    });
    const answer = fetch(`http://127.0.0.1:${serving.port}/api/slow`);
    await started;
    const stopped = serving.stop(5_000);
    finish();
    assert.deepEqual(await (await answer).json(), { done: true });
    await stopped;
    await assert.rejects(fetch(`http://127.0.0.1:${serving.port}/healthz`));
  });
});
