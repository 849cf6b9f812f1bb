import { createHash } from 'node:crypto';
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
      if (entry.name === 'dist') continue;
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
  const { build } = await import('vite');
  const aside = `${CLIENT_DIST}.next`;
  await build({
    configFile: join(ROOT, 'client/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: aside, emptyOutDir: true },
  });
  writeFileSync(join(aside, STAMP), wanted);
  rmSync(CLIENT_DIST, { recursive: true, force: true });
  renameSync(aside, CLIENT_DIST);
}
