import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
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

/** A port nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a TCP server's address always is one
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A folder in which the demo lies as a first start leaves it: made once for a run of all tests, for a start lays it in half a minute. */
const LAID = process.env['TEST_LAID_DEMO'] ?? '';

/** Lays that folder, and beside it what the first start printed. */
export async function layDemo(dataDir: string): Promise<void> {
  const first = await startProduct({ dataDir, withinMs: 120_000 });
  if ((await first.stop()) !== 0) throw new Error(first.output());
  writeFileSync(`${dataDir}.log`, first.output());
}

/** What was printed by the first start on the folder of this product. */
export const printedFirst = (product: Product): string =>
  LAID === '' ? product.output() : readFileSync(`${LAID}.log`, 'utf8');

/** Starts the product as its README says, in a process of its own, and waits until it is ready. */
export async function startProduct(settings: {
  /** An empty folder gets the demo that was laid for all, where there is one. */
  dataDir: string;
  env?: Record<string, string>;
  entry?: string;
  /** Where it listened before: cookies are bound to the port. */
  port?: number;
  withinMs?: number;
}): Promise<Product> {
  const port = settings.port ?? (await freePort());
  const { dataDir } = settings;
  const isEmpty = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  if (LAID !== '' && isEmpty) cpSync(LAID, dataDir, { recursive: true });
  const child = spawn(process.execPath, ['server/launch.js', settings.entry ?? 'server/start.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'true',
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
