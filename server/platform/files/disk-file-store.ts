import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { FileStore, Shelf, StoredBytes } from './file-store.ts';
import { isMissing, syncFile, syncFolder } from './durable-disk.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Free bytes of the volume a path lies on; replaced in tests that fill the disk. */
export type MeasureDisk = (path: string) => Promise<number>;

const measureDisk: MeasureDisk = async (path) => {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
};

/**
 * Files in two levels of folders. Nothing is visible under its name before it is whole and on disk: written to `tmp`,
 * flushed, renamed, folder flushed. Removal goes through `trash`, where a last look shows whether it was put again.
 */
export function openDiskFileStore(root: string, measure: MeasureDisk = measureDisk): FileStore {
  const trash = join(root, 'trash');
  const tmp = join(root, 'tmp');
  for (const folder of [root, tmp, trash, join(root, 'content'), join(root, 'thumbnail')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  const place = (sha256: string, shelf: Shelf = 'content'): string => {
    if (!SHA256.test(sha256)) throw new TypeError('stored bytes are named by a SHA-256 in hex');
    return join(root, shelf, sha256.slice(0, 2), shelf === 'content' ? sha256 : `${sha256}.webp`);
  };

  /** Moves a whole, flushed file under its name; bytes that are there already just become young again. */
  async function settle(from: string, { sha256, bytes }: StoredBytes, replace = false): Promise<StoredBytes> {
    const to = place(sha256);
    if (replace || !(await renew(to, bytes))) {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
      await syncFolder(dirname(to));
    } else {
      await rm(from, { force: true });
    }
    return { sha256, bytes };
  }

  return {
    async put(source, { as, replace = false } = {}) {
      const from = join(tmp, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        const file = await open(from, 'wx', 0o600);
        try {
          for await (const chunk of source as AsyncIterable<Uint8Array>) {
            if (as === undefined) hash.update(chunk);
            bytes += chunk.length;
            await file.appendFile(chunk);
          }
          await file.sync();
        } finally {
          await file.close();
        }
        return await settle(from, { sha256: as?.() ?? hash.digest('hex'), bytes }, replace);
      } catch (error) {
        source.destroy();
        await rm(from, { force: true });
        throw error;
      }
    },

    async adopt(path) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      await syncFile(path);
      return settle(path, { sha256: hash.digest('hex'), bytes });
    },

    async putThumbnail(sha256, picture) {
      const to = place(sha256, 'thumbnail');
      const from = join(tmp, randomUUID());
      const file = await open(from, 'wx', 0o600);
      try {
        await file.writeFile(picture);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
      await syncFolder(dirname(to));
    },

    async get(sha256, { shelf = 'content', range } = {}) {
      const at = place(sha256, shelf);
      // A removal that was broken off leaves wanted bytes in the trash until the next sweep puts them back.
      const file =
        (await open(at).catch(orNull)) ??
        (shelf === 'content' ? await open(join(trash, sha256)).catch(orNull) : null);
      if (file === null) return null;
      const { size } = await file.stat();
      const stream = file.createReadStream(range === undefined ? {} : { start: range.start, end: range.end });
      return { bytes: size, stream };
    },

    async remove(sha256, { unlessPutSince }) {
      const at = place(sha256);
      const aside = join(trash, sha256);
      try {
        await rename(at, aside);
      } catch (error) {
        if (!isMissing(error)) throw error;
        return true;
      }
      // A put that renewed the file before the rename is seen here; one after it finds nothing and writes anew.
      const found = await stat(aside).catch(orNull);
      if (found === null) return false; // another sweep took it to be left over and put it back
      if (found.mtime >= unlessPutSince) {
        await rename(aside, at);
        return false;
      }
      await rm(place(sha256, 'thumbnail'), { force: true });
      await rm(aside, { force: true });
      return true;
    },

    async *list() {
      for (const folder of (await readdir(join(root, 'content'))).sort()) {
        for await (const entry of await opendir(join(root, 'content', folder))) {
          if (!SHA256.test(entry.name)) continue;
          const found = await stat(place(entry.name)).catch(orNull);
          if (found !== null) yield { sha256: entry.name, bytes: found.size, putAt: found.mtime };
        }
      }
    },

    async tidy(before) {
      let count = 0;
      for (const left of await readdir(trash)) {
        if (!SHA256.test(left)) continue;
        await mkdir(dirname(place(left)), { recursive: true, mode: 0o700 });
        await rename(join(trash, left), place(left)).catch(orNull);
        count += 1;
      }
      for (const left of await readdir(tmp)) {
        const found = await stat(join(tmp, left)).catch(orNull);
        if (found === null || found.mtime >= before) continue;
        await rm(join(tmp, left), { force: true });
        count += 1;
      }
      return count;
    },

    freeBytes: () => measure(root),
  };
}

/** True when a whole copy is there and now young; a torn one is to be replaced. */
async function renew(path: string, bytes: number): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.size !== bytes) return false;
    const now = systemClock.now();
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};
