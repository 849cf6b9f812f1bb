import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let all: string | undefined;

/** A folder of this process's own; it goes when the process does, whatever became of the tests. */
export function temporaryFolder(name: string): string {
  all ??= goneAtExit(mkdtempSync(join(tmpdir(), 'anxin-data-')));
  return mkdtempSync(join(all, `${name}-`));
}

function goneAtExit(folder: string): string {
  // What a test has started may write its last line meanwhile.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
