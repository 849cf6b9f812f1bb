import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';
import { eventually } from './eventually.ts';

const ROOT = fileURLToPath(PROJECT_ROOT);

export interface Product {
  url: string;
  port: number;
  process: ChildProcess;
  output(): string;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<number | null>;
  /** kill -9 of the server process; its store child must notice by itself. */
  kill(): Promise<void>;
}

/**
 * Below those that the system hands out to whoever calls (32,768 and above on Linux), and a stretch for each process: a
 * product that lays its demo first takes its port half a minute after it was found free.
 */
const STRETCH = 100;
const FIRST = 11_000 + (process.pid % 217) * STRETCH;
let asked = 0;

/** A port nobody uses at this moment, and no other process of the tests is about to. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < STRETCH; tried += 1) {
    const port = FIRST + (asked++ % STRETCH);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${FIRST} on is free`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening'); // rejects with the error of whoever has it
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

interface LaidDemo {
  dataDir: string;
  /** What its first start printed. */
  printed: string;
}
let laid: Promise<LaidDemo> | undefined;

/** The demo as a first start leaves it, made once for all tests of this process: laying it takes half a minute. */
export const laidDemo = (): Promise<LaidDemo> =>
  (laid ??= LAID_BESIDE === undefined ? layDemo() : laidBeside(LAID_BESIDE));

/** A whole run lays it beside the tests that need none, and says in this file where it is. */
const LAID_BESIDE = process.env['TEST_LAID_DEMO'];
async function laidBeside(file: string): Promise<LaidDemo> {
  await eventually('the demo is laid beside the tests', () => existsSync(file), 150_000, 100);
  const said = JSON.parse(readFileSync(file, 'utf8')) as LaidDemo | { failed: string }; // test/run.ts writes it
  if ('failed' in said) throw new Error(said.failed);
  return said;
}

async function layDemo(): Promise<LaidDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-laid-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  // Laid in the evening its mails would wait for the morning, whatever the tests' own products make of the night.
  const env = { QUIET_FROM: '00:00', QUIET_TO: '00:00' };
  const first = await startProduct({ dataDir, isFirst: true, env, withinMs: 120_000 });
  if ((await first.stop()) !== 0) throw new Error(first.output());
  return { dataDir, printed: first.output() };
}

/** As in package.json: without it each server keeps some 20 MB more for objects that are gone in a moment. */
const ROOM_FOR_YOUNG = '--max-semi-space-size=8';

/** Starts the product as its README says, in a process of its own, and waits until it is ready. */
export async function startProduct(settings: {
  /** An empty folder gets the demo that was laid for all. */
  dataDir: string;
  /** A first start, which lays its demo itself and has in its inbox what that sends. */
  isFirst?: boolean;
  env?: Record<string, string>;
  entry?: string;
  /** Where it listened before: cookies are bound to the port. */
  port?: number;
  withinMs?: number;
}): Promise<Product> {
  const port = settings.port ?? (await freePort());
  const { dataDir, isFirst = false } = settings;
  const isEmpty = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  if (isEmpty && !isFirst) cpSync((await laidDemo()).dataDir, dataDir, { recursive: true });
  const child = spawn(
    process.execPath,
    [ROOM_FOR_YOUNG, 'server/launch.js', settings.entry ?? 'server/start.ts'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        DEMO: 'true',
        MONGODB_URI: '', // a store of its own, whatever the tests themselves run on
        ...settings.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-100_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit').then(([code]: unknown[]) => code as number | null); // Node's exit event
  const url = `http://127.0.0.1:${port}`;
  const product: Product = {
    url,
    port,
    process: child,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
  try {
    await eventually(
      'the product answers /readyz with 200',
      () => {
        if (child.exitCode !== null) throw new Error(`it stopped with code ${child.exitCode}`);
        return fetch(`${url}/readyz`).then(
          (res) => res.ok,
          () => false,
        );
      },
      settings.withinMs ?? 60_000,
    );
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${output}`);
  }
  return product;
}
