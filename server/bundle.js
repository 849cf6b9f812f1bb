import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './source-hash.js';

/** All that a program or its bundle is made from; the last two are for measuring. */
const SOURCES = ['package.json', 'package-lock.json', 'server', 'workers', 'seeds', 'bench', 'test/support'];
/** What programs start as processes and threads of their own; those for measuring may be left out of a delivery. */
const PARTS = [
  'server/platform/embedded/process.ts',
  'server/features/archive/bind-thread.ts',
  'server/features/evidence/packs/pack-thread.ts',
  'server/platform/pdf/pdf-thread.ts',
  'server/platform/word/word-thread.ts',
  'server/platform/workbooks/workbook-thread.ts',
  'workers/run-apart.ts',
  'bench/alerts/scan-process.ts',
  'bench/complaints/bare.ts',
  'bench/push/floor.ts',
];
const DAY_MS = 86_400_000;

/** As server/platform/project-root.ts looks for it. */
const bundledName = (source) => source.replaceAll('/', '-').replace(/\.ts$/u, '');

/** The programs that package.json starts with launch.js. */
function programs(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.values(scripts).flatMap(
    (line) => /^node (?:--\S+ )*server\/launch\.js (\S+)/u.exec(line)?.[1] ?? [],
  );
}

/**
 * The bundled file of a program: a thousand small files take seconds to load, some thirty take none. It is built anew
 * when a source has changed, into a folder named after the sources: who runs from an older one goes on with it.
 */
export async function bundled(root, program) {
  const folder = join(root, 'server', `dist-${sourceHash(root, SOURCES).slice(0, 16)}`);
  if (existsSync(folder)) inUse(folder);
  else await build(root, folder);
  return join(folder, `${bundledName(program)}.js`);
}

async function build(root, folder) {
  const aside = mkdtempSync(join(root, 'server/dist.'));
  try {
    const esbuild = await import('esbuild');
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: [...new Set([...programs(root), ...PARTS])]
        .filter((source) => existsSync(join(root, source)))
        .map((source) => ({ in: source, out: bundledName(source) })),
      outdir: aside,
      bundle: true,
      splitting: true, // a module that several programs share exists once
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
    });
    // Its process would stay for as long as the program that was to be started, with all it took for the build.
    await esbuild.stop();
    // A folder for what is passing is its maker's alone; who builds (root) need not be who runs.
    chmodSync(aside, 0o777 & ~process.umask());
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Two programs that start at the same time build the same: the first to finish is taken.
    if (!existsSync(folder)) throw error;
  }
  removeUnused(root, folder);
}

/** Notes the day of the last start; a folder that may not be written is not worth a failed start. */
function inUse(folder) {
  try {
    const now = Date.now() / 1000;
    utimesSync(folder, now, now);
  } catch {
    return;
  }
}

/** Bundles of former sources that nobody has started for a day, and what killed builds left. */
function removeUnused(root, current) {
  for (const name of readdirSync(join(root, 'server'))) {
    const path = join(root, 'server', name);
    if (!/^dist[.-]/u.test(name) || path === current) continue;
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}
