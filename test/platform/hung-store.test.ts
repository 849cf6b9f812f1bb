import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import { storeOf } from '../scenarios/faults-processes.ts';
import { LONG } from '../support/long-run.ts';

const PROCESS = fileURLToPath(new URL('hung-store-process.ts', import.meta.url));

/** Two looks of the driver five seconds apart, the second without an answer for fifteen, and ten to find another store. */
const READ_S = 36;
/** A transaction is begun again once. */
const WRITE_S = 50;

if (LONG)
  describe('a store that stands still under jobs', function () {
    this.timeout(180_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-hung-'));
    const ends: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
    after(async () => {
      for (const end of ends.reverse()) await end();
    });

    it('is heard of by what they ask within half a minute, by what they write a little later', async () => {
      const store = await startEmbeddedStore({ dir: join(dataDir, 'store') });
      ends.push(() => store.stop());
      const child = fork(PROCESS, [store.uri], { execArgv: ['--import', 'tsx'] });
      ends.push(() => child.kill('SIGKILL'));
      assert.deepEqual((await once(child, 'message'))[0], 'ready');
      const pid = storeOf(dataDir);
      assert.ok(pid !== null);
      process.kill(pid, 'SIGSTOP');
      ends.push(() => process.kill(pid, 'SIGCONT'));
      child.send('ask');
      const [[asked, wrote]] = (await once(child, 'message')) as [{ seconds: number; isAway: boolean }[]];
      assert.deepEqual([asked?.isAway, wrote?.isAway], [true, true]);
      assert.ok((asked?.seconds ?? 0) < READ_S, `${asked?.seconds} s`);
      assert.ok((wrote?.seconds ?? 0) < WRITE_S, `${wrote?.seconds} s`);
    });
  });
