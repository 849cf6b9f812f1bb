import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { epochMs } from './time.ts';

/** A Unix socket's path has to fit into 108 bytes, 104 on some systems; drivers know one by its `.sock`. */
const LONGEST = 100;

/**
 * The socket's path: in the store's own folder, or, where that is too long, in a short folder named by its
 * hash. Either folder is open to this user alone, which is what guards the store.
 */
export function socketPath(dir: string): string {
  const own = join(resolve(dir), 'socket');
  const path = join(own, 's.sock');
  if (Buffer.byteLength(path) <= LONGEST) return path;
  const name = createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 20);
  return join(tmpdir(), `store-${name}`, 's.sock');
}

/** Makes the socket's folder; one that belongs to somebody else, or is open to others, is refused. */
export function prepareSocketFolder(path: string): void {
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const mine = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !mine || (found.mode & 0o077) !== 0) {
    throw new Error(`The folder ${folder} has to belong to this user and be closed to others (mode 0700)`);
  }
}

export function socketUri(path: string): string {
  return `mongodb://${encodeURIComponent(path)}/anxin?directConnection=true`;
}

/** Whether somebody accepts connections there. */
export function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    const end = (served: boolean): void => {
      socket.destroy();
      resolve(served);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

const GUARD_STALE_MS = 10_000;

/**
 * Runs `work` while no other process looks at the same socket: between finding it stale and binding it
 * anew nobody else may do the same. A guard that a crash left behind is taken over after ten seconds.
 */
export async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  const guard = `${path}.guard`;
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch (error) {
      if (isNotThere(error)) throw error; // the folder was taken away: nobody will ever get a guard in it
      const age = guardAge(guard);
      if (age !== null && age > GUARD_STALE_MS) rmSync(guard, { recursive: true, force: true });
      await sleep(10);
    }
  }
  try {
    return await work();
  } finally {
    rmdirSync(guard);
  }
}

const isNotThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

function guardAge(guard: string): number | null {
  try {
    return epochMs() - statSync(guard).mtimeMs;
  } catch {
    return null; // gone meanwhile
  }
}
