import { setTimeout as pause } from 'node:timers/promises';
import { startProduct } from '../test/support/product.ts';
import type { Product } from '../test/support/product.ts';
import type { Person } from './complaints/people.ts';
import { openSideDoor, prepareOffice } from './complaints/prepare.ts';
import { signIn } from './complaints/sign-in.ts';
import { submission } from './complaints/submission.ts';
import { onCopy } from './kept-folder.ts';
import { addMemory } from './machine.ts';
import { duration, Results, throughput } from './measure.ts';
import type { Sample } from './measure.ts';
import type { BenchOptions } from './run.ts';

/** A start's own garbage is gone after this. */
const IDLE_MS = 10_000;
const CALLERS = 32;
/** One in so many asks to file, the others read. */
const FILES_EVERY = 10;

/** What the built product takes: from its start to its first answer, idle, and with 32 at it, over the office's records. */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const laid = await prepareOffice(options.docs, options.keep, say);
  await onCopy(laid, async (dir) => {
    await once(dir, async () => undefined); // builds what is not built, and does the work of a first start
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      const start = await once(dir, async (url, pid) => {
        await pause(IDLE_MS);
        addMemory(results, pid, 'idle: ');
        const side = await openSideDoor(dir);
        const { staff, workers } = await signIn(url, side);
        await side.liftLimits();
        const seconds = options.seconds * 5;
        const sample = await throughput(seconds, CALLERS, pid, (count) => ask(count, staff, workers));
        results.add('load: one in ten files, nine read the queue', 'ops/s', sample);
        addMemory(results, pid, 'under load: ');
        await side.close();
      });
      results.add('start to ready', 's', start);
    }
  });
  return results;
}

/** How long the start took, after the work that was done with what was started. */
async function once(
  dir: string,
  work: (url: string, pid: number | undefined) => Promise<void>,
): Promise<Sample> {
  const started: Product[] = [];
  const start = await duration(async () => {
    started.push(await startProduct({ dataDir: dir, withinMs: 180_000 }));
  });
  try {
    for (const { url, process } of started) await work(url, process.pid);
  } finally {
    for (const product of started) await product.stop();
  }
  return start;
}

function ask(count: number, staff: readonly Person[], workers: readonly Person[]): Promise<string> {
  const person = (count % FILES_EVERY === 0 ? workers : staff)[count % staff.length];
  if (person === undefined) throw new Error('Nobody is signed in');
  if (count % FILES_EVERY !== 0) return person.send('GET', '/api/complaints?open=true&limit=20');
  return person.send('POST', '/api/my/complaints', submission(count));
}
