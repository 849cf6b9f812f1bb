import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../platform/files/index.ts';
import { neededContents } from './file.model.ts';
import { filesSetup } from './files-setup.ts';
import { dropUpload } from './finish-upload.ts';
import { findExpiredUploads, knownUploads } from './upload.model.ts';

const HOUR = 3_600_000;
const BATCH = 200;

/**
 * Clears what nobody needs: expired uploads with the quota they held, arriving files and pieces older than a day,
 * stored bytes older than an hour to which no record refers. Every step stands alone, so it may be killed anywhere
 * and run again, also beside uploads and another sweep.
 */
export async function sweepOrphanFiles({ now }: { now: Date }): Promise<Record<string, number>> {
  const { store, tmpFolder, piecesFolder, formerParts } = filesSetup();
  const expiredUploads = await sweepExpired(now);
  const dayAgo = new Date(now.getTime() - 24 * HOUR);
  const tmpFiles = await sweepFolder(tmpFolder, dayAgo, async () => new Set());
  const tidied = await store.tidy(dayAgo);
  const lostParts =
    (await sweepFolder(piecesFolder, dayAgo, knownUploads)) +
    // They lie open, and a phone that is told that its piece is not there sends it again.
    (await sweepFolder(formerParts, new Date(now.getTime() - HOUR), async () => new Set()));
  return {
    expiredUploads,
    tmpFiles,
    lostParts,
    tidied,
    ...(await sweepContents(new Date(now.getTime() - HOUR))),
  };
}

async function sweepExpired(now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const expired = await findExpiredUploads(now, BATCH);
    for (const upload of expired) await dropUpload(upload);
    count += expired.length;
    if (expired.length < BATCH) return count;
  }
}

async function sweepFolder(
  folder: string,
  before: Date,
  needed: (names: readonly string[]) => Promise<Set<string>>,
): Promise<number> {
  let count = 0;
  const names = await readdir(folder).catch(orNone);
  for (let at = 0; at < names.length; at += BATCH) {
    const some = names.slice(at, at + BATCH);
    const kept = await needed(some);
    for (const name of some) {
      if (kept.has(name) || !(await isOlder(join(folder, name), before))) continue;
      await rm(join(folder, name), { force: true, recursive: true });
      count += 1;
    }
  }
  return count;
}

const orNone = (error: unknown): string[] => {
  if (isMissing(error)) return [];
  throw error;
};

async function isOlder(path: string, before: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtime < before;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function sweepContents(before: Date): Promise<{ contents: number; bytes: number }> {
  const { store } = filesSetup();
  const removed = { contents: 0, bytes: 0 };
  let old: { sha256: string; bytes: number }[] = [];
  const removeUnneeded = async (): Promise<void> => {
    const needed = await neededContents(old.map((content) => content.sha256));
    for (const { sha256, bytes } of old) {
      if (needed.has(sha256) || !(await store.remove(sha256, { unlessPutSince: before }))) continue;
      removed.contents += 1;
      removed.bytes += bytes;
    }
    old = [];
  };
  for await (const content of store.list()) {
    if (content.putAt < before) old.push(content);
    if (old.length >= BATCH) await removeUnneeded();
  }
  await removeUnneeded();
  return removed;
}
