import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENT_DIST } from './platform/http/client-dist.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['client', 'server/core', 'package-lock.json'];
const STAMP = 'built-from.txt';

/** One hash over everything the client is made from. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    const entries = path.includes('.') ? null : readdirSync(full, { withFileTypes: true });
    if (entries === null) {
      hash.update(path).update(readFileSync(full));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // The pages, and what a build that was killed left beside them.
      if (/^dist(?:\.|$)/u.test(entry.name)) continue;
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(child);
      else hash.update(child).update(readFileSync(join(ROOT, child)));
    }
  };
  for (const source of SOURCES) visit(source);
  return hash.digest('hex');
}

/** Builds client/dist when its sources have changed since the last build; the old pages serve until the new are whole. */
export async function buildClient({ log }: { log: (line: string) => void }): Promise<void> {
  const wanted = sourceHash();
  const stamp = join(CLIENT_DIST, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  log('构建页面 / building the pages …');
  const aside = `${CLIENT_DIST}.next`;
  await viteBuild(aside);
  writeFileSync(join(aside, STAMP), wanted);
  rmSync(CLIENT_DIST, { recursive: true, force: true });
  renameSync(aside, CLIENT_DIST);
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
