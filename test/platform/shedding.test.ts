import assert from 'node:assert/strict';
import express from 'express';
import { Registry } from 'prom-client';
import { ROUTES, PERMISSION_TABLES } from '../../server/doors.ts';
import { ADDS_UP_MUCH, KEPT_OPEN, loadClassOf } from '../../server/load-classes.ts';
import { problemHandler } from '../../server/platform/http/problems.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { LOAD_RULES, startShedding } from '../../server/platform/http/shedding.ts';
import { Gate } from '../../server/platform/http/shedding-gate.ts';
import type { TurnedAway } from '../../server/platform/http/shedding-gate.ts';
import { LOAD_CLASSES, loadFinder } from '../../server/platform/http/shedding-routes.ts';
import type { LoadClass } from '../../server/platform/http/shedding-routes.ts';
import { createLog } from '../../server/platform/log.ts';
import { eventually } from '../support/eventually.ts';
import { listening } from '../support/listening.ts';

describe('a door with room for so many', () => {
  const RULE = { least: 1, most: 2, mayWait: 2, patienceMs: 60_000 };
  const enter = (gate: Gate) => {
    const seen: { in: boolean; away: TurnedAway | null; leaveLine: () => void } = {
      in: false,
      away: null,
      leaveLine: () => undefined,
    };
    seen.leaveLine = gate.enter(
      () => (seen.in = true),
      (why) => (seen.away = why),
    );
    return seen;
  };

  it('lets in what it has room for, keeps a short line in its order and refuses the rest at once', () => {
    const gate = new Gate(RULE);
    const people = Array.from({ length: 5 }, () => enter(gate));
    assert.deepEqual(
      people.map((one) => one.in),
      [true, true, false, false, false],
    );
    assert.deepEqual(
      people.map((one) => one.away),
      [null, null, null, null, 'full'],
    );
    gate.leave();
    assert.deepEqual(
      people.map((one) => one.in),
      [true, true, true, false, false],
    );
    people[3]?.leaveLine(); // gone meanwhile
    gate.leave();
    gate.leave();
    assert.deepEqual([gate.running, gate.waiting], [0, 0]);
    assert.equal(people[3]?.in, false);
  });

  it('sends away whoever has waited too long', async () => {
    const gate = new Gate({ ...RULE, patienceMs: 10 });
    const [, , third] = [enter(gate), enter(gate), enter(gate)];
    await eventually('it is sent away', () => third.away === 'late');
    gate.leave();
    assert.deepEqual([third.in, gate.running, gate.waiting], [false, 1, 0]);
  });

  it('has less room while the store is slow, never none, and all of it again when it is quick', () => {
    const gate = new Gate({ ...RULE, least: 3, most: 12 });
    for (let look = 0; look < 10; look += 1) gate.adjust(true);
    assert.equal(gate.limit, 3);
    for (let look = 0; look < 10; look += 1) gate.adjust(false);
    assert.equal(gate.limit, 12);
  });
});

describe('what is let go first when there is too much to do', () => {
  const classAt = loadFinder(ROUTES, loadClassOf);
  const EXAMPLES: [method: string, path: string, load: LoadClass][] = [
    ['POST', '/public/reports', 'first'],
    ['POST', '/public/tracking', 'first'],
    ['POST', '/my/complaints', 'first'],
    ['POST', '/my/complaints/532601202600001/supplement', 'first'],
    ['GET', '/my/complaints', 'first'],
    ['GET', '/public/receipts/532601202600001', 'first'],
    ['POST', '/session', 'first'],
    ['POST', '/session/phone-code', 'first'],
    ['GET', '/session', 'first'],
    ['DELETE', '/session', 'first'],
    ['POST', '/files', 'first'],
    ['POST', '/complaints', 'first'],
    ['GET', '/areas', 'first'],
    ['GET', '/complaints', 'reads'],
    ['HEAD', '/complaints', 'reads'],
    ['GET', '/cases/64b000000000000000000001', 'reads'],
    ['POST', '/users', 'writes'],
    ['PATCH', '/users/64b000000000000000000001', 'writes'],
    ['GET', '/complaints/export', 'heavy'],
    ['GET', '/reports/period', 'heavy'],
    ['GET', '/dashboard', 'heavy'],
    ['GET', '/nothing/here', 'reads'],
    ['PUT', '/nothing/here', 'writes'],
  ];
  for (const [method, path, load] of EXAMPLES)
    it(`${method} ${path}: ${load}`, () => assert.equal(classAt(method, path), load));

  it('names only permissions there are', () => {
    const known = new Set(PERMISSION_TABLES.flatMap((table) => Object.keys(table)));
    assert.deepEqual(
      [...KEPT_OPEN, ...ADDS_UP_MUCH].filter((one) => !known.has(one)),
      [],
    );
  });

  it('gives every door the class of its row, whatever stands in its address', () => {
    for (const route of ROUTES) {
      const path = route.path.replace(/:\w+/gu, '64b000000000000000000001');
      assert.equal(
        classAt(route.method.toUpperCase(), path),
        loadClassOf(route),
        `${route.method} ${route.path}`,
      );
    }
  });

  it('what comes later waits longer and has more room than what comes before it', () => {
    for (let at = 1; at < LOAD_CLASSES.length; at += 1) {
      const [before, after] = [
        LOAD_RULES[LOAD_CLASSES[at - 1] ?? 'heavy'],
        LOAD_RULES[LOAD_CLASSES[at] ?? 'first'],
      ];
      assert.ok(after.least > before.least && after.most > before.most, LOAD_CLASSES[at]);
    }
  });
});

