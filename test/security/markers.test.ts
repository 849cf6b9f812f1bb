import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../seeds/people.ts';
import type { Role } from '../../server/core/contract/roles.ts';
import { ROUTES } from '../../server/doors.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { startSmsServer } from '../support/sms-server.ts';
import type { SmsServer } from '../support/sms-server.ts';
import { madeBody } from './made-bodies.ts';
import { ALL_WORDS, FIELDS, markedInputs, markersIn, REPORTER, WORDS } from './markers.ts';
import { firstNameOf, RECORD_OF, RECORD_OF_KEY } from './records.ts';
import { validInput } from './valid-input.ts';

const EVERYBODY = { fields: FIELDS, words: WORDS, reporter: REPORTER };

/** What may lie in the store as it was typed, and why. */
const IN_THE_OPEN: Readonly<Record<string, string>> = {
  'fields.name': 'names of workers, users and contacts are searched and sorted by',
  'fields.email': 'the address of an account is not sealed',
  'fields.address': 'addresses in the fields of forms are those of sites and firms',
  ...Object.fromEntries(
    Object.keys(WORDS).map((part) => [
      `words.${part}`,
      'a story is kept as it was told: what people write into it is part of the record',
    ]),
  ),
};

interface Answer {
  door: string;
  who: string;
  status: number;
  text: string;
  headers: string;
}

