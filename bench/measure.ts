import { cpuSeconds } from './machine.ts';

/** One figure of one round. */
export interface Sample {
  value: number;
  /** CPU seconds per 1,000 operations, client and server together; null for what is no operation. */
  cpu: number | null;
  /** Half of them are faster, in milliseconds. */
  p50: number | null;
  /** The slowest of a hundred, in milliseconds. */
  p99: number | null;
}

/** What a row has to reach: its value, or the slowest of a hundred, is at most so much. */
export interface Goal {
  of: 'value' | 'p99';
  most: number;
}

export interface Row {
  name: string;
  unit: 'ops/s' | 'docs/s' | 's' | 'ms' | 'MB' | 'MB/h' | 'projects' | 'warnings' | 'events/s' | 'times';
  samples: Sample[];
  goal?: Goal;
}

/** A server that runs for weeks has long been compiled: each work runs for so long before it counts. */
const WARM_SECONDS = 10;

/** The rounds in their order, each of them so many seconds of each work; those up to 0 warm up and are not counted. */
export function roundsOf({ rounds, seconds }: { rounds: number; seconds: number }): number[] {
  const warm = Math.ceil(WARM_SECONDS / seconds);
  return Array.from({ length: warm + rounds }, (_, at) => at + 1 - warm);
}

/** As many operations as `callers` get done in the time, each caller one after the other. */
export async function throughput(
  seconds: number,
  callers: number,
  pid: number | undefined,
  operation: (count: number) => unknown,
): Promise<Sample> {
  await operation(0); // warm
  const cpu = cpuSeconds(pid);
  const start = performance.now();
  const end = start + seconds * 1000;
  const latencies: number[] = [];
  let started = 0;
  const caller = async (): Promise<void> => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      await operation(++started);
      latencies.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsed = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    value: latencies.length / elapsed,
    cpu: ((cpuSeconds(pid) - cpu) * 1000) / latencies.length,
    p50: latencies[latencies.length >> 1] ?? null,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? null,
  };
}

/** How long one piece of work takes, in seconds. */
export async function duration(work: () => Promise<unknown>): Promise<Sample> {
  const start = performance.now();
  await work();
  return { value: (performance.now() - start) / 1000, cpu: null, p50: null, p99: null };
}

/** A figure that was measured elsewhere. */
export const figure = (value: number): Sample => ({ value, cpu: null, p50: null, p99: null });

/** Rows in the order they are first measured. */
export class Results {
  readonly rows: Row[] = [];

  add(name: string, unit: Row['unit'], sample: Sample, goal?: Goal): void {
    let row = this.rows.find((one) => one.name === name);
    if (!row) this.rows.push((row = { name, unit, samples: [], ...(goal === undefined ? {} : { goal }) }));
    row.samples.push(sample);
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

/** Columns of words. */
const LEFT = new Set([0, 2, 8]);

const pick = (row: Row, key: 'cpu' | 'p50' | 'p99'): number[] =>
  row.samples.map((sample) => sample[key]).filter((value) => value !== null);

/** The goal and whether the median of the rounds reaches it. */
function judged({ goal, unit, ...row }: Row): string {
  if (goal === undefined) return '';
  const { of, most } = goal;
  const reached = median(row.samples.map((sample) => sample[of] ?? Infinity));
  const named = of === 'p99' ? `p99 ≤ ${most} ms` : `≤ ${most} ${unit}`;
  return `${named}: ${reached <= most ? 'met' : 'not met'}`;
}

/** Median, least and greatest of the rounds, one line per row. */
export function table(rows: readonly Row[]): string {
  const lines = [['what', 'median', '', 'least', 'most', 'p50 ms', 'p99 ms', 'CPU s/1000', 'goal']];
  for (const row of rows) {
    const values = row.samples.map((sample) => sample.value);
    const [cpu, p50, p99] = [pick(row, 'cpu'), pick(row, 'p50'), pick(row, 'p99')];
    lines.push([
      row.name,
      number(median(values)),
      row.unit,
      number(Math.min(...values)),
      number(Math.max(...values)),
      p50.length > 0 ? number(median(p50)) : '',
      p99.length > 0 ? number(median(p99)) : '',
      cpu.length > 0 ? number(median(cpu)) : '',
      judged(row),
    ]);
  }
  return columns(lines, LEFT);
}

/** Lines of cells one under the other; those in `left` are words, the others figures. */
export function columns(lines: readonly (readonly string[])[], left: ReadonlySet<number>): string {
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, i) => (left.has(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
