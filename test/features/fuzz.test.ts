import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { SCHEDULE } from '../../workers/schedule.ts';
import { runSeeds } from '../../seeds/run-seeds.ts';
import type { SessionView } from '../../server/core/contract/accounts.ts';
import { ERRORS } from '../../server/core/contract/errors.ts';
import type { Problem } from '../../server/core/contract/errors.ts';
import { ROUTES } from '../../server/doors.ts';
import { PARAMETERS } from '../../server/features/parameters/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { serve } from '../../server/platform/http/serve.ts';
import type { Serving } from '../../server/platform/http/serve.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { registerJobs } from '../../server/platform/jobs/index.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { sentTo } from '../support/hostile-requests.ts';
import type { Sent } from '../support/hostile-requests.ts';
import { LONG } from '../support/long-run.ts';
import { publishedShapes } from '../support/published-shapes.ts';
import { useStore } from '../support/store.ts';

/** A word in every text that people type here; it must not reach the log. */
const PRIVATE = '王小明';
/** In the long run thousands at each door: a thousand as each of those to whom it opens, and a few as the others. */
const RUNS = LONG ? { opened: 1_000, shut: 25 } : { opened: Number(process.env['FUZZ_RUNS'] ?? 2), shut: 1 };
/** Between two people at one door, and after so many requests of one, so that rate limits start afresh. */
const MINUTES = 11;
const REQUESTS = 50;
/** Longer than this nobody waits for an answer, however odd what he sent. */
const HANGS_MS = 10_000;

/** What once was answered with 500, hung or broke the published shape; sent again at every run. */
interface PastFailure {
  why: string;
  who: Person['who'];
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  status: number;
}
const PAST_FAILURES = JSON.parse(
  readFileSync(new URL('../fuzz-corpus/past-failures.json', import.meta.url), 'utf8'),
) as PastFailure[]; // our own file

interface Person {
  who: 'admin' | 'contractor' | 'visitor';
  cookie: string;
  csrf: string;
}

