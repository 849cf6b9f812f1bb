import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Results } from './measure.ts';

/** The machine in one line: a figure without it says nothing. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${model}), ${memory} GB, Node ${process.version}, ${process.platform}`;
}

const TICKS_PER_SECOND = 100;

/**
 * CPU seconds this process and another with its children have used; of the others only where the system tells. What a
 * child used that has ended stays with its parent, so that the sum never falls while the other process lives.
 */
export function cpuSeconds(pid: number | undefined): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + familyOf(pid).reduce((sum, one) => sum + cpuOf(one), 0);
}

/** The process and all that descend from it: the product keeps its store and its workers in processes of their own. */
export function familyOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
    );
    return [pid, ...children.filter((child) => child !== '').flatMap((child) => familyOf(Number(child)))];
  } catch {
    return [pid]; // no such file system
  }
}

function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // user and system time, its own and that of the children it has seen end
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
  } catch {
    return 0; // no such file system: only this process is counted
  }
}

/**
 * What the product and all its processes take of the machine now, with and without the pages of the data file. A page that
 * several of them share, as those of Node itself, is counted once.
 */
export function addMemory(results: Results, pid: number | undefined, when: string): void {
  const all = familyOf(pid);
  const sum = (mbOf: (one: number) => number): number => all.reduce((total, one) => total + mbOf(one), 0);
  const add = (name: string, value: number): void =>
    results.add(`${when}${name}`, 'MB', { value, cpu: null, p50: null, p99: null });
  const shares = all.map(proportionalMb);
  add(
    'all processes, pages of the data file included',
    shares.reduce((total, { mb }) => total + mb, 0),
  );
  add(
    'all processes, data file aside',
    shares.reduce((total, { mb, dataFile }) => total + mb - dataFile, 0),
  );
  add(
    'all processes, without any file’s pages',
    sum((one) => ownMb(one) ?? 0),
  );
}

/**
 * Proportional set size of a process (smaps of proc(5)): its own pages, and of shared ones as many as fall to it. Of it
 * the pages of the store's data file, which the system takes back as it needs.
 */
function proportionalMb(pid: number): { mb: number; dataFile: number } {
  try {
    const parts = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/mu);
    const mbOf = (some: readonly string[]): number =>
      some.reduce((sum, part) => sum + Number(/^Pss:\s+(\d+)/mu.exec(part)?.[1] ?? 0), 0) / 1024;
    return { mb: mbOf(parts), dataFile: mbOf(parts.filter((part) => /^.*\/data\.mdb$/mu.test(part))) };
  } catch {
    return { mb: 0, dataFile: 0 }; // no such file system
  }
}

/** Resident memory of a process in MB; null where the system does not tell. */
export const residentMb = (pid: number | undefined): number | null => statusMb(pid, 'VmRSS');

/** Of it what is the process's own: without pages of files, of which the system takes back what it needs. */
export const ownMb = (pid: number | undefined): number | null => statusMb(pid, 'RssAnon');

function statusMb(pid: number | undefined, name: 'VmRSS' | 'RssAnon'): number | null {
  if (pid === undefined) return null;
  try {
    const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
