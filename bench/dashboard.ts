import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptOf } from '../server/platform/project-root.ts';
import type { Product } from '../test/support/product.ts';
import { startProduct } from '../test/support/product.ts';
import { Person } from './complaints/people.ts';
import { openSideDoor, PASSWORD, prepareData, STAFF } from './complaints/prepare.ts';
import { loadCases } from './dashboard/load-cases.ts';
import { Results, throughput } from './measure.ts';
import type { BenchOptions } from './run.ts';

/** Half as many cases as complaints, as the goal has them. */
const CASES_PER_COMPLAINT = 0.5;
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
  const dir = mkdtempSync(join(tmpdir(), 'bench-dashboard-'));
  const bare = await startBare();
  let product: Product | null = null;
  try {
    await prepareData(dir, options.docs, say, () =>
      loadCases(Math.floor(options.docs * CASES_PER_COMPLAINT), say),
    );
    product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    const side = await openSideDoor(dir);
    const people: Person[] = [];
    for (const login of STAFF) {
      const person = new Person(product.url);
      await person.signIn(login, PASSWORD);
      people.push(person);
    }
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
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      for (const [name, withinMs, ask] of works) {
        await side.liftLimits();
        const sample = await throughput(options.seconds, CALLERS, product.process.pid, ask);
        const goal = withinMs === null ? undefined : ({ of: 'p99', most: withinMs } as const);
        results.add(name, 'ops/s', sample, goal);
      }
    }
    await side.close();
  } finally {
    bare.child.disconnect();
    await product?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

async function startBare(): Promise<{ url: string; child: ChildProcess }> {
  const { url, flags } = scriptOf('bench/complaints/bare.ts');
  const child = fork(fileURLToPath(url), [], { execArgv: [...flags] });
  const [message] = (await once(child, 'message')) as [{ port: number }]; // all it ever says
  return { url: `http://127.0.0.1:${message.port}`, child };
}
