import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { JobView, OutboxSummary } from '../../server/core/contract/operations.ts';
import type { Page } from '../../server/core/contract/page.ts';
import type { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { freePort, startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { assertEachOnce, colleaguesOf, signedInAs, startLoad } from './faults-load.ts';
import type { Load } from './faults-load.ts';
import { aMinuteLater, killed, startWorkerProcess, storeOf } from './faults-processes.ts';

type Victim = 'server' | 'workers' | 'store';
const KINDS: readonly Victim[] = ['server', 'workers', 'store'];
const COUNT = LONG ? Number(process.env['KILL_ROUNDS'] ?? 200) : 4;
const CALLERS = 4;
const LONGEST_CALM_MS = 1_200;
const PATIENCE_MS = LONG ? 180_000 : 60_000;

/** It stands in the title: KILL_SEED with it draws the same parts in the same order again. */
const SEED = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
const draw = <T>(from: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(fc.noBias(from), { seed: SEED, numRuns: count });
/** Each part once, in any order; then whatever comes. */
const VICTIMS: readonly Victim[] = [
  ...draw(fc.shuffledSubarray([...KINDS], { minLength: KINDS.length }), 1).flat(),
  ...draw(fc.constantFrom(...KINDS), COUNT),
].slice(0, COUNT);
const CALM_MS: readonly number[] = draw(fc.nat(LONGEST_CALM_MS), COUNT);

describe(`kill -9 of a part, ${COUNT} times, while people work (KILL_SEED=${SEED})`, function () {
  this.timeout(LONG ? 3_600_000 : 180_000);
  let isWhole = true; // each part goes on where the one before ended
  beforeEach(() => assert.ok(isWhole, 'the part before this one failed'));
  afterEach(function () {
    isWhole &&= this.currentTest?.state === 'passed';
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-rounds-'));
  const ENV = { QUIET_FROM: '00:00', QUIET_TO: '00:00' };
  let smtp: MailServer;
  let product: Product;
  let workers: ChildProcess | null = null;
  let admin: ApiClient;
  let load: Load;
  const ends: (() => Promise<unknown>)[] = [];
  const env = (): Record<string, string> => ({ ...ENV, SMTP_URL: smtp.url });
  const startServer = async (port: number): Promise<void> => {
    product = await startProduct({ dataDir, env: env(), entry: 'server/main.ts', port, withinMs: 120_000 });
  };
  const startWorkers = (more: Record<string, string> = {}): void => {
    workers = startWorkerProcess(dataDir, { ...env(), ...more });
  };

  before(async () => {
    smtp = await startMailServer();
    ends.push(() => smtp.close());
    await startServer(await freePort());
    ends.push(() => product.kill());
    ends.push(async () => (workers === null ? undefined : killed(workers)));
    startWorkers();
    admin = await signedInAs(product.url, 'admin');
  });
  after(async () => {
    for (const end of ends.reverse()) await end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const strike: Record<Victim, (calmMs: number) => Promise<void>> = {
    store: async (calmMs) => {
      const pid = await eventually('somebody serves the store', () => storeOf(dataDir), 30_000);
      await pause(calmMs);
      process.kill(pid, 'SIGKILL');
      await eventually('another serves it', () => (storeOf(dataDir) ?? pid) !== pid, 30_000);
    },
    server: async (calmMs) => {
      await pause(calmMs);
      load.maybeCut = true;
      await product.kill();
      await startServer(product.port);
      load.maybeCut = false;
    },
    workers: async (calmMs) => {
      assert.ok(workers !== null);
      await pause(calmMs);
      await killed(workers);
      startWorkers();
    },
  };

  it('nobody is told anything but to come again, and it goes on by itself each time', async () => {
    load = startLoad(await colleaguesOf(admin, CALLERS));
    ends.push(() => load.stop());
    await eventually('the workers are at it too', () => smtp.received.length > 0, 60_000);
    for (const [round, victim] of VICTIMS.entries()) {
      await strike[victim](CALM_MS[round] ?? 0);
      const before = load.acknowledged.length;
      await eventually(
        `accounts are opened again after round ${round + 1} (${victim})`,
        () => load.wrong.length > 0 || load.acknowledged.length > before + CALLERS,
        60_000,
      );
      assert.deepEqual(load.wrong, [], `round ${round + 1} (${victim}): ${product.output()}`);
    }
    assert.equal(product.process.exitCode, null, 'the server outlives its store');
  });

  if (LONG)
    it('a store that stands still for two seconds makes people wait and loses nothing', async () => {
      const pid = storeOf(dataDir);
      assert.ok(pid !== null);
      const before = load.acknowledged.length;
      process.kill(pid, 'SIGSTOP');
      await pause(2_000);
      process.kill(pid, 'SIGCONT');
      await eventually('it goes on', () => load.acknowledged.length > before + CALLERS, 30_000);
      assert.equal(storeOf(dataDir), pid, 'the same process serves it');
      assert.deepEqual(load.wrong, []);
    });

  it('every acknowledged account is there exactly once', async () => {
    await load.stop();
    await assertEachOnce(admin, load.acknowledged);
    if (LONG)
      process.stdout.write(
        `      ${load.acknowledged.length} accounts, told to wait ${load.toldToWait} times\n`,
      );
  });

  it('every mail is delivered, again under its one Message-ID where it was cut off, and every job ends', async () => {
    assert.ok(workers !== null);
    await killed(workers, 'SIGTERM');
    startWorkers(aMinuteLater(dataDir));
    await eventually(
      'nothing waits in the outbox',
      async () => {
        const { waiting, sending } = (await admin.get<OutboxSummary>('/outbox/summary')).body;
        return waiting + sending === 0;
      },
      PATIENCE_MS,
      200,
    );
    assert.equal((await admin.get<OutboxSummary>('/outbox/summary')).body.failed, 0);
    for (const login of load.acknowledged) {
      const mails = smtp.received.filter(({ to }) => to.includes(`${login}@example.org`));
      assert.equal(new Set(mails.map(({ mail }) => mail.messageId)).size, 1, login);
    }
    const unfinished = async (): Promise<string[]> => {
      const { status, body } = await admin.get<Page<JobView>>('/jobs');
      assert.equal(status, 200, JSON.stringify(body));
      return body.items.filter((job) => !hasEnded(job)).map(({ lastRun }) => JSON.stringify(lastRun));
    };
    const nothingIsLeft = async (): Promise<boolean> => (await unfinished()).length === 0;
    await eventually('no job is left in the middle', nothingIsLeft, PATIENCE_MS, 200).catch(async () =>
      assert.deepEqual(await unfinished(), []),
    );
  });

  it('the chains of events are whole', async () => {
    assert.ok(workers !== null);
    await killed(workers, 'SIGTERM');
    assert.equal(await product.stop(), 0, product.output());
    const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: dataDir });
    assert.equal(verdict.code, 0, verdict.out + verdict.err);
  });
});

/** A job that comes every few minutes goes on with what a killed one left; another is put in the place of a day's. */
function hasEnded({ cron, lastRun }: JobView): boolean {
  if (lastRun === undefined) return true; // some come once a year
  return lastRun.state === 'done' || (lastRun.state === 'abandoned' && cron.startsWith('*'));
}
