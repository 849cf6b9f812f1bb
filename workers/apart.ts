import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { scriptOf } from '../server/platform/project-root.ts';

/** Short-lived objects by the million: a larger nursery spares the collector a tenth of a long look. */
export const NURSERY = '--max-semi-space-size=64';

/**
 * Runs a job in a process of its own, so that nobody who waits for a page waits for it. The run's place in the history and
 * its lease stay with the caller; a signal that asks it to end is passed on, and a caller that dies takes it along.
 */
export function runApart(
  name: string,
  { today, signal }: { today: PlainDate; signal: AbortSignal },
): Promise<Record<string, number>> {
  const { url, flags } = scriptOf('workers/run-apart.ts');
  const child = spawn(process.execPath, [NURSERY, ...flags, fileURLToPath(url), name, today], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  return new Promise((resolve, reject) => {
    let counts: Record<string, number> | undefined;
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.on('message', (told) => {
      counts = told as Record<string, number>; // run-apart.ts sends nothing else
    });
    child.once('error', reject);
    child.once('exit', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      if (counts === undefined) reject(new Error(`${name} ended early (${killedBy ?? String(code)})`));
      else resolve(counts);
    });
  });
}
