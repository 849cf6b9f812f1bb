import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../server/platform/project-root.ts';
import { columns, median, number } from './measure.ts';
import type { Row } from './measure.ts';

/** One line of `bench/targets.json`: what a row of a group has to reach, and what it is aimed at. */
export interface Target {
  work: string;
  group: string;
  row: string;
  /** Which figure of the row; its value where nothing is said. */
  of?: 'value' | 'p50' | 'p99';
  unit: string;
  better: 'more' | 'less';
  bar: number;
  moonshot?: number;
  /** The row of the same group that nothing could beat, measured in turn with it. */
  limit?: string;
  /** What that row reached on the machine on which the bar was set, in the unit of the row: where it is less, so is the bar. */
  limitThere?: number;
}

/** How large what is measured has to be for its goals to mean anything, by group. */
export type Sizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Targets {
  sizes: Sizes;
  goals: readonly Target[];
}

export interface Judged extends Target {
  figure: number;
  /** From 1 on it is reached; null where the goal is that there is none at all. */
  ofBar: number | null;
  /** How much of the bare limit is left; null where there is none. */
  ofLimit: number | null;
  met: boolean;
  /** The bar at the pace of this machine: moved as far as the bare limit is from what it was where the bar was set. */
  barHere: number | null;
  metHere: boolean | null;
  moonshotMet: boolean | null;
  /** CPU seconds per 1,000 operations, client and server together. */
  cpu: number | null;
  /** What was measured was as large as the goal demands. */
  atSize: boolean;
}

export const readTargets = (): Targets =>
  JSON.parse(readFileSync(fileURLToPath(new URL('bench/targets.json', PROJECT_ROOT)), 'utf8')) as Targets; // ours; a test reads it through

/** What the rows of one group make of its goals; a goal whose row was not measured is an error, not a blank. */
export function judge(
  { sizes, goals }: Targets,
  group: string,
  rows: readonly Row[],
  options: Readonly<Record<string, unknown>>,
): Judged[] {
  const atSize = Object.entries(sizes[group] ?? {}).every(([name, least]) => Number(options[name]) >= least);
  return goals
    .filter((goal) => goal.group === group)
    .map((goal) => {
      const row = rowOf(rows, goal.row);
      const figure = figureOf(row, goal);
      const limitRow = goal.limit === undefined ? null : rowOf(rows, goal.limit);
      const limit = limitRow === null ? null : figureOf(limitRow, goal);
      const barHere = limitRow === null ? null : barAtPace(goal, limitRow);
      const cpu = row.samples.flatMap((sample) => sample.cpu ?? []);
      return {
        ...goal,
        figure,
        ofBar: goal.bar === 0 ? null : share(goal.better, figure, goal.bar),
        ofLimit: limit === null ? null : share(goal.better, figure, limit),
        met: reaches(goal.better, figure, goal.bar),
        barHere,
        metHere: barHere === null ? null : reaches(goal.better, figure, barHere),
        moonshotMet: goal.moonshot === undefined ? null : reaches(goal.better, figure, goal.moonshot),
        cpu: cpu.length === 0 ? null : median(cpu),
        atSize,
      };
    });
}

/** A figure is worth what the machine lets anybody reach: the pace is taken from the bare limit of the same minutes. */
function barAtPace({ better, bar, limitThere }: Target, limit: Row): number | null {
  if (limitThere === undefined) return null;
  const pace = median(limit.samples.map(({ value }) => value)) / limitThere;
  return better === 'more' ? bar * pace : bar / pace;
}

function rowOf(rows: readonly Row[], name: string): Row {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`No row “${name}” was measured`);
  return row;
}

/** The median of the rounds in the unit of the goal. */
function figureOf({ unit, samples }: Row, { of = 'value', unit: wanted }: Target): number {
  const figure = median(samples.map((sample) => sample[of] ?? Infinity));
  return of === 'value' && unit === 's' && wanted === 'ms' ? figure * 1000 : figure;
}

const share = (better: Target['better'], figure: number, of: number): number =>
  better === 'more' ? figure / of : of / figure;
const reaches = (better: Target['better'], figure: number, goal: number): boolean =>
  better === 'more' ? figure >= goal : figure <= goal;

const percent = (ratio: number | null): string => (ratio === null ? '' : `${number(ratio * 100)} %`);

function verdict({ met, moonshotMet, atSize }: Judged): string {
  const word = moonshotMet === true ? 'met, moonshot too' : met ? 'met' : 'NOT MET';
  return atSize ? word : `${word} (smaller)`;
}

const sign = ({ better }: Target): string => (better === 'more' ? '≥' : '≤');

/** One line per goal. */
export function goalTable(judged: readonly Judged[]): string {
  const head = [
    'work',
    'goal',
    'figure',
    'of goal',
    'of bare limit',
    'CPU s/1000',
    'met',
    'goal at the pace here',
  ];
  const lines = judged.map((one) => [
    one.work,
    `${sign(one)} ${number(one.bar)} ${one.unit}`.trim(),
    `${number(one.figure)} ${one.unit}`.trim(),
    percent(one.ofBar),
    percent(one.ofLimit),
    one.cpu === null ? '' : number(one.cpu),
    verdict(one),
    one.barHere === null
      ? ''
      : `${sign(one)} ${number(one.barHere)} ${one.unit}: ${one.metHere === true ? 'met' : 'NOT MET'}`,
  ]);
  return columns([head, ...lines], new Set([0, 6, 7]));
}
