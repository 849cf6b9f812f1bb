import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../platform/key-file.ts';

export interface WorkFolder {
  folder: string;
  remove: () => void;
}

const WORK = ['backup-work', 'restore-work'];
const SAFE = 'anxin-restore';

const own = (what: string): string => `${what}-${hostname()}-`;
const opened = (folder: string): WorkFolder => ({
  folder,
  remove: () => rmSync(folder, { recursive: true, force: true }),
});

/** A folder of this process in the data folder, for what lies open while it is made or restored. */
export function openWorkFolder(dataDir: string, what: 'backup' | 'restore'): WorkFolder {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  removeLeftWork(dataDir);
  const folder = join(dataDir, `${own(`${what}-work`)}${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return opened(folder);
}

/** The same for the keys by which the data folder is found; others write there too, so its name is not foreseen. */
export const openSafeFolder = (): WorkFolder =>
  opened(mkdtempSync(join(tmpdir(), `${own(SAFE)}${process.pid}-`)));

/** What killed backups and restores of this machine left in the data folder; how many folders there were. */
export const removeLeftWork = (dataDir: string): number => removeLeft(dataDir, WORK);

/** What killed restores of this machine left beside it: keys in the open. */
export const removeLeftSafes = (): number => removeLeft(tmpdir(), [SAFE]);

function removeLeft(dir: string, kinds: readonly string[]): number {
  let removed = 0;
  for (const { name, path } of entriesOf(dir)) {
    const kind = kinds.find((one) => name.startsWith(own(one)));
    if (kind === undefined) continue;
    const pid = /^(\d+)(?:-\w+)?$/u.exec(name.slice(own(kind).length))?.[1];
    if (pid === undefined || isOther(Number(pid)) || !isMine(path)) continue;
    rmSync(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

function entriesOf(dir: string): { name: string; path: string }[] {
  try {
    return readdirSync(dir).map((name) => ({ name, path: join(dir, name) }));
  } catch {
    return []; // not there yet; who needs it is about to say so
  }
}

/** Another process that lives: in a container the numbers begin anew, and one of our own was somebody else's. */
const isOther = (pid: number): boolean => pid !== process.pid && isAlive(pid);

const isMine = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0);
