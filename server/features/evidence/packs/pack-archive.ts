import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  currentFileKeys,
  readSealed,
  resealCopy,
  sealStateAt,
  StoredFileError,
} from '../../../platform/files/index.ts';
import { packSetup } from './pack-setup.ts';

const ENDING = '.zip';

/** Where the archive of a pack lies, sealed: under this name it is no ZIP that could be opened. */
export const zipPath = (id: unknown): string => join(packSetup().folder, `${String(id)}${ENDING}`);

/** What a sealed archive is bound to: one pack cannot be put in the place of another. */
export const packName = (id: unknown): string => `evidence pack ${String(id)}`;

/**
 * The archive as people get it; null when it is not there any more. One that does not open is removed: whoever asks for
 * it is told to make it anew, and gets a whole one.
 */
export async function readPack(id: string): Promise<AsyncGenerator<Buffer> | null> {
  const path = zipPath(id);
  const keys = currentFileKeys();
  try {
    await resealCopy(path, keys, packName(id));
    return (await sealStateAt(path, keys)) === null ? null : readSealed(path, keys, packName(id));
  } catch (error) {
    if (!(error instanceof StoredFileError)) throw error;
    await rm(path, { force: true });
    return null;
  }
}

/** Seals archives that lie open, as those of before did, or under an older key: at most `limit` of them. */
export async function sealPacks({ limit = Infinity }: { limit?: number } = {}): Promise<{
  resealed: number;
  left: number;
}> {
  const counts = { resealed: 0, left: 0 };
  for (const file of await readdir(packSetup().folder)) {
    if (!file.endsWith(ENDING)) continue;
    const id = file.slice(0, -ENDING.length);
    const state = await sealStateAt(zipPath(id), currentFileKeys());
    if (state === null || state === 'active') continue;
    if (counts.resealed >= limit) counts.left += 1;
    else if ((await readPack(id)) !== null) counts.resealed += 1;
  }
  return counts;
}
