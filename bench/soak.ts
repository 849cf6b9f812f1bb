import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProduct } from '../test/support/product.ts';
import { familyOf, ownMb } from './machine.ts';
import { figure, Results } from './measure.ts';
import type { Goal } from './measure.ts';
import type { BenchOptions } from './run.ts';
import { slopeOf } from './soak/slope.ts';
import { worksAt } from './soak/works.ts';
import type { Work } from './soak/works.ts';

/** Memory that grows by no more is flat: in a week that is what one export takes. */
const FLAT: Goal = { of: 'value', most: 40 };
/** A shorter run says nothing of hours: caches fill and the collector takes its time. */
const JUDGED_FROM_MINUTES = 20;
/** The first part is left out: connections are opened, threads started, caches filled. */
const WARM_SHARE = 0.25;
const LOOK_MS = 5_000;

interface Answered {
  /** Milliseconds since the beginning. */
  at: number;
  ms: number;
  status: number;
}

interface Look {
  hours: number;
  server: number;
  store: number;
}

/**
 * The whole product under the same mixed load for as long as one likes, at a fixed rate: requests are sent when their
 * time has come, whether or not the ones before were answered. Does its memory grow, and does it become slower?
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const { minutes, rate } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-soak-'));
  say('laying the demo region');
  const product = await startProduct({ dataDir, env: { TRUST_PROXY_HOPS: '1' }, withinMs: 180_000 });
  try {
    const works = await worksAt(product.url);
    say(`${rate} requests a second for ${minutes} minutes`);
    const looks: Look[] = [];
    const began = performance.now();
    const looking = setInterval(() => {
      looks.push({ ...memoryOf(product.process.pid), hours: (performance.now() - began) / 3_600_000 });
      const { server = 0, store = 0 } = looks.at(-1) ?? {};
      if (looks.length % 12 === 0) say(`server ${server} MB, store ${store} MB`);
    }, LOOK_MS);
    const answered = await send(works, { rate, durationMs: minutes * 60_000 });
    clearInterval(looking);
    return resultsOf(answered, looks, minutes);
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The server is the first of the family; the store is the one of its children that has been there all the time. */
function memoryOf(pid: number | undefined): { server: number; store: number } {
  const [server, store] = familyOf(pid);
  return { server: ownMb(server) ?? 0, store: ownMb(store) ?? 0 };
}

async function send(
  works: readonly Work[],
  { rate, durationMs }: { rate: number; durationMs: number },
): Promise<Answered[]> {
  const order = works.flatMap((work) => Array.from({ length: work.share }, () => work));
  const answered: Answered[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  for (let count = 0; ; count += 1) {
    const due = (count * 1000) / rate;
    if (due > durationMs) break;
    const wait = due - (performance.now() - began);
    if (wait > 0) await pause(wait);
    // A step that has no divisor with the length goes through all of them.
    const work = order[(count * 37) % order.length];
    if (work === undefined) continue;
    const asking = work.ask().then(
      (status) => void answered.push({ at: due, ms: performance.now() - began - due, status }),
      () => void answered.push({ at: due, ms: performance.now() - began - due, status: 0 }),
    );
    open.add(asking);
    void asking.finally(() => open.delete(asking));
  }
  await Promise.all(open);
  return answered;
}

function resultsOf(answered: readonly Answered[], looks: readonly Look[], minutes: number): Results {
  const results = new Results();
  const wholeMs = minutes * 60_000;
  const warmMs = wholeMs * WARM_SHARE;
  const later = answered.filter(({ at }) => at >= warmMs);
  const thirdMs = (wholeMs - warmMs) / 3;
  const third = (n: number): Answered[] =>
    later.filter(({ at }) => at >= warmMs + n * thirdMs && at < warmMs + (n + 1) * thirdMs);
  results.add('answered', 'ops/s', figure(later.length / ((wholeMs - warmMs) / 1000)));
  results.add('not answered with success', 'times', figure(answered.filter(isAmiss).length));
  results.add('slowest of a hundred, first third', 'ms', figure(slowest(third(0))));
  results.add('slowest of a hundred, last third', 'ms', figure(slowest(third(2))));
  const warm = looks.filter(({ hours }) => hours * 3_600_000 >= warmMs);
  const goal = minutes >= JUDGED_FROM_MINUTES ? FLAT : undefined;
  for (const part of ['server', 'store'] as const) {
    results.add(`memory of the ${part} at the end`, 'MB', figure(warm.at(-1)?.[part] ?? 0));
    const slope = slopeOf(warm.map((look) => [look.hours, look[part]] as const));
    results.add(`growth of the ${part}, from the first quarter on`, 'MB/h', figure(slope), goal);
  }
  return results;
}

const isAmiss = ({ status }: Answered): boolean => status < 200 || status >= 300;

function slowest(answered: readonly Answered[]): number {
  const sorted = answered.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
