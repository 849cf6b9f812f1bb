import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../server/platform/project-root.ts';
import { goalTable } from './goals.ts';
import type { Judged } from './goals.ts';
import { machine } from './machine.ts';

const ROOT = fileURLToPath(PROJECT_ROOT);
const OUT = join(ROOT, 'bench/.out/goals.json');

/** Each group at a size that lets all of them end within a quarter of an hour. */
const SIZES: Readonly<Record<string, readonly string[]>> = {
  complaints: ['--documents', '20000', '--seconds', '2'],
  dashboard: ['--documents', '20000', '--seconds', '2'],
  numbers: ['--submits', '2000'],
  push: ['--seconds', '3'],
  footprint: ['--documents', '20000', '--rounds', '2'],
  payroll: [],
  alerts: ['--projects', '1000', '--lines', '50000', '--rounds', '1'],
};

interface Written {
  goals: Judged[];
}

/** Every group in a process of its own, one after the other; what one of them fails with is said, and the others go on. */
export async function runAll(out: string = OUT): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-all-'));
  const groups: Record<string, Written> = {};
  const failed: string[] = [];
  try {
    for (const [group, sizes] of Object.entries(SIZES)) {
      console.error(`\n${group} ${sizes.join(' ')}`);
      const file = join(dir, `${group}.json`);
      const args = ['server/launch.js', 'bench/run.ts', group, ...sizes, '--out', file];
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
      const [code] = (await once(child, 'exit')) as [number | null]; // Node's exit event
      if (code === 0)
        groups[group] = JSON.parse(readFileSync(file, 'utf8')) as Written; // written by the child
      else failed.push(group);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, JSON.stringify({ machine: machine(), failed, groups }, null, 2));
  console.log(`${machine()}; medians; “smaller”: fewer records than the goal is meant for\n`);
  console.log(goalTable(Object.values(groups).flatMap(({ goals }) => goals)));
  console.log(`\nAll figures: ${out}`);
  if (failed.length > 0) throw new Error(`These groups failed, see above: ${failed.join(', ')}`);
}
