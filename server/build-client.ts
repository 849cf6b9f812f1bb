import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressPages } from './compress-pages.ts';
import { CLIENT_DIST } from './platform/http/client-dist.ts';
import { PROJECT_ROOT } from './platform/project-root.ts';
import { sourceHash } from './source-hash.js';

const ROOT = fileURLToPath(PROJECT_ROOT);
const SOURCES = ['client', 'server/core', 'server/compress-pages.ts', 'package-lock.json'];
const STAMP = 'built-from.txt';

/** Builds client/dist when its sources have changed since the last build; the old pages serve until the new are whole. */
export async function buildClient({ log }: { log: (line: string) => void }): Promise<void> {
  const wanted = sourceHash(ROOT, SOURCES);
  if (pagesState(wanted) === 'built') return;
  log('构建页面 / building the pages …');
  const aside = `${CLIENT_DIST}.next`;
  await viteBuild(aside);
  await compressPages(aside);
  writeFileSync(join(aside, STAMP), wanted);
  rmSync(CLIENT_DIST, { recursive: true, force: true });
  renameSync(aside, CLIENT_DIST);
}

/** Whether client/dist is there, and made from these sources. */
export function pagesState(wanted = sourceHash(ROOT, SOURCES)): 'built' | 'stale' | 'missing' {
  const stamp = join(CLIENT_DIST, STAMP);
  if (!existsSync(stamp)) return 'missing';
  return readFileSync(stamp, 'utf8') === wanted ? 'built' : 'stale';
}

/** In a process of its own: the bundler sets NODE_ENV for itself and keeps its memory. */
async function viteBuild(outDir: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [
    'build',
    '--config',
    'client/vite.config.ts',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const child = spawn(process.execPath, [vite, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null]; // Node's exit event
  if (code !== 0) throw new Error('页面构建失败 / the pages could not be built');
}
