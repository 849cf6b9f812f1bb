import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from '../../server/bundle.js';
import { AppError } from '../../server/platform/app-error.ts';
import { PROJECT_ROOT, startFrom } from '../../server/platform/project-root.ts';
import { ThreadFault, ThreadPool } from '../../server/platform/thread-pool.ts';

const MB = 1024 * 1024;
const LIMIT_MS = 1_000;
const SCRIPT = 'test/support/poison-thread.ts';

type Poison = 'loop' | 'throw' | 'later' | 'exit' | 'grow' | 'echo';

describe('a file that is poison to the thread that reads it', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'anxin-poison-'));
  let pool: ThreadPool<Poison, string>;

  before(() => {
    copyFileSync(
      new URL('../support/poison-thread.js', import.meta.url),
      join(folder, SCRIPT.replaceAll('/', '-').replace(/\.ts$/u, '.js')),
    );
    startFrom(pathToFileURL(`${folder}/`));
    pool = new ThreadPool(SCRIPT, { threads: 1, limitMs: LIMIT_MS, idleMs: 5_000, heapMb: 64, mayWait: 3 });
  });
  after(async () => {
    const program = await bundled(fileURLToPath(PROJECT_ROOT), 'server/start.ts');
    startFrom(new URL('./', pathToFileURL(program)));
    rmSync(folder, { recursive: true, force: true });
  });

  const KINDS: [what: string, poison: Poison, code: string][] = [
    ['keeps it in a circle for ever', 'loop', 'tooSlow'],
    ['throws in it', 'throw', 'thread'],
    ['throws in it after its answer was awaited', 'later', 'thread'],
    ['ends it', 'exit', 'thread'],
    ['eats all its memory', 'grow', 'ERR_WORKER_OUT_OF_MEMORY'],
  ];
  for (const [what, poison, code] of KINDS)
    it(`${what}: it is given up with a reason in time, and the next file is read`, async () => {
      const before = process.memoryUsage.rss();
      const begun = performance.now();
      await assert.rejects(pool.run(poison), (error) => {
        assert.ok(error instanceof ThreadFault, String(error));
        assert.equal(error.code, code);
        return true;
      });
      assert.ok(performance.now() - begun < LIMIT_MS + 9_000, 'in time');
      assert.equal(await pool.run('echo'), 'echo');
      assert.ok(process.memoryUsage.rss() - before < 120 * MB, 'its memory is given back');
    });

  it('a line that is full says so at once, and takes the next when it has moved on', async () => {
    const slow = pool.run('loop').catch((error: unknown) => error);
    const waiting = Array.from({ length: 3 }, () => pool.run('echo'));
    await assert.rejects(pool.run('echo'), (error) => {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, 'overloaded');
      assert.ok(Number(error.details['retryAfter']) > 0);
      return true;
    });
    assert.ok((await slow) instanceof ThreadFault);
    assert.deepEqual(await Promise.all(waiting), ['echo', 'echo', 'echo']);
    assert.equal(await pool.run('echo'), 'echo');
  });
});
