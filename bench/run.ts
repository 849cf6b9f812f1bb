import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { goalTable, judge, readTargets } from './goals.ts';
import type { Judged } from './goals.ts';
import { machine } from './machine.ts';
import { median, table, type Results } from './measure.ts';
import { runAll } from './run-all.ts';

/**
 * `npm run bench`: every group in turn at sizes that fit a quarter of an hour, one table of goals.
 * `npm run bench -- <group> [--rounds n] [--documents n] [--seconds n] [--projects n] [--lines n] [--submits n]
 * [--minutes n] [--rate n] [--keep dir] [--json] [--out file]`: one of them at full size, in detail.
 */
export interface BenchOptions {
  rounds: number;
  docs: number;
  /** How long each throughput is measured. */
  seconds: number;
  /** How large the county is that is looked at: projects, and payroll lines of one month. */
  projects: number;
  lines: number;
  /** How many complaints are filed to see that no number is given twice. */
  submits: number;
  /** How long, and how many requests a second, the same load goes on. */
  minutes: number;
  rate: number;
  /** The folder in which what is laid is kept and found again; in one for temporary files, until something it is laid by changes. */
  keep: string | undefined;
}

type Group = (options: BenchOptions, say: (line: string) => void) => Promise<Results>;

const GROUPS: Readonly<Record<string, () => Promise<{ run: Group }>>> = {
  alerts: () => import('./alerts.ts'),
  complaints: () => import('./complaints.ts'),
  dashboard: () => import('./dashboard.ts'),
  documents: () => import('./documents.ts'),
  footprint: () => import('./footprint.ts'),
  numbers: () => import('./numbers.ts'),
  payroll: () => import('./payroll.ts'),
  push: () => import('./push.ts'),
  soak: () => import('./soak.ts'),
  store: () => import('./store.ts'),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    documents: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '1' },
    projects: { type: 'string', default: '10000' },
    lines: { type: 'string', default: '500000' },
    submits: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '20' },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

type Amount = 'rounds' | 'documents' | 'seconds' | 'projects' | 'lines' | 'submits' | 'minutes' | 'rate';

function amount(name: Amount, least: number): number {
  const value = Number(values[name]);
  if (!Number.isFinite(value) || value < least)
    throw new Error(`--${name} has to be a number from ${least} on`);
  return value;
}

async function main(): Promise<void> {
  const [name] = positionals;
  if (name === undefined) return runAll(values.out);
  const load = GROUPS[name];
  if (!load) throw new Error(`Name a group: ${Object.keys(GROUPS).join(', ')}`);
  const options = {
    rounds: Math.floor(amount('rounds', 1)),
    docs: Math.floor(amount('documents', 100)),
    seconds: amount('seconds', 0.05),
    projects: Math.floor(amount('projects', 10)),
    lines: Math.floor(amount('lines', 50)),
    submits: Math.floor(amount('submits', 32)),
    minutes: amount('minutes', 0.5),
    rate: amount('rate', 1),
    keep: values.keep,
  };
  const { run } = await load();
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0).padStart(5);
  const { rows } = await run(options, (line) => console.error(`${seconds()} s  ${line}`));
  const goals = judge(readTargets(), name, rows, options);
  const measured = rows.map((row) => ({ ...row, median: median(row.samples.map((one) => one.value)) }));
  const written = JSON.stringify(
    { group: name, machine: machine(), ...options, rows: measured, goals },
    null,
    2,
  );
  if (values.out !== undefined) {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, written);
  }
  if (values.json) console.log(written);
  else say(name, options, table(rows), goals);
}

function say(name: string, options: BenchOptions, rows: string, goals: readonly Judged[]): void {
  const size: Readonly<Record<string, string>> = {
    alerts: `${options.projects} projects with ${options.lines} payroll lines in a month`,
    documents: 'papers of the golden files',
    numbers: `${options.submits} complaints filed`,
    payroll: '300 and 10,000 lines',
    push: '200 listeners',
    soak: `${options.rate} requests a second for ${options.minutes} minutes`,
  };
  console.log(
    `${machine()}; ${size[name] ?? `${options.docs} documents`}, medians of ${options.rounds} rounds\n`,
  );
  console.log(rows);
  if (goals.length > 0) console.log(`\n${goalTable(goals)}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1); // whatever was started beside it ends with it
});
