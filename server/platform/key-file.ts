import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Secrets } from './secrets.ts';
import { loadSecrets } from './secrets.ts';

/**
 * Puts another key file in the place of this one in one step: whoever reads finds the one or the other, whole, and with
 * the owner and mode it had. One change at a time.
 */
export function changeSecrets(file: string, change: (before: Secrets) => Secrets): Secrets {
  const real = realpathSync(file); // a link stays a link
  return alone(real, () => {
    const before = loadSecrets({ file: real, mayCreate: false });
    const after = change(before);
    if (after !== before) replace(real, `${JSON.stringify(after, null, 2)}\n`);
    return after;
  });
}

function replace(file: string, text: string): void {
  const { mode, uid, gid } = statSync(file);
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(aside, text, { mode: mode & 0o777, flag: 'wx', flush: true });
    const made = statSync(aside);
    if (made.uid !== uid || made.gid !== gid) chownSync(aside, uid, gid);
    renameSync(aside, file);
  } catch (error) {
    remove(aside);
    throw error;
  }
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A lock file holds the number of the process that changes; one whose process is gone was left by a crash. */
function alone<Result>(file: string, work: () => Result): Result {
  const lock = `${file}.lock`;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, String(process.pid), { mode: 0o600, flag: 'wx' });
  try {
    if (!links(aside, lock)) {
      if (isAlive(Number(readFileSync(lock, 'utf8'))))
        throw new Error(`密钥文件正被另一个命令修改 / another command is changing the key file: ${file}`);
      remove(lock);
      linkSync(aside, lock);
    }
  } finally {
    remove(aside);
  }
  try {
    removeLeftOvers(file);
    return work();
  } finally {
    remove(lock);
  }
}

/** What a change that was killed had written aside holds keys. */
function removeLeftOvers(file: string): void {
  const name = basename(file);
  for (const found of readdirSync(dirname(file)))
    if (found.startsWith(name) && /^\.[0-9a-f]{12}$/u.test(found.slice(name.length)))
      remove(join(dirname(file), found));
}

function links(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Does a process of this number run on this machine? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

export interface KeyFileWatch {
  /** Reads the file now if it changed since the last time. */
  look(): void;
  stop(): void;
}

const EVERY_MS = 1_000;

/**
 * Tells of every change of the key file within a second. A file that cannot be read or used changes nothing: what the
 * process knows stays good, and the next look asks again.
 */
export function watchKeyFile(
  file: string,
  told: { changed(secrets: Secrets): void; fault(error: unknown): void },
): KeyFileWatch {
  let seen = stateOf(file);
  const look = (): void => {
    const state = stateOf(file);
    if (state === seen) return;
    seen = state;
    try {
      told.changed(loadSecrets({ file, mayCreate: false }));
    } catch (error) {
      told.fault(error);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** What changes with every new content; empty while there is no file. */
function stateOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? '' : `${found.ino}:${found.mtimeNs}:${found.size}`;
}
