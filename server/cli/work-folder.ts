import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of this process in the data folder, for what lies open while it is made or restored. What a killed process
 * left is removed by the next one on the same machine.
 */
export function openWorkFolder(dataDir: string, what: string): { folder: string; remove: () => void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const own = `${what}-work-${hostname()}-`;
  for (const name of readdirSync(dataDir))
    if (name.startsWith(own) && !isAlive(Number(name.slice(own.length))))
      rmSync(join(dataDir, name), { recursive: true, force: true });
  const folder = join(dataDir, `${own}${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
