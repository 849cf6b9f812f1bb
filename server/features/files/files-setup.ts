import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../platform/app-error.ts';
import { openFileStore } from '../../platform/files/index.ts';
import type { FilePlace, MeasureDisk, SealedFileStore } from '../../platform/files/index.ts';
import { isAlive } from '../../platform/key-file.ts';

export interface FilesConfig extends FilePlace {
  regionCode: string;
  uploads: { maxFileBytes: number; quotaBytesPerUser: number; minFreeBytes: number };
}

export interface FilesSetup {
  store: SealedFileStore;
  /** Files that are looked at: they lie open as long as that takes. */
  tmpFolder: string;
  /** Files that arrive in pieces: a folder for each, of sealed pieces. */
  piecesFolder: string;
  /** Where they lay open before; what an older version left there is removed. */
  formerParts: string;
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
  const piecesFolder = join(config.dataDir, 'uploads', 'pieces');
  const formerParts = join(config.dataDir, 'uploads', 'parts');
  for (const folder of [tmpFolder, piecesFolder]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeLeftOpen(tmpFolder);
  const store = own.store ?? openFileStore(config, own.measureDisk);
  const { regionCode, uploads } = config;
  setup = { store, tmpFolder, piecesFolder, formerParts, regionCode, uploads };
}

const OWN = `${hostname()}~`;

/** A new place for a file that is looked at; the name tells whose it is, should that process be killed. */
export const tmpPath = (): string => join(filesSetup().tmpFolder, `${OWN}${process.pid}~${randomUUID()}`);

/** What killed processes of this machine were looking at goes at the next start; in a container the number is the same. */
function removeLeftOpen(tmpFolder: string): void {
  for (const name of readdirSync(tmpFolder)) {
    if (!name.startsWith(OWN)) continue;
    const pid = Number.parseInt(name.slice(OWN.length), 10);
    if (pid === process.pid ? setup === undefined : !isAlive(pid))
      rmSync(join(tmpFolder, name), { force: true });
  }
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
