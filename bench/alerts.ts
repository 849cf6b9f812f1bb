import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addDays, plainDate } from '../server/core/kit/plain-date.ts';
import { scriptOf } from '../server/platform/project-root.ts';
import { startProduct } from '../test/support/product.ts';
import { NURSERY } from '../workers/apart.ts';
import { DAY } from './alerts/lay.ts';
import { LOGIN, PASSWORD, prepareCounty } from './alerts/prepare.ts';
import type { Asked, Told } from './alerts/scan-process.ts';
import { Person } from './complaints/people.ts';
import { startReading } from './complaints/reading.ts';
import { onCopy } from './kept-folder.ts';
import { cpuSeconds, familyOf, ownMb } from './machine.ts';
import { figure, Results } from './measure.ts';
import type { Goal } from './measure.ts';
import type { BenchOptions } from './run.ts';

const FULL_WITHIN = { of: 'value', most: 30 } as const;
const NIGHT_WITHIN = { of: 'value', most: 3 } as const;
const MEMORY = { of: 'value', most: 600 } as const;
const OTHERS_WITHIN = { of: 'p99', most: 150 } as const;
/** The first look of the month after: the whole month's payrolls are due, and every project is looked at again. */
const TURN = plainDate('2026-11-02');
/** How long the reader is watched while nothing runs. */
const REST_MS = 5_000;

/**
 * The nightly look at a whole prefecture, by the job as the workers run it, in a process of its own: the first night,
 * when every warning is new, and a night after a day on which one in 100 projects was touched. Beside it the rules alone
 * over facts in memory, and what somebody who reads the queue of complaints notices of it.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const county = await prepareCounty(options, options.keep, say);
  const results = new Results();
  // The goals are those of the whole prefecture: a smaller run reaches them without meaning anything.
  const isWhole = options.projects >= 10_000 && options.lines >= 500_000;
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= options.rounds; round++) {
    say(`round ${round} of ${options.rounds}`);
    const into = round === 0 ? new Results() : results;
    await onCopy(county, (dir) => measureNights(dir, into));
    await onCopy(county, (dir) => measureReader(dir, into));
  }
  if (!isWhole) for (const row of results.rows) delete row.goal;
  return results;
}

async function measureNights(dir: string, results: Results): Promise<void> {
  const start = performance.now();
  const scanner = await startScanner(dir);
  try {
    const { pid } = scanner.child;
    results.add('once: start over a county whose sites nobody counted', 's', figure(since(start)));
    const first = await scanner.ask('scan', DAY);
    add(results, 'first night, every project', first, FULL_WITHIN);
    results.add('first night: warnings raised', 'warnings', figure(first.counts['raised'] ?? 0));
    results.add('first night: memory of the job at most', 'MB', figure(first.peakMb), MEMORY);
    const store = familyOf(pid).filter((one) => one !== pid);
    const ofStore = store.reduce((sum, one) => sum + (ownMb(one) ?? 0), 0);
    results.add('first night: memory of the store without pages of the data file', 'MB', figure(ofStore));
    // The changes alone, and then beside what the next day makes due: here pay days are agreed within three weeks.
    await scanner.ask('touch', DAY);
    add(results, 'after a day, 1 % touched', await scanner.ask('scan', DAY));
    await scanner.ask('touch', DAY);
    const next = await scanner.ask('scan', addDays(DAY, 1));
    add(results, 'next night, 1 % touched and what is due', next, NIGHT_WITHIN);
    results.add('next night: looked at', 'projects', figure(next.counts['projects'] ?? 0));
    const turned = await scanner.ask('scan', TURN);
    add(results, 'the month turns, every project', turned, FULL_WITHIN);
    results.add('the month turns: warnings raised', 'warnings', figure(turned.counts['raised'] ?? 0));
    results.add('memory of the job at most, all nights', 'MB', figure(turned.peakMb), MEMORY);
    add(results, 'the rules alone, facts in memory', await scanner.ask('rules', TURN));
  } finally {
    await scanner.stop();
  }
}

/** The web server and its store as they run all day, the job beside them. */
async function measureReader(dir: string, results: Results): Promise<void> {
  const product = await startProduct({ dataDir: dir, entry: 'server/main.ts', withinMs: 180_000 });
  let scanner: Scanner | undefined;
  try {
    scanner = await startScanner(dir);
    const reader = new Person(product.url);
    await reader.signIn(LOGIN, PASSWORD);
    const atRest = startReading(reader);
    await pause(REST_MS);
    results.add('reading the queue, nothing else runs', 'ops/s', await atRest());
    const meanwhile = startReading(reader);
    const { seconds } = await scanner.ask('scan', DAY);
    results.add('reading the queue during the first night', 'ops/s', await meanwhile(), OTHERS_WITHIN);
    results.add('the first night beside the web server', 's', figure(seconds));
  } finally {
    await scanner?.stop();
    await product.stop();
  }
}

type Timed = Told & { cpu: number };

function add(results: Results, name: string, { seconds, cpu }: Timed, goal?: Goal): void {
  results.add(name, 's', figure(seconds), goal);
  results.add(`${name}: CPU, store included`, 's', figure(cpu));
}

const since = (start: number): number => (performance.now() - start) / 1000;

interface Scanner {
  child: ChildProcess;
  ask(what: Asked['what'], day: string): Promise<Timed>;
  stop(): Promise<void>;
}

async function startScanner(dir: string): Promise<Scanner> {
  const { url, flags } = scriptOf('bench/alerts/scan-process.ts');
  const env = { ...process.env, DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' };
  const child = fork(fileURLToPath(url), [], { execArgv: [NURSERY, ...flags, ...profiling()], env });
  const heard = async (): Promise<unknown> => {
    const ended = once(child, 'exit').then(() => {
      throw new Error('The job ended before it was done');
    });
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
    return message;
  };
  await heard();
  return {
    child,
    ask: async (what, day) => {
      const cpu = cpuSeconds(child.pid);
      child.send({ what, day } satisfies Asked);
      const told = (await heard()) as Told; // all it ever says
      return { ...told, cpu: cpuSeconds(child.pid) - cpu };
    },
    stop: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The bench's own flags for profiling are the job's too. */
const profiling = (): string[] => process.execArgv.filter((flag) => flag.startsWith('--cpu-prof'));
