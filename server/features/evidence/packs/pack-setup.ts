import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

interface PackSetup {
  /** Where finished packs lie. */
  folder: string;
  /** The disk store of the files feature: the thread reads from it itself. */
  filesRoot: string;
}

let setup: PackSetup | undefined;

/** Called once at start. */
export function configureEvidence({ dataDir }: { dataDir: string }): void {
  const folder = join(dataDir, 'evidence-packs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  setup = { folder, filesRoot: join(dataDir, 'files') };
}

export function packSetup(): PackSetup {
  if (setup === undefined) throw new Error('configureEvidence has not been called');
  return setup;
}

/** Where the bytes of the files feature lie, for threads that read them themselves. */
export const storedFilesRoot = (): string => packSetup().filesRoot;

export const zipPath = (id: unknown): string => join(packSetup().folder, `${String(id)}.zip`);
