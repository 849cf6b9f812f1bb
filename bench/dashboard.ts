import { startProduct } from '../test/support/product.ts';
import { startBare } from './bare-server.ts';
import { Person } from './complaints/people.ts';
import { openSideDoor, prepareOffice, STAFF } from './complaints/prepare.ts';
import { signInStaff } from './complaints/sign-in.ts';
import { onCopy } from './kept-folder.ts';
import { Results, roundsOf, throughput } from './measure.ts';
import type { BenchOptions } from './run.ts';

/** So many people look at once. */
const CALLERS = 4;
/** What 95 of 100 may wait; held here against the 99th. */
const SCREEN_MS = 200;
const LIST_MS = 150;

/**
 * The leader's screen over complaints and cases, and the lists behind its numbers, in the whole product with real
 * sessions; a bare Express server in turn with it. Sites come with the bench `alerts`, whose sums are a few records.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const laid = await prepareOffice(options.docs, options.keep, say);
  await onCopy(laid, async (dir) => {
    const bare = await startBare();
    const product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    try {
      const side = await openSideDoor(dir);
      const people = await signInStaff(product.url, STAFF);
      const nobody = new Person(bare.url);
      const read = (path: string) => (count: number) =>
        (people[count % people.length] ?? nobody).send('GET', `/api${path}`);
      const works: [name: string, withinMs: number | null, ask: (count: number) => Promise<unknown>][] = [
        ['bare Express, GET', null, () => nobody.send('GET', '/list')],
        ['leader’s screen, one county', SCREEN_MS, read('/dashboard?areaCode=532601')],
        ['open complaints behind it', LIST_MS, read('/complaints?open=true&areaCode=532601&limit=50')],
        ['overdue ones', LIST_MS, read('/complaints?open=true&areaCode=532601&due=overdue&limit=50')],
        ['open cases behind it', LIST_MS, read('/cases?open=true&areaCode=532601&limit=50')],
      ];
      say('waiting for the work of a first start');
      await side.settle();
      for (const round of roundsOf(options)) {
        say(`round ${round} of ${options.rounds}`);
        const into = round <= 0 ? new Results() : results;
        for (const [name, withinMs, ask] of works) {
          await side.liftLimits();
          const sample = await throughput(options.seconds, CALLERS, product.process.pid, ask);
          const goal = withinMs === null ? undefined : ({ of: 'p99', most: withinMs } as const);
          into.add(name, 'ops/s', sample, goal);
        }
      }
      await side.close();
    } finally {
      bare.stop();
      await product.stop();
    }
  });
  return results;
}
