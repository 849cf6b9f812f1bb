import { startProduct } from '../test/support/product.ts';
import { startBare } from './bare-server.ts';
import { Person } from './complaints/people.ts';
import { openSideDoor, OUTSIDERS, prepareOffice } from './complaints/prepare.ts';
import type { SideDoor } from './complaints/prepare.ts';
import { signIn, signInStaff } from './complaints/sign-in.ts';
import { submission } from './complaints/submission.ts';
import { onCopy } from './kept-folder.ts';
import { addMemory, cpuSeconds } from './machine.ts';
import { figure, median, Results, roundsOf } from './measure.ts';
import type { BenchOptions } from './run.ts';
import { Audience, LISTENERS } from './push/audience.ts';

const CALLERS = 8;
/** Everybody may file so often before the limits have to be lifted. */
const MOST = 1_500;
const FEW = 1_000;

/**
 * Complaints are filed, and 200 screens of the office hear of each: how soon the last of them does, and how many a second
 * reach all of them. A bare Socket.IO server in turn with it, heard by as many in the same process.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const laid = await prepareOffice(Math.min(options.docs, FEW), options.keep, say);
  await onCopy(laid, async (dir) => {
    const bare = await startBare('bench/push/floor.ts');
    const product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    const side = await openSideDoor(dir);
    const [theirs, ours] = [new Audience(), new Audience()];
    try {
      say('signing in');
      const { staff, workers } = await signIn(product.url, side);
      const away = await signInStaff(product.url, OUTSIDERS);
      say(`gathering ${LISTENERS} listeners twice`);
      await theirs.gather(bare.url, [''], ['']);
      await ours.gather(
        product.url,
        staff.map(({ cookie }) => cookie),
        away.map(({ cookie }) => cookie),
      );
      const nobody = new Person(bare.url);
      const floor = {
        isProduct: false,
        names: ['bare Socket.IO, one event at a time', 'bare Socket.IO, as fast as they come'] as const,
        audience: theirs,
        pid: bare.process.pid,
        file: (count: number) => nobody.send('POST', '/submit', submission(count)),
      };
      const whole = {
        isProduct: true,
        names: ['last of 200 receipts, one event at a time', 'events to 200, as fast as they come'] as const,
        audience: ours,
        pid: product.process.pid,
        file: (count: number) =>
          (workers[count % workers.length] ?? nobody).send('POST', '/api/my/complaints', submission(count)),
      };
      for (const round of roundsOf(options)) {
        say(`round ${round} of ${options.rounds}`);
        const into = round <= 0 ? new Results() : results;
        for (const one of [floor, whole]) await measure(one, options.seconds, { side, results: into });
      }
      addMemory(results, product.process.pid, 'with 220 sockets: ');
    } finally {
      theirs.leave();
      ours.leave();
      await side.close();
      bare.stop();
      await product.stop();
    }
  });
  return results;
}

interface Pushed {
  /** What of it is lost counts. */
  isProduct: boolean;
  names: readonly [alone: string, together: string];
  audience: Audience;
  pid: number | undefined;
  file(count: number): Promise<unknown>;
}

async function measure(
  { isProduct, names: [alone, together], audience, pid, file }: Pushed,
  seconds: number,
  { side, results }: { side: SideDoor; results: Results },
): Promise<void> {
  await side.liftLimits();
  audience.forget();
  await file(0); // warm
  await audience.settled(1);
  const counts = { lost: 0, outOfScope: 0 };
  const latencies: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    audience.forget();
    const start = performance.now();
    await file(latencies.length + 1);
    latencies.push((await audience.settled(1)) - start);
    counts.lost += LISTENERS - audience.receipts;
    counts.outOfScope += audience.outOfScope;
  }
  latencies.sort((a, b) => a - b);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? null;
  const p50 = median(latencies);
  results.add(alone, 'ms', { value: p50, cpu: null, p50, p99 });

  await side.liftLimits();
  audience.forget();
  const cpu = cpuSeconds(pid);
  const start = performance.now();
  const end = start + seconds * 1000;
  let filed = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end && filed < MOST) await file((filed += 1));
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const last = await audience.settled(filed);
  const rate = filed / ((last - start) / 1000);
  const perThousand = ((cpuSeconds(pid) - cpu) * 1000) / filed;
  results.add(together, 'events/s', { value: rate, cpu: perThousand, p50: null, p99: null });
  if (isProduct) {
    results.add('receipts lost', 'times', figure(counts.lost + filed * LISTENERS - audience.receipts));
    results.add('receipts out of scope', 'times', figure(counts.outOfScope + audience.outOfScope));
  }
}
