import { parseArgs } from 'node:util';
import { machine } from './machine.ts';
import { median, table, type Results } from './measure.ts';

/** `npm run bench -- <suite> [--rounds n] [--documents n] [--seconds n] [--projects n] [--lines n] [--keep dir] [--json]` */
export interface BenchOptions {
  rounds: number;
  docs: number;
  /** How long each throughput is measured. */
  seconds: number;
  /** How large the county is that is looked at: projects, and payroll lines of one month. */
  projects: number;
  lines: number;
  /** The folder in which it is kept and found again; in one for temporary files, until something it is laid by changes. */
  keep: string | undefined;
}

type Suite = (options: BenchOptions, say: (line: string) => void) => Promise<Results>;

const SUITES: Readonly<Record<string, () => Promise<{ run: Suite }>>> = {
  alerts: () => import('./alerts.ts'),
  complaints: () => import('./complaints.ts'),
  dashboard: () => import('./dashboard.ts'),
  documents: () => import('./documents.ts'),
  payroll: () => import('./payroll.ts'),
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
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

function amount(name: 'rounds' | 'documents' | 'seconds' | 'projects' | 'lines', least: number): number {
  const value = Number(values[name]);
  if (!Number.isFinite(value) || value < least)
    throw new Error(`--${name} has to be a number from ${least} on`);
  return value;
}

async function main(): Promise<void> {
  const load = SUITES[positionals[0] ?? ''];
  if (!load) throw new Error(`Name a suite: ${Object.keys(SUITES).join(', ')}`);
  const options = {
    rounds: Math.floor(amount('rounds', 1)),
    docs: Math.floor(amount('documents', 100)),
    seconds: amount('seconds', 0.05),
    projects: Math.floor(amount('projects', 10)),
    lines: Math.floor(amount('lines', 50)),
    keep: values.keep,
  };
  const { run } = await load();
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0).padStart(5);
  const { rows } = await run(options, (line) => console.error(`${seconds()} s  ${line}`));
  if (values.json) {
    const measured = rows.map((row) => ({ ...row, median: median(row.samples.map((one) => one.value)) }));
    console.log(
      JSON.stringify({ suite: positionals[0], machine: machine(), ...options, rows: measured }, null, 2),
    );
    return;
  }
  const size =
    positionals[0] === 'alerts'
      ? `${options.projects} projects with ${options.lines} payroll lines in a month`
      : positionals[0] === 'documents'
        ? 'papers of the golden files'
        : `${options.docs} documents`;
  console.log(`${machine()}; ${size}, medians of ${options.rounds} rounds\n`);
  console.log(table(rows));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