describe('a server with more to do than it can', () => {
  const RULE = { least: 1, most: 1, mayWait: 1, patienceMs: 60_000 };
  const RULES = { heavy: RULE, reads: RULE, writes: RULE, first: { ...RULE, least: 50, most: 50 } };

  async function serverOf(askStore: () => Promise<boolean>, holds = true) {
    const held: (() => void)[] = [];
    const metrics = new Registry();
    const shedding = startShedding({
      routes: DOORS,
      classOf: loadClassOf,
      askStore,
      rules: RULES,
      awayAfterMs: 0,
    });
    const app = express();
    app.use((req, _res, next) => {
      req.id = 'test';
      next();
    });
    app.use('/api', shedding.middleware(metrics));
    app.use('/api', (_req, res) => {
      held.push(() => res.json({ ok: true }));
      if (!holds) held.pop()?.();
    });
    app.use(problemHandler(createLog('silent')));
    const server = listening(app);
    await eventually('it listens', () => server.listening);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { held, metrics, shedding, url: `http://127.0.0.1:${port}/api` };
  }
  const DOORS = ROUTES.filter((route: Route) => ['/complaints', '/public/reports'].includes(route.path));

  it('refuses what is too much with 503, a code, words and when to come back; what comes first goes on', async () => {
    const { held, metrics, shedding, url } = await serverOf(() => Promise.resolve(true));
    const lists = [1, 2].map(() => fetch(`${url}/complaints`));
    await eventually('one is served, one waits', async () =>
      (await metrics.metrics()).includes('anxin_requests_waiting{load="reads"} 1'),
    );
    const refused = await fetch(`${url}/complaints`);
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('retry-after'), '5');
    assert.match(refused.headers.get('content-type') ?? '', /application\/problem\+json/u);
    const problem = (await refused.json()) as { code: string; messages: object; next: { zh: string } }; // a Problem
    assert.equal(problem.code, 'overloaded');
    assert.match(problem.next.zh, /5 秒后再试/u);

    const reports = Array.from({ length: 20 }, () => fetch(`${url}/public/reports`, { method: 'POST' }));
    await eventually('all reports are being served', () => held.length === 21);
    for (const answer of held.splice(0)) answer();
    assert.deepEqual([...new Set((await Promise.all(reports)).map(({ status }) => status))], [200]);
    await eventually('the second list is served', () => held.length === 1);
    for (const answer of held.splice(0)) answer();
    assert.deepEqual(
      (await Promise.all(lists)).map(({ status }) => status),
      [200, 200],
    );
    const text = await metrics.metrics();
    assert.match(text, /anxin_requests_shed_total\{load="reads",why="full"\} 1/u);
    assert.match(text, /anxin_requests_shed_total\{load="heavy",why="late"\} 0/u, 'there before the first');
    assert.match(text, /anxin_requests_running\{load="reads"\} 0/u);
    shedding.stop();
  });

  it('gives the place of whoever hangs up in line to the next', async () => {
    const { held, metrics, shedding, url } = await serverOf(() => Promise.resolve(true));
    const first = fetch(`${url}/complaints`);
    await eventually('it is being served', () => held.length === 1);
    const gone = new AbortController();
    const second = fetch(`${url}/complaints`, { signal: gone.signal }).catch(() => null);
    const waits = (count: number) =>
      eventually(`${count} wait`, async () =>
        (await metrics.metrics()).includes(`anxin_requests_waiting{load="reads"} ${count}`),
      );
    await waits(1);
    gone.abort();
    await second;
    await waits(0);
    held.shift()?.();
    assert.equal((await first).status, 200);
    assert.equal(held.length, 0, 'nobody was served who had gone');
    shedding.stop();
  });

  it('answers those who are being served and those in line when the store stands still, once', async () => {
    let isThere = true;
    const { held, metrics, shedding, url } = await serverOf(() => Promise.resolve(isThere));
    const lists = [1, 2].map(() => fetch(`${url}/complaints`));
    await eventually('one is served, one waits', async () =>
      (await metrics.metrics()).includes('anxin_requests_waiting{load="reads"} 1'),
    );
    isThere = false;
    for (const told of await Promise.all(lists)) {
      assert.deepEqual([told.status, told.headers.get('retry-after')], [503, '5']);
      assert.equal(((await told.json()) as { code: string }).code, 'storeUnavailable'); // a Problem
    }
    assert.equal(held.length, 1, 'whoever was in line is not served any more');
    assert.throws(() => held[0]?.(), /after they are sent/u);
    assert.match(await metrics.metrics(), /anxin_requests_running\{load="reads"\} 0/u);
    shedding.stop();
  });

  it('says at once that the store is away while it is, and goes on when it is back', async () => {
    let isThere = false;
    const { shedding, url } = await serverOf(() => Promise.resolve(isThere), false);
    const answer = await eventually('it knows', async () => {
      const asked = await fetch(`${url}/complaints`);
      return asked.status === 503 ? asked : null;
    });
    assert.equal(answer.headers.get('retry-after'), '5');
    assert.equal(((await answer.json()) as { code: string }).code, 'storeUnavailable'); // a Problem
    isThere = true;
    await eventually('it serves again', async () => (await fetch(`${url}/complaints`)).status === 200);
    shedding.stop();
  });
});
