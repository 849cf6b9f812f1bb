import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../platform/app-error.ts';
import { openFileStore } from '../../platform/files/index.ts';
import type { FilePlace, MeasureDisk, SealedFileStore } from '../../platform/files/index.ts';

export interface FilesConfig extends FilePlace {
  regionCode: string;
  uploads: { maxFileBytes: number; quotaBytesPerUser: number; minFreeBytes: number };
}

export interface FilesSetup {
  store: SealedFileStore;
  /** Files that are arriving in one request. */
  tmpFolder: string;
  /** Files that arrive in pieces. */
  partsFolder: string;
  regionCode: string;
  uploads: FilesConfig['uploads'];
}

let setup: FilesSetup | undefined;

/** Makes the folders and opens the store; called once at start. Tests hand in a store or a disk of their own. */
export function configureFiles(
  config: FilesConfig,
  own: { store?: SealedFileStore; measureDisk?: MeasureDisk } = {},
): void {
  const tmpFolder = join(config.dataDir, 'uploads', 'tmp');
  const partsFolder = join(config.dataDir, 'uploads', 'parts');
  for (const folder of [tmpFolder, partsFolder]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = own.store ?? openFileStore(config, own.measureDisk);
  setup = { store, tmpFolder, partsFolder, regionCode: config.regionCode, uploads: config.uploads };
}

export function filesSetup(): FilesSetup {
  if (setup === undefined) throw new Error('configureFiles has not been called');
  return setup;
}

/** Refuses before anything arrives when the disk would fall below its floor: the store must stay able to write. */
export async function assertRoom(bytes: number): Promise<void> {
  const { store, uploads } = filesSetup();
  if ((await store.freeBytes()) - bytes < uploads.minFreeBytes) throw new AppError('diskFull');
}

/** A size as people write it, for limits in messages. */
export const megabytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`;