describe('whatever is sent to any door', function () {
  this.timeout(LONG ? 1_800_000 : 120_000);
  useStore({ emptyBefore: 'all' });
  const keptAlive = new Agent({ keepAlive: true, maxSockets: 4 });
  let test: TestApp;
  let serving: Serving;
  const known: Record<string, readonly string[]> = {
    code: ['532601', '532601001', '5326'],
    key: Object.keys(PARAMETERS),
    name: SCHEDULE.map((job) => job.name),
  };
  const people: Person[] = (['admin', 'contractor', 'visitor'] as const).map((who) => ({
    who,
    cookie: '',
    csrf: '',
  }));

  before(async () => {
    registerJobs(SCHEDULE);
    test = startTestApp(new Date('2027-03-04T02:00:00Z'), {
      SESSION_ABSOLUTE_HOURS: '700',
      DISK_FLOOR_MB: '0',
    });
    const at = { now: test.clock.now(), today: test.clock.today() };
    await runSeeds({ ctx: systemCtx('seeds', at), demo: true, regionCode: '5326' });
    serving = await serve(test.app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 10_000 });
    for (const person of people) await signIn(person);
    const { body } = await send('GET', {
      path: '/users?limit=200',
      headers: headersOf(people[0]),
      body: undefined,
    });
    const users = (JSON.parse(body) as { items: { id: string; login?: string }[] }).items;
    const own = new Set<unknown>([demoAccount('admin').login, demoAccount('contractor').login]);
    known['id'] = users.filter((user) => !own.has(user.login)).map((user) => user.id);
    assert.ok(known['id'].length > 5);
  });
  after(async () => {
    keptAlive.destroy();
    await serving.stop(0);
  });

  function send(
    method: string,
    { path, headers, body }: Sent,
  ): Promise<{ answer: IncomingMessage; body: string }> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = {
        port: serving.port,
        host: '127.0.0.1',
        method,
        path: `/api${path}`,
        headers: { ...headers, ...length },
        agent: keptAlive,
        signal: AbortSignal.timeout(HANGS_MS),
      };
      const call = request(options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ answer, body: Buffer.concat(parts).toString('utf8') }));
        answer.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  const headersOf = (person: Person | undefined): Record<string, string> => ({
    host: 'localhost',
    ...(person === undefined || person.cookie === ''
      ? {}
      : { cookie: person.cookie, 'x-csrf-token': person.csrf }),
  });

  /** Again when a case signed the person out. */
  async function signIn(person: Person): Promise<void> {
    if (person.who === 'visitor') return;
    const seen = await send('GET', { path: '/session', headers: headersOf(person), body: undefined });
    if ((JSON.parse(seen.body) as SessionView).signedIn) return;
    Object.assign(person, { cookie: '', csrf: '' });
    const headers = { ...headersOf(person), 'content-type': 'application/json' };
    const body = JSON.stringify(demoAccount(person.who));
    const done = await send('POST', { path: '/session', headers, body });
    const cookie = done.answer.headers['set-cookie']?.[0]?.split(';')[0];
    assert.ok(cookie, done.body);
    Object.assign(person, { cookie, csrf: (JSON.parse(done.body) as { csrfToken: string }).csrfToken });
  }

  const published = publishedShapes();

  function check(answer: IncomingMessage, body: string, route?: Route): void {
    const { statusCode: status = 0 } = answer;
    assert.ok(status < 500, `${status} ${body}`);
    const type = String(answer.headers['content-type']);
    if (status < 400 && route !== undefined) published.checkSuccess(route, status, type, body);
    if (status < 400 || (status === 416 && body === '')) return;
    assert.match(type, /^application\/problem\+json/u);
    const problem = JSON.parse(body) as Problem;
    published.checkProblem(problem);
    assert.equal(ERRORS[problem.code]?.status, status, body);
    for (const words of [problem.messages, problem.next]) {
      assert.match(words.zh, /\p{Script=Han}/u);
      assert.match(words.en, /[a-z]/iu);
      assert.doesNotMatch(words.zh + words.en, /\{\w+\}|undefined|\[object/u);
    }
    assert.equal(problem.requestId, answer.headers['x-request-id']);
    if (status === 422 && problem.code === 'invalidInput') assert.ok((problem.fields ?? []).length > 0, body);
  }

  const later = (): Date => new Date(test.clock.now().getTime() + MINUTES * 60_000);

  for (const past of PAST_FAILURES) {
    it(`once failed: ${past.why}`, async () => {
      const person = people.find(({ who }) => who === past.who);
      assert.ok(person);
      test.clock.set(later());
      await signIn(person);
      const path = past.path.replace(/:(\w+)/u, (_, name: string) => known[name]?.[0] ?? 'x');
      const headers = {
        ...headersOf(person),
        'content-type': 'application/json',
        'if-match': '"v1"',
        ...past.headers,
      };
      const { answer, body } = await send(past.method, { path, headers, body: past.body });
      check(answer, body);
      assert.equal(answer.statusCode, past.status, body);
    });
  }

  const last = (route: Route): number => (route.path === '/session' && route.method === 'delete' ? 1 : 0);
  for (const route of [...ROUTES].sort((a, b) => last(a) - last(b))) {
    it(`${route.method.toUpperCase()} ${route.path} answers in words and with a declared code`, async () => {
      for (const person of people) {
        test.clock.set(later());
        await signIn(person);
        const opens = route.audience.some(
          (one) =>
            one === 'public' || (person.who !== 'visitor' && (one === 'signedIn' || one === person.who)),
        );
        let sentSoFar = 0;
        const property = fc.asyncProperty(sentTo(route, headersOf(person), known), async (sent) => {
          if ((sentSoFar += 1) % REQUESTS === 0) test.clock.set(later());
          const { answer, body } = await send(route.method.toUpperCase(), sent);
          check(answer, body, route);
        });
        await fc.assert(property, { numRuns: opens ? RUNS.opened : RUNS.shut, endOnFailure: true });
      }
    });
  }

  it('leaves the server alive, nothing unexpected in its log and nothing private', async () => {
    for (const path of ['/../healthz', '/../readyz']) {
      const { answer } = await send('GET', { path, headers: headersOf(undefined), body: undefined });
      assert.ok([200, 404].includes(answer.statusCode ?? 0));
    }
    assert.deepEqual(
      test.lines.filter((line) => line.includes('unexpected error')),
      [],
    );
    assert.deepEqual(
      test.lines.filter((line) => line.includes(PRIVATE) || line.includes('a@b.example')),
      [],
    );
  });
});
