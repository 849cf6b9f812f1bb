import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram } from './debian-program.ts';
import { eventually } from './eventually.ts';
import { freePort } from './product.ts';

export const REDIS_PACKAGES = ['redis-server'] as const;
export const findRedis = (): string | null => debianProgram('redis-server', REDIS_PACKAGES);

export interface RedisServer {
  url: string;
  /** It is gone, and its connections with it. */
  stop(): Promise<void>;
  /** At the same address, with nothing in it. */
  startAgain(): Promise<void>;
  /** Takes connections and commands and answers none, until `thaw`. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** A Redis of the test's own, with a password, that keeps nothing. */
export async function startRedis(program: string): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'anxin-redis-'));
  const port = await freePort();
  const password = 'only-for-this-test';
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
    child = spawn(program, [...flags, '--requirepass', password], { stdio: 'ignore' });
    await eventually('redis takes connections', () => takesConnections(port));
  };
  const stop = async (): Promise<void> => {
    const one = child;
    child = undefined;
    if (one === undefined) return;
    const exited = once(one, 'exit');
    one.kill('SIGKILL');
    await exited;
  };
  await start();
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    stop,
    startAgain: start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    close: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
