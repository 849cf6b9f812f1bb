import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';

const ROOT = fileURLToPath(PROJECT_ROOT);

/** A product of two files, started by the real launcher. */
function smallProduct(): string {
  const root = mkdtempSync(join(tmpdir(), 'anxin-launch-'));
  mkdirSync(join(root, 'server'));
  for (const name of ['launch.js', 'bundle.js', 'source-hash.js', 'source-lines.js'])
    copyFileSync(join(ROOT, 'server', name), join(root, 'server', name));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const scripts = { start: 'node --max-semi-space-size=8 server/launch.js server/start.ts' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', scripts }));
  writeFileSync(join(root, 'server/word.ts'), "export const WORD: string = '一';\n");
  writeFileSync(
    join(root, 'server/start.ts'),
    "import { WORD } from './word.ts';\nconsole.log(WORD, ...process.argv.slice(2));\n",
  );
  return root;
}

async function launch(root: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['server/launch.js', 'server/start.ts', ...args], { cwd: root });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>, // Node's exit event
  ]);
  return { code, out, err };
}

const built = (root: string): string[] =>
  readdirSync(join(root, 'server')).filter((name) => name.startsWith('dist'));

describe('a program started from its bundle', () => {
  let root: string;
  beforeEach(() => {
    root = smallProduct();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('gets its arguments, and is built once for any number of starts', async () => {
    assert.deepEqual(await launch(root, '--day', '2026-11-21'), {
      code: 0,
      out: '一 --day 2026-11-21\n',
      err: '',
    });
    const [folder = ''] = built(root);
    const program = join(root, 'server', folder, 'server-start.js');
    const { ino } = statSync(program);
    const { mode } = statSync(join(root, 'server', folder));
    assert.equal(mode & 0o777, 0o777 & ~process.umask(), 'root builds, and another account runs it');
    assert.equal((await launch(root)).out, '一\n');
    assert.deepEqual([built(root), statSync(program).ino], [[folder], ino]);
  });

  it('is left alone by what built it', async () => {
    const children =
      "(() => { try { return read(`/proc/self/task/${process.pid}/children`, 'utf8'); } catch { return ''; } })";
    writeFileSync(
      join(root, 'server/start.ts'),
      `import { readFileSync as read } from 'node:fs';
const children = ${children};
for (let tries = 0; tries < 100 && children() !== ''; tries++) await new Promise((done) => setTimeout(done, 20));
console.log('children:', children());`,
    );
    assert.deepEqual(await launch(root), { code: 0, out: 'children: \n', err: '' });
  });

  it('is built anew when a source has changed, beside what may still be running', async () => {
    await launch(root);
    writeFileSync(join(root, 'server/word.ts'), "export const WORD: string = '二';\n");
    assert.equal((await launch(root)).out, '二\n');
    assert.equal(built(root).length, 2);
  });

  it('removes what nobody has started for a day', async () => {
    for (const name of ['dist-old', 'dist.killed', 'dist-young']) mkdirSync(join(root, 'server', name));
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['dist-old', 'dist.killed']) utimesSync(join(root, 'server', name), longAgo, longAgo);
    await launch(root);
    assert.equal(built(root).length, 2);
    assert.ok(built(root).includes('dist-young'));
  });

  it('runs as it is when package.json does not name it', async () => {
    writeFileSync(join(root, 'server/other.ts'), "const word: string = '另';\nconsole.log(word);\n");
    const child = spawn(process.execPath, ['server/launch.js', 'server/other.ts'], { cwd: root });
    assert.equal(await text(child.stdout), '另\n');
  });

  it('is built whole by two that start at the same time', async () => {
    const both = await Promise.all([launch(root, '1'), launch(root, '2')]);
    assert.deepEqual(
      both.map(({ out, err }) => out + err),
      ['一 1\n', '一 2\n'],
    );
    assert.equal(built(root).length, 1);
  });

  it('names file and line of the source when it fails, and when it cannot be built', async () => {
    writeFileSync(join(root, 'server/word.ts'), "\n\nthrow new Error('坏了');\nexport const WORD = '';\n");
    const failed = await launch(root);
    assert.equal(failed.code, 1);
    assert.match(failed.err, /坏了\n\s+at .*server\/word\.ts:3:/);
    writeFileSync(join(root, 'server/word.ts'), '\nexport const WORD = ;\n');
    const refused = await launch(root);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /server\/word\.ts:2:/);
    assert.equal(built(root).length, 1);
  });
});
