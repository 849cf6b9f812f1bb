import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { currentFileKeys } from '../../../platform/files/index.ts';
import type { FileKeys, FilePlace } from '../../../platform/files/index.ts';

interface PackSetup {
  /** Where finished packs lie. */
  folder: string;
  /** The store of the files feature: the thread reads from it itself. */
  files: FilePlace;
}

let setup: PackSetup | undefined;

/** Called once at start. */
export function configureEvidence({ dataDir, s3 }: FilePlace): void {
  const folder = join(dataDir, 'evidence-packs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  setup = { folder, files: { dataDir, s3 } };
}

export function packSetup(): PackSetup {
  if (setup === undefined) throw new Error('configureEvidence has not been called');
  return setup;
}

/** Where the bytes of the files feature lie and what opens them now, for threads that read them themselves. */
export const storedFiles = (): FilePlace & { keys: FileKeys } => ({
  ...packSetup().files,
  keys: currentFileKeys(),
});