describe('markers of people, fed through every door', function () {
  this.timeout(LONG ? 1_800_000 : 240_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-markers-'));
  const ids = new Map<string, string[]>();
  const answers: Answer[] = [];
  const heard: string[] = [];
  const sockets: Socket[] = [];
  let log = '';
  const made = { userId: '', receipt: '' };
  let smtp: MailServer;
  let sms: SmsServer;
  let product: Product;
  let workers: ChildProcess;
  const people: { who: string; role: Role; api: ApiClient }[] = [];

  before(async () => {
    smtp = await startMailServer();
    sms = await startSmsServer({ key: 'anxin', secret: 'marker-secret-1739' });
    const env = {
      ...{ LOG_LEVEL: 'debug', SMTP_URL: smtp.url, SMS_URL: sms.url, SMS_SECRET: 'marker-secret-1739' },
      ...{ QUIET_FROM: '00:00', QUIET_TO: '00:00' },
    };
    // The two halves by themselves: what each of them writes is read.
    product = await startProduct({ dataDir, env, entry: 'server/main.ts', withinMs: 120_000 });
    workers = spawn(process.execPath, ['server/launch.js', 'workers/main.ts'], {
      cwd: fileURLToPath(PROJECT_ROOT),
      env: { ...process.env, NODE_ENV: 'development', DEMO: 'true', DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = product.process;
    for (const stream of [stdout, stderr, workers.stdout, workers.stderr])
      stream?.on('data', (part: Buffer) => (log += part.toString()));
    await lookIntoStore();
    for (const person of DEMO_PEOPLE) {
      const api = new ApiClient(product.url);
      if ('login' in person) await api.signIn(person.login, DEMO_PASSWORD);
      else await byPhone(api, person.phone);
      people.push({ who: 'login' in person ? person.login : person.phone, role: person.role, api });
    }
    const marked = new ApiClient(product.url);
    await byPhone(marked, FIELDS.phone);
    people.push({ who: 'marked', role: 'worker', api: marked });
    for (const { api } of people) listen(api);
  });
  after(async () => {
    for (const socket of sockets) socket.disconnect();
    await stop();
    await smtp.close();
    await sms.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function stop(): Promise<void> {
    if (workers.exitCode === null && workers.kill('SIGTERM')) await once(workers, 'exit');
    if (product.process.exitCode === null) assert.equal(await product.stop(), 0);
  }

  /** Ids of records to hang things on. */
  async function lookIntoStore(): Promise<void> {
    const store = await startEmbeddedStore({ dir: join(dataDir, 'store'), sharesOnly: true });
    const client = await MongoClient.connect(store.uri);
    for (const collection of new Set([...Object.values(RECORD_OF), ...Object.values(RECORD_OF_KEY)])) {
      if (collection === null) continue;
      const docs = await client.db().collection(collection).find({}).limit(400).toArray();
      const near = docs.filter((doc) => JSON.stringify(doc).includes('532601'));
      ids.set(
        collection,
        [...near, ...docs].map((doc) => String(collection === 'areas' ? doc['code'] : doc._id)),
      );
    }
    await client.close();
    await store.stop();
  }

  async function byPhone(api: ApiClient, phone: string): Promise<void> {
    const asked = await api.send<{ challengeId: string }>('POST', '/session/phone-code', { phone });
    const code = await eventually(
      'the code arrives',
      () => {
        const told = sms.received.findLast((one) => one.phone === phone);
        return /\d{6}/u.exec(told?.text ?? '')?.[0];
      },
      60_000,
    );
    await api.signInByCode(asked.body.challengeId, code);
  }

  function listen({ cookie }: ApiClient): void {
    const extraHeaders = { cookie };
    const socket = io(product.url, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      extraHeaders,
    });
    socket.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
    sockets.push(socket);
  }

  const known = (key: string): string | undefined => {
    if (key === 'areaCode') return '532601001';
    const collection = RECORD_OF_KEY[key] ?? RECORD_OF_KEY[`${key}s`];
    return collection === undefined ? undefined : ids.get(collection)?.[0];
  };

  async function knock(
    who: string,
    api: ApiClient,
    route: Route,
    asked: { id?: string; version?: number; query?: Record<string, unknown>; body?: unknown },
  ): Promise<Answer> {
    const first = firstNameOf(route);
    const params = validInput(route.spec.params, known) ?? {};
    let path = route.path;
    if (first !== null) path = path.replace(first, first.replace(/:\w+$/u, asked.id ?? 'f'.repeat(24)));
    path = path.replace(/:(\w+)/gu, (_, name: string) => String(params[name] ?? 'x'));
    const search = new URLSearchParams(
      Object.entries(asked.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const ask = (): Promise<Response> =>
      fetch(`${product.url}/api${path}?${search.toString()}`, {
        method: route.method.toUpperCase(),
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'if-match': `"v${asked.version ?? 1}"`,
          cookie: api.cookie,
          'x-csrf-token': api.csrf,
          referer: product.url,
        },
        ...(route.method === 'get' ? {} : { body: JSON.stringify(asked.body ?? {}) }),
      });
    const res = await ask().catch(ask); // once more where the line was closed as it was used
    const text = await res.text();
    const answer = {
      door: `${route.method} ${route.path}`,
      who,
      status: res.status,
      text,
      headers: JSON.stringify([...res.headers]),
    };
    answers.push(answer);
    return answer;
  }

  /** The account and the complaint are those that were made for it. */
  function idOf(route: Route, collection: string, index = 0): string | undefined {
    if (collection === 'users') return made.userId;
    return firstNameOf(route)?.endsWith(':receiptNumber') === true
      ? made.receipt
      : ids.get(collection)?.[index];
  }

  /** As who may edit it sees it; 1 where he does not. */
  async function versionOf(api: ApiClient, route: Route, id: string): Promise<number> {
    const first = firstNameOf(route);
    const isRead = ROUTES.some(({ method, path }) => method === 'get' && path === first);
    if (route.spec.versioned !== true || first === null || !isRead) return 1;
    const { body } = await api.get<{ version?: number }>(first.replace(/:\w+$/u, id));
    return body.version ?? 1;
  }

  const mayPass = (route: Route, role: Role): boolean =>
    ['public', 'signedIn', role].some((one) => route.audience.some((open) => open === one));

  const who = (name: string): ApiClient => {
    const api = people.find((one) => one.who === name)?.api;
    assert.ok(api, name);
    return api;
  };
  const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  it('the main lives go through with them: complaint, report, case, roster, account', async () => {
    const told = {
      ...{ areaCode: '532601001', headcount: 1, payMonths: ['2026-08'], owedFen: 900_000, fileIds: [] },
      ...{ employerName: '试探劳务有限公司', story: `说的是 ${ALL_WORDS}` },
    };
    const own = { ...told, intakeKind: 'COMPLAINT', name: FIELDS.name, citizenId: FIELDS.citizenId };
    const filed = await who('marked').create<{ receiptNumber: string }>('/my/complaints', own);
    assert.equal(filed.status, 201, JSON.stringify(filed.body));
    const report = {
      ...{ ...told, intakeKind: 'REPORT', channel: 'WALK_IN', receivedOn: today() },
      ...{ name: REPORTER.name, phone: REPORTER.phone, citizenId: REPORTER.citizenId },
    };
    const registered = await who('clerk').create('/complaints', report);
    assert.equal(registered.status, 201, JSON.stringify(registered.body));
    const page = await who('clerk').get<{ items: { id: string; version: number }[] }>(
      `/complaints?q=${filed.body.receiptNumber}`,
    );
    const [row] = page.body.items;
    assert.ok(row);
    const { version } = (await who('clerk').get<{ version: number }>(`/complaints/${row.id}`)).body;
    const accepted = await who('clerk').send(
      'POST',
      `/complaints/${row.id}/accept`,
      {},
      { 'if-match': `"v${version}"` },
    );
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
    const account = {
      ...{ name: FIELDS.name, login: 'marked.person', email: FIELDS.email, invite: true },
      grants: [{ role: 'clerk', areaCode: '532601' }],
    };
    const opened = await who('admin').create<{ id: string }>('/users', account);
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    Object.assign(made, { userId: opened.body.id, receipt: filed.body.receiptNumber });
    await eventually(
      'he is told by text message',
      () =>
        sms.received.some(
          ({ phone, text }) => phone === FIELDS.phone && text.includes(filed.body.receiptNumber),
        ),
      30_000,
    );
    await eventually(
      'the invitation arrives',
      () => smtp.received.some(({ to }) => to.includes(FIELDS.email)),
      30_000,
    );
  });

  /** Every form there is: once as somebody who may use it, in the long run as each role and filled in many ways. */
  it('every form takes them, in its fields and in people’s own words', async () => {
    const forms = ROUTES.filter(
      ({ spec, audience }) => spec.body !== undefined && !audience.includes('machine'),
    );
    const visitor = { who: 'visitor', api: new ApiClient(product.url) };
    const usersOf = (route: Route): { who: string; api: ApiClient }[] => {
      if (route.path.startsWith('/session')) return [visitor];
      const may = people.filter((one) => mayPass(route, one.role));
      // What a form does to an account is done to the one that was opened for it.
      if (route.path.startsWith('/account')) return may.filter((one) => one.who === 'marked');
      const roles = [...new Map(may.map((one) => [one.role, one])).values()];
      return LONG ? roles : roles.slice(0, 1);
    };
    const unfed: string[] = [];
    const feed = async (route: Route): Promise<void> => {
      const door = `${route.method} ${route.path}`;
      const { body: shape } = route.spec;
      if (shape === undefined) return;
      const first = firstNameOf(route);
      const collection = first === null ? null : (RECORD_OF[first] ?? null);
      const byHand = madeBody(door, known, FIELDS, ALL_WORDS);
      const bodies = byHand === undefined ? markedInputs(shape, known, LONG ? 3 : 1) : [byHand];
      const users = usersOf(route);
      if (byHand !== undefined) assert.equal(shape.required().validate(byHand).error, undefined, door);
      if (bodies.length === 0 || users.length === 0) unfed.push(door);
      for (const { who: name, api } of users)
        for (const [index, body] of bodies.entries()) {
          const id = collection === null ? undefined : idOf(route, collection, index);
          if (id === undefined) await knock(name, api, route, { body });
          else await knock(name, api, route, { id, body, version: await versionOf(api, route, id) });
        }
    };
    const waiting = [...forms];
    const feeder = async (): Promise<void> => {
      for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) await feed(route);
    };
    await Promise.all(Array.from({ length: 4 }, feeder));
    assert.deepEqual(unfed, [], 'every form is fed');
    const reached = answers.filter(({ status }) => ![401, 403, 429].includes(status));
    const taken = answers.filter(({ status }) => status < 300);
    const told = `${taken.length} taken and ${reached.length} reached of ${answers.length}`;
    assert.ok(reached.length > answers.length * (LONG ? 0.5 : 0.9) && taken.length > 30, told);
    const broken = answers
      .filter(({ status }) => status >= 500)
      .map(({ door, status }) => `${status} ${door}`);
    assert.deepEqual([...new Set(broken)], []);
  });

  it('what is searched for by name and number is not told again', async () => {
    for (const route of ROUTES) {
      const keys = route.spec.query === undefined ? [] : Object.keys(route.spec.query.describe().keys ?? {});
      if (route.method !== 'get' || !keys.includes('q')) continue;
      for (const { who: name, api } of people.filter((one) => mayPass(route, one.role)).slice(0, 1))
        for (const q of route.spec.rate === 'export'
          ? [FIELDS.phone]
          : [FIELDS.phone, FIELDS.citizenId, FIELDS.name])
          await knock(name, api, route, { query: { q } });
    }
  });

  it('what they were put into is read again', async () => {
    for (const [index, route] of ROUTES.entries()) {
      const first = firstNameOf(route);
      if (route.method !== 'get' || first === null || route.audience.includes('machine')) continue;
      const collection = RECORD_OF[first] ?? null;
      const id = collection === null ? undefined : idOf(route, collection);
      const query = validInput(route.spec.query, known) ?? {};
      const may = people.filter((one) => mayPass(route, one.role));
      const reader = may[index % may.length]; // one after the other: exports of one reader in a minute are limited
      assert.ok(reader, route.path);
      await knock(reader.who, reader.api, route, { query, ...(id === undefined ? {} : { id }) });
    }
  });

  it('no line of the log holds one of them', () => {
    assert.ok(log.split('\n').length > answers.length / 2, 'every request is in the log');
    assert.deepEqual(markersIn(log, EVERYBODY), []);
  });

  it('no refusal repeats what was sent', () => {
    const told = answers.filter(({ status }) => status >= 400);
    assert.ok(told.length > 100, `${told.length} refusals`);
    const leaks = told.flatMap(({ door, text }) => markersIn(text, EVERYBODY).map((one) => `${door} ${one}`));
    assert.deepEqual([...new Set(leaks)], []);
  });

  it('no address or header of an answer holds one of them', () => {
    const leaks = answers.flatMap(({ door, headers }) =>
      markersIn(headers, EVERYBODY).map((one) => `${door} ${one}`),
    );
    assert.deepEqual([...new Set(leaks)], []);
  });

  it('no socket says one of them', () => {
    assert.ok(heard.length > 10, `${heard.length} were heard`);
    assert.deepEqual(markersIn(heard.join('\n'), EVERYBODY), []);
  });

  it('no answer shows a number of a person in full', () => {
    const leaks = answers
      .filter(({ status }) => status < 300)
      .flatMap(({ door, text }) =>
        markersIn(text, { fields: FIELDS, reporter: REPORTER })
          .filter((one) => /citizenId|bankCard|phone/u.test(one))
          .map((one) => `${door} ${one}`),
      );
    assert.deepEqual([...new Set(leaks)], []);
  });

  it('mails and text messages tell of nobody but who gets them', () => {
    const others = sms.received.filter(({ phone }) => phone !== FIELDS.phone);
    const mails = smtp.received.filter(({ to }) => !to.includes(FIELDS.email));
    assert.deepEqual(markersIn(others.map(({ text }) => text).join('\n'), EVERYBODY), []);
    assert.deepEqual(markersIn(mails.map(({ mail }) => JSON.stringify(mail)).join('\n'), EVERYBODY), []);
  });

  it('the data folder holds nothing of them in the open but what is named', async () => {
    await stop();
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const found = new Set<string>();
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      const bytes = readFileSync(path);
      for (const [who, identity] of Object.entries(EVERYBODY))
        for (const [part, value] of Object.entries(identity))
          if (bytes.includes(value as string) || path.includes(value as string))
            found.add(`${path.slice(dataDir.length).replace(/[0-9a-f]{8,}/gu, '*')} ${who}.${part}`);
    }
    assert.deepEqual([...found].filter((one) => !(one.replace(/^.* /u, '') in IN_THE_OPEN)).sort(), []);
    assert.ok(
      [...found].some((one) => one.endsWith(' words.name')),
      'what is written would be found',
    );
  });
});
