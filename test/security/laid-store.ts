import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerJobs } from '../../server/platform/jobs/index.ts';
import { connectDb, disconnectDb } from '../../server/platform/db.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import { forgetEverything } from '../../server/platform/remembered.ts';
import { SCHEDULE } from '../../workers/schedule.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { laidDemo } from '../support/product.ts';

/**
 * The real application over a copy of the demo a first start lays: every kind of record is there, and a clock of its own
 * lets limits of a minute pass. Whatever test comes next finds its usual store again by itself.
 */
export function useLaidDemo(): { readonly test: TestApp } {
  const started: { test: TestApp | null } = { test: null };
  let end: () => Promise<void> = () => Promise.resolve();

  before(async function () {
    this.timeout(180_000);
    const { dataDir: laid } = await laidDemo();
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-laid-copy-'));
    cpSync(laid, dataDir, { recursive: true });
    await disconnectDb();
    const store = await startEmbeddedStore({ dir: join(dataDir, 'store') });
    await connectDb(store.uri);
    forgetEverything();
    registerJobs(SCHEDULE);
    const settings = {
      DATA_DIR: dataDir,
      DISK_FLOOR_MB: '0',
      SESSION_IDLE_HOURS: '72',
      SESSION_ABSOLUTE_HOURS: '700',
    };
    started.test = startTestApp(new Date(), settings);
    end = async () => {
      await disconnectDb();
      await store.stop();
      forgetEverything();
      rmSync(dataDir, { recursive: true, force: true });
    };
  });
  after(() => end());

  return {
    get test() {
      if (started.test === null) throw new Error('the application is there once the tests run');
      return started.test;
    },
  };
}
