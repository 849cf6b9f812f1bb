import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { SessionView } from '../../server/core/contract/accounts.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { howToGet } from '../support/debian-program.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { findNginx, NGINX_PACKAGES, startNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';
import { findRedis, REDIS_PACKAGES, startRedis } from '../support/redis.ts';
import type { RedisServer } from '../support/redis.ts';
import { listenAt, startSite } from '../support/several-servers.ts';
import type { RoamingClient, Site } from '../support/several-servers.ts';
import type { Product } from '../support/product.ts';

const OFFICE = '532601';
/** As RATE_RULES says of exports, per person and minute. */
const EXPORTS_A_MINUTE = 30;
/** Sooner than the look every server takes at its own sockets every five seconds. */
const AT_ONCE_MS = 3_000;

describe('three servers and two workers on one store and one Redis', function () {
  this.timeout(240_000);
  let redis: RedisServer;
  let site: Site;
  let one: Product, two: Product, three: Product;
  const people = new Map<string, Promise<RoamingClient>>();
  /** Everybody signs in once, at the first server. */
  const person = async (role: Parameters<typeof demoAccount>[0], at: Product): Promise<RoamingClient> => {
    const { login, password } = demoAccount(role);
    const known = people.get(login) ?? site.signIn(login, password, one);
    people.set(login, known);
    return (await known).at(at);
  };

  before(async function () {
    const program = findRedis();
    if (program === null) {
      process.stderr.write(`${howToGet(REDIS_PACKAGES)}\n`);
      this.skip();
    }
    redis = await startRedis(program);
    site = await startSite({ servers: 3, workers: 2 }, { REDIS_URL: redis.url, DRAIN_SECONDS: '1' });
    [one, two, three] = site.servers as [Product, Product, Product];
  });
  after(async () => {
    await site?.stop();
    await redis?.close();
  });

  const signedIn = async (client: RoamingClient): Promise<boolean> =>
    (await client.get<SessionView>('/session')).body.signedIn;

  let registered = 0;
  async function register(clerk: RoamingClient): Promise<string> {
    registered += 1;
    const done = await clerk.create<{ id: string }>('/complaints', {
      intakeKind: 'COMPLAINT',
      channel: 'HOTLINE_12345',
      receivedOn: '2026-01-20',
      externalNumber: `W-${registered}`,
      employerName: '某某建筑公司',
      areaCode: `${OFFICE}001`,
      headcount: 1,
      payMonths: ['2026-01'],
      owedFen: 480_000,
      story: '工资没有发',
      fileIds: [],
      name: '张三',
    });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    return done.body.id;
  }

  it('a page at one server hears of what happens at another, and of what a worker does', async () => {
    const inspector = await person('inspector', two);
    const page = await listenAt(two, inspector);
    const clerk = await person('clerk', one);
    const id = await register(clerk);
    await eventually('server 2 tells what server 1 did', () =>
      page.heard.some(([event, payload]) => event === 'complaintChanged' && payload.id === id),
    );

    const admin = await person('admin', three);
    const made = await admin.create<{ user: { id: string } }>('/users', {
      name: '另一位',
      login: 'another.inspector',
      invite: false,
      grants: [{ role: 'inspector', areaCode: OFFICE }],
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const self = (await inspector.get<SessionView>('/session')).body;
    assert.ok(self.user);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const head = await person('bureauHead', three);
    const away = await head.create('/absences', {
      ...{ userId: made.body.user.id, role: 'inspector', officeCode: OFFICE },
      ...{ from: today, until: today, substituteId: self.user.id },
    });
    assert.equal(away.status, 201, JSON.stringify(away.body));
    await eventually(
      'server 2 tells what a worker delivered',
      () => page.heard.some(([event]) => event === 'notification'),
      15_000,
    );
    page.socket.disconnect();
  });

  it('a session opened at one is known at all, and ended at one is ended at all within two seconds', async () => {
    const company = await person('contractor', one);
    for (const server of site.servers) assert.equal(await signedIn(company.at(server)), true);
    const page = await listenAt(three, company);
    assert.equal((await company.at(two).send('DELETE', '/session')).status, 204);
    const ended = performance.now();
    await eventually('the page at server 3 is cut off', () => !page.socket.connected, AT_ONCE_MS);
    for (const server of site.servers)
      await eventually(
        'the session is over',
        async () => !(await signedIn(company.at(server))),
        2_000 - (performance.now() - ended),
      );
  });

  it('a person has one allowance, whichever servers answer', async () => {
    const clerk = await person('clerk', one);
    const ask = async (n: number): Promise<number> => {
      const server = site.servers[n % site.servers.length];
      return (
        await fetch(`${server?.url ?? ''}/api/companies/export?format=csv`, {
          headers: { cookie: clerk.cookie, 'x-forwarded-proto': 'https' },
        }).then(async (res) => (await res.arrayBuffer(), res))
      ).status;
    };
    const answers: number[] = [];
    for (let n = 0; n < EXPORTS_A_MINUTE; n += 1) answers.push(await ask(n));
    assert.deepEqual(new Set(answers), new Set([200]));
    assert.deepEqual([await ask(0), await ask(1), await ask(2)], [429, 429, 429]);
  });

  it('what is to be done once is done by one of the workers, and one mail comes of one invitation', async () => {
    const admin = await person('admin', one);
    const day = '2026-02-10';
    const jobs = ['sweepSessions', 'countServedPapers', 'endPublicTerms', 'openDueLeads', 'drawTruthSamples'];
    await Promise.all(
      jobs.map(async (job, n) => {
        const at = admin.at(site.servers[n % 3] as Product);
        const asked = await at.create(`/jobs/${job}/run`, { day });
        assert.equal(asked.status, 202, JSON.stringify(asked.body));
      }),
    );
    const logins = Array.from({ length: 12 }, (_, n) => `invited.${n}`);
    await Promise.all(
      logins.map(async (login, n) => {
        const at = admin.at(site.servers[n % 3] as Product);
        const grants = [{ role: 'clerk', areaCode: OFFICE }];
        const body = { name: '受邀人', login, email: `${login}@example.org`, invite: true, grants };
        assert.equal((await at.create('/users', body, randomUUID())).status, 201);
      }),
    );
    const client = await new MongoClient(site.storeUri).connect();
    try {
      const runs = client.db().collection('jobRuns');
      const byHand = () => runs.find({ day, cause: 'byHand' }).toArray();
      await eventually(
        'all have run',
        async () => (await byHand()).every(({ state }) => state === 'done'),
        20_000,
      );
      const done = await byHand();
      assert.deepEqual(done.map(({ job }) => String(job)).sort(), jobs.toSorted());
      assert.deepEqual(new Set(done.map(({ attempt }) => Number(attempt))), new Set([1]));
      const mailsTo = (login: string) =>
        site.mails.received.filter(({ to }) => to.includes(`${login}@example.org`)).length;
      await eventually('all mails are there', () => logins.every((login) => mailsTo(login) > 0), 20_000);
      assert.deepEqual(new Set(logins.map(mailsTo)), new Set([1]));
    } finally {
      await client.close();
    }
  });

  it('without Redis everything goes on: each server tells its own pages, and all of them again when it is back', async () => {
    const inspector = await person('inspector', two);
    const [near, far] = [await listenAt(two, inspector), await listenAt(three, inspector.at(three))];
    const clerk = await person('clerk', two);
    const hears = ({ heard }: typeof near, id: string): boolean =>
      heard.some(([event, payload]) => event === 'complaintChanged' && payload.id === id);

    await redis.stop();
    const id = await register(clerk);
    await eventually('the page at the same server hears', () => hears(near, id));
    for (const server of site.servers) {
      assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
      assert.equal(await signedIn(clerk.at(server)), true);
    }
    assert.equal(hears(far, id), false);

    await redis.startAgain();
    const ids: string[] = [];
    await eventually(
      'the page at the other server hears again',
      async () => {
        ids.push(await register(clerk));
        return ids.some((one) => hears(far, one));
      },
      20_000,
      500,
    );
    for (const { socket } of [near, far]) socket.disconnect();
    for (const server of site.servers)
      assert.ok(
        server.output().split('redis is away').length - 1 <= 2,
        'one line for each of two connections',
      );
  });

  it('a server that is told to stop says so first, answers on while the balancer looks away, and then goes', async () => {
    const stopped = three.stop();
    const readiness = await eventually('it says that it is not ready', async () => {
      const res = await fetch(`${three.url}/readyz`);
      return res.status === 503 ? res : null;
    });
    assert.deepEqual(await readiness.json(), { ok: false, why: 'stopping' });
    assert.equal(readiness.headers.get('connection'), 'close');
    const still = await fetch(`${three.url}/api/session`);
    assert.equal(still.status, 200);
    assert.equal(still.headers.get('connection'), 'close');
    assert.equal(await stopped, 0);
    await assert.rejects(fetch(`${three.url}/healthz`));
    await site.startAgain(three.port);
  });

  if (LONG)
    it('are restarted one after another under load, and no request is lost', async function () {
      const program = findNginx();
      if (program === null) {
        process.stderr.write(`${howToGet(NGINX_PACKAGES)}\n`);
        this.skip();
      }
      const nginx = await startNginx(
        program,
        site.servers.map(({ port }) => port),
      );
      try {
        const admin = await person('admin', one);
        const load = startLoad(nginx.url, admin);
        try {
          await eventually('the load has begun', () => load.writes.length > 3, 30_000);
          await restartAll(nginx);
          await eventually('the load goes on', () => load.isBusy(), 30_000);
        } finally {
          await load.stop();
        }
        assert.deepEqual(load.faults, []);
        assert.ok(
          load.reads > 100 && load.writes.length > 30,
          `${load.reads} reads, ${load.writes.length} writes`,
        );
        for (const login of load.writes) {
          const found = await admin.at(one).get<{ total: number }>(`/users?q=${login}`);
          assert.equal(found.body.total, 1, login);
        }
      } finally {
        await nginx.stop();
      }
    });

  /** By the delivered script; what it runs to restart a server asks this test to do so. */
  async function restartAll(nginx: Nginx): Promise<void> {
    const told = createServer((req, res) => {
      site.restart(Number(req.url?.slice(1))).then(
        () => res.end(),
        (error: unknown) => res.writeHead(500).end(String(error)),
      );
    }).listen(0, '127.0.0.1');
    await once(told, 'listening');
    const { port } = told.address() as AddressInfo; // a TCP server's address always is one
    const dir = mkdtempSync(join(tmpdir(), 'anxin-restart-'));
    const script = join(dir, 'restart.mjs');
    writeFileSync(
      script,
      `const res = await fetch('http://127.0.0.1:${port}/' + process.argv[2]); console.log(await res.text()); process.exit(res.ok ? 0 : 1);`,
    );
    const before = site.servers.map((server) => server.process.pid);
    const shell = spawn('sh', ['docs/deploy/rolling-restart.sh'], {
      env: {
        ...process.env,
        SERVERS: nginx.servers,
        RELOAD: nginx.reload,
        RESTART: `${process.execPath} ${script}`,
        SETTLE: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(shell, 'close')) as [number | null]; // Node's close event
    told.close();
    rmSync(dir, { recursive: true });
    assert.equal(code, 0, said);
    const after = site.servers.map((server) => server.process.pid);
    assert.ok(
      after.every((pid) => !before.includes(pid)),
      'all are new processes',
    );
    assert.doesNotMatch(readFileSync(nginx.servers, 'utf8'), /down/);
  }
});

interface Load {
  reads: number;
  /** Logins of the accounts whose making was acknowledged. */
  writes: string[];
  faults: string[];
  /** Whether something was answered since it was last asked. */
  isBusy(): boolean;
  stop(): Promise<void>;
}

/** People who read and write all the time through the balancer, each request over a connection of its own. */
function startLoad(url: string, admin: RoamingClient): Load {
  let over = false;
  let seen = 0;
  const load: Load = {
    reads: 0,
    writes: [],
    faults: [],
    isBusy: () => {
      const now = load.reads + load.writes.length;
      const busy = now > seen;
      seen = now;
      return busy;
    },
    stop: async () => {
      over = true;
      await Promise.all(people);
    },
  };
  const until = async (everyMs: number, act: (n: number) => Promise<void>): Promise<void> => {
    for (let n = 0; !over; n += 1) {
      await act(n).catch((error: unknown) => load.faults.push(String(error)));
      await pause(everyMs);
    }
  };
  const read = async (path: string): Promise<void> => {
    const { status, said } = await throughTls('GET', `${url}${path}`, admin);
    if (status === 200) load.reads += 1;
    else load.faults.push(`GET ${path}: ${status} ${said}`);
  };
  const write = async (login: string): Promise<void> => {
    const grants = [{ role: 'clerk', areaCode: OFFICE }];
    const body = JSON.stringify({ name: '压力测试', login, invite: false, grants });
    const { status, said } = await throughTls('POST', `${url}/api/users`, admin, body);
    if (status === 201) load.writes.push(login);
    else load.faults.push(`POST: ${status} ${said}`);
  };
  const people = [
    ...['/api/users', '/api/session', '/api/jobs'].map((path) => until(200, () => read(path))),
    ...['a', 'b'].map((name) => until(500, (n) => write(`load.${name}.${1000 + n}`))),
  ];
  return load;
}

/** A connection of its own for each request: what a browser does with one that was closed under it is not the question. */
function throughTls(
  method: string,
  url: string,
  { cookie, csrf }: RoamingClient,
  body?: string,
): Promise<{ status: number; said: string }> {
  const headers = { cookie, 'x-csrf-token': csrf };
  const more = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      {
        method,
        agent: false,
        rejectUnauthorized: false, // the test's own certificate
        headers: body === undefined ? headers : { ...headers, ...more },
      },
      (res) => {
        text(res).then((said) => resolve({ status: res.statusCode ?? 0, said: said.slice(0, 300) }), reject);
      },
    );
    req.once('error', reject).end(body);
  });
}
