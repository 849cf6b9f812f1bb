import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ComplaintFiled } from '../../server/core/contract/complaint-intake.ts';
import { ApiClient } from '../support/api-client.ts';
import type { Answer } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { assertEachOnce, signedInAs } from './faults-load.ts';
import { storeOf } from './faults-processes.ts';

/** The simplest question may take ten seconds before the store counts as away; a busy machine answers a little later. */
const BOUND_MS = 16_000;
/** Whoever comes then is told at once. */
const AT_ONCE_MS = 2_000;
/** In the long run so long that the driver gives up its lines too. */
const STANDS_ON_MS = LONG ? 75_000 : 0;

describe('a store that stands still, and one that is killed, under people at work', function () {
  this.timeout(240_000);
  let isWhole = true; // each part goes on where the one before ended
  beforeEach(() => assert.ok(isWhole, 'the part before this one failed'));
  afterEach(function () {
    isWhole &&= this.currentTest?.state === 'passed';
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-stands-'));
  const logins: string[] = [];
  const heard: string[] = [];
  let lost = 0;
  let product: Product;
  let admin: ApiClient;
  let nobody: ApiClient;
  let inspector: ApiClient;
  let socket: Socket;
  let stopped: number | null = null;

  before(async () => {
    product = await startProduct({ dataDir, entry: 'server/main.ts', withinMs: 120_000 });
    admin = await signedInAs(product.url, 'admin');
    inspector = await signedInAs(product.url, 'inspector');
    nobody = new ApiClient(product.url);
    socket = io(product.url, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      extraHeaders: { cookie: inspector.cookie },
    });
    socket.on('complaintChanged', ({ id }: { id: string }) => heard.push(id));
    socket.on('disconnect', () => (lost += 1));
    await eventually('the socket is open', () => socket.connected);
  });
  after(async () => {
    socket?.disconnect();
    if (stopped !== null) process.kill(stopped, 'SIGKILL');
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  interface Sent {
    what: string;
    key: string;
    send(key: string): Promise<Answer>;
    wanted: number;
  }
  const account = (): Sent => {
    const login = `u${randomUUID().slice(0, 12)}`;
    logins.push(login);
    const user = { name: '停摆演练', login, invite: false, grants: [{ role: 'clerk', areaCode: '532601' }] };
    return {
      ...{ what: 'an account', key: randomUUID(), wanted: 201 },
      send: (key) => admin.create('/users', user, key),
    };
  };
  const read = (what: string, send: () => Promise<Answer>): Sent => ({ what, key: '', send, wanted: 200 });
  const report = (): Sent => ({
    ...{ what: 'a report', key: randomUUID(), wanted: 201 },
    send: (key) => nobody.create('/public/reports', REPORT, key),
  });
  const file = async (): Promise<ComplaintFiled> => {
    const { status, body } = await nobody.create<ComplaintFiled>('/public/reports', REPORT);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const isTold = ({ status, body, headers }: Answer, what: string): void => {
    assert.deepEqual([what, status, body['code']], [what, 503, 'storeUnavailable']);
    assert.ok(Number(headers.get('retry-after')) > 0, what);
    assert.match(JSON.stringify(body['next']), /不会重复登记/u, what);
  };

  it('answers everybody in bounded time, in words, while it stands still, and serves what needs no store', async () => {
    const pid = storeOf(dataDir);
    assert.ok(pid !== null);
    const waiting = [
      account(),
      account(),
      report(),
      read('a list', () => admin.get('/users?limit=20&role=clerk')),
      read('the queue', () => inspector.get('/complaints')),
      read('the areas', () => nobody.get('/areas')),
    ];
    process.kill((stopped = pid), 'SIGSTOP');
    const begun = performance.now();
    const asked = waiting.map(async (one) => isTold(await one.send(one.key), one.what));
    await Promise.all(asked);
    assert.ok(performance.now() - begun < BOUND_MS, 'in bounded time');

    const late = performance.now();
    isTold(await inspector.get('/complaints'), 'whoever comes then');
    assert.ok(performance.now() - late < AT_ONCE_MS, 'at once');
    assert.deepEqual(
      await Promise.all(
        ['/healthz', '/readyz', '/'].map(async (path) => (await fetch(`${product.url}${path}`)).status),
      ),
      [200, 503, 200],
    );
    await pause(STANDS_ON_MS);
    process.kill(pid, 'SIGCONT');
    stopped = null;

    await eventually(
      'it goes on by itself',
      async () => (await inspector.get('/complaints')).status === 200,
      30_000,
    );
    // Whoever was told to come again sends the same once more, under the same key.
    for (const one of waiting)
      await eventually(one.what, async () => (await one.send(one.key)).status === one.wanted, 30_000);
    assert.equal(storeOf(dataDir), pid, 'the same process serves it');
    await assertEachOnce(admin, logins);
  });

  it('a socket that was open hears of what happens afterwards', async () => {
    await file();
    await eventually('it hears of the report', () => heard.length > 0);
    assert.equal(lost, 0, 'it was open all the time');
  });

  it('a socket outlives kill -9 of the store and hears of what happens under the next', async () => {
    const pid = storeOf(dataDir);
    assert.ok(pid !== null);
    process.kill(pid, 'SIGKILL');
    await eventually('another serves it', () => (storeOf(dataDir) ?? pid) !== pid, 30_000);
    const before = heard.length;
    await eventually(
      'reports are taken again',
      async () => (await nobody.create('/public/reports', REPORT)).status === 201,
      30_000,
    );
    await eventually('it hears of the report', () => heard.length > before);
    assert.equal(lost, 0, 'it was open all the time');
    assert.ok(socket.connected);
  });

  it('the server has met nothing it did not foresee, and the chains are whole', async () => {
    assert.doesNotMatch(product.output(), /unexpected error/u);
    assert.equal(await product.stop(), 0, product.output());
    if (!LONG) return;
    const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: dataDir });
    assert.equal(verdict.code, 0, verdict.out + verdict.err);
  });
});

const REPORT = {
  employerName: '停摆演练工程队',
  areaCode: '532601',
  headcount: 3,
  payMonths: ['2026-01'],
  owedFen: 480_000,
  story: '干完活一直没有结工资',
};
