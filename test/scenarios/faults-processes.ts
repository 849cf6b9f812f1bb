import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';

/** The process that serves the store of this folder, whoever has started it; null while nobody does. */
export function storeOf(dataDir: string): number | null {
  const folder = join(dataDir, 'store');
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const parts = commandLine(name);
    if (parts.includes(folder) && parts.some((part) => /embedded.process\.(?:js|ts)$/u.test(part)))
      return Number(name);
  }
  return null;
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // gone meanwhile
  }
}

/** `npm run start:workers` beside a server; nobody waits until it is ready. */
export function startWorkerProcess(dataDir: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['server/launch.js', 'workers/main.ts'], {
    cwd: fileURLToPath(PROJECT_ROOT),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DEMO: 'true',
      ...env,
    },
    stdio: 'ignore',
  });
}

/** What a killed worker had in hand comes free when a minute has passed: for workers started with this it has. */
export function aMinuteLater(dataDir: string): Record<string, string> {
  const shift = join(dataDir, 'clock-shift');
  writeFileSync(shift, '75000');
  const preload = new URL('../support/shifted-clock.js', import.meta.url).href;
  return { CLOCK_SHIFT_FILE: shift, NODE_OPTIONS: `--import=${preload}` };
}

export async function killed(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
