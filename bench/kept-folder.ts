import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../server/platform/project-root.ts';
import { sourceHash } from '../server/source-hash.js';

/** In a folder that is kept: how large that is which was laid in it. */
const KEPT = 'laid.json';

export interface Laid {
  /** What is laid: the folder's name begins with it. */
  name: string;
  /** How large it is. */
  size: Readonly<Record<string, number>>;
  /** The files and folders that decide how it lies in the store. */
  sources: readonly string[];
  lay(dir: string): Promise<void>;
}

/**
 * A data folder with something large in it, laid once. In the folder for temporary files it is used again until
 * something it is laid by changes, and what was laid otherwise is removed; in a folder that was named it is used as it
 * lies there.
 */
export async function keptFolder(
  laid: Laid,
  keep: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  const dir = keep ?? temporary(laid);
  if (existsSync(dir)) {
    if (keep !== undefined) demandSize(keep, laid);
    say(`using ${dir}`);
    return dir;
  }
  const making = `${dir}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await laid.lay(making);
  writeFileSync(join(making, KEPT), JSON.stringify(laid.size));
  renameSync(making, dir);
  return dir;
}

function temporary({ name, size, sources }: Laid): string {
  const prefix = `bench-${name}-${Object.values(size).join('-')}-`;
  const wanted = `${prefix}${sourceHash(fileURLToPath(PROJECT_ROOT), [...sources]).slice(0, 12)}`;
  for (const old of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix) && one !== wanted))
    rmSync(join(tmpdir(), old), { recursive: true, force: true });
  return join(tmpdir(), wanted);
}

function demandSize(dir: string, { size }: Laid): void {
  const file = join(dir, KEPT);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {}; // written above
  if (Object.entries(size).every(([name, count]) => kept[name] === count)) return;
  throw new Error(
    `${dir} does not hold ${Object.entries(size)
      .map(([name, count]) => `${count} ${name}`)
      .join(' and ')}`,
  );
}

/** Every measuring begins with the same data, and leaves them as they were. */
export async function onCopy<Result>(laid: string, work: (dir: string) => Promise<Result>): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-copy-'));
  try {
    cpSync(laid, dir, { recursive: true });
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
