import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { elapsed } from '../clock.ts';
import { isMissing } from './durable-disk.ts';
import type { FileStore, Shelf, StoredBytes } from './file-store.ts';
import { openS3Bucket } from './s3-bucket.ts';
import type { S3Bucket, S3Object, S3Settings } from './s3-bucket.ts';

const SHA256 = /^[0-9a-f]{64}$/;
/** A removal that has not deleted within this time does not delete any more … */
const REMOVE_WITHIN_MS = 10_000;
/** … so whoever has seen its mark for this long knows that it was killed. */
const MARK_HOLDS_MS = 20_000;
const LOOK_AGAIN_MS = 50;

const place = (sha256: string, shelf: Shelf): string => {
  if (!SHA256.test(sha256)) throw new TypeError('stored bytes are named by a SHA-256 in hex');
  return shelf === 'content' ? `content/${sha256}` : `thumbnail/${sha256}.webp`;
};
const markOf = (sha256: string): string => `removing/${sha256}`;

/**
 * Files in a bucket of an S3-compatible service. A name is the hash of its bytes, which must be known before they are
 * sent: they wait in a local folder. The service answers when it has them for good. It knows no renaming, so a removal
 * leaves a mark first and looks at the age afterwards, while a put sends first and looks for a mark afterwards: one of
 * the two always sees the other.
 */
export function openS3FileStore(
  settings: S3Settings,
  spool: string,
  bucket: S3Bucket = openS3Bucket(settings),
): FileStore {
  mkdirSync(spool, { recursive: true, mode: 0o700 });

  /** Over what lies there under that name, whole or torn: the service puts the new bytes in its place at once. */
  async function send(path: string, hash: string, sha256 = hash): Promise<StoredBytes> {
    const name = place(sha256, 'content');
    await bucket.putFile(name, path, hash);
    if ((await bucket.head(markOf(sha256))) !== null) {
      await untilRemoved(sha256);
      await bucket.putFile(name, path, hash);
    }
    return { sha256, bytes: (await stat(path)).size };
  }

  async function untilRemoved(sha256: string): Promise<void> {
    const since = elapsed();
    while ((await bucket.head(markOf(sha256))) !== null) {
      if (elapsed() - since > MARK_HOLDS_MS) return bucket.remove(markOf(sha256));
      await pause(LOOK_AGAIN_MS);
    }
  }

  return {
    async put(source, { as }: { as?: () => string } = {}) {
      const path = join(spool, randomUUID());
      try {
        await mkdir(spool, { recursive: true, mode: 0o700 });
        const hash = createHash('sha256');
        await pipeline(source, through(hash), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        return await send(path, hash.digest('hex'), as?.());
      } finally {
        await rm(path, { force: true });
      }
    },

    async adopt(path) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
      const stored = await send(path, hash.digest('hex'));
      await rm(path, { force: true });
      return stored;
    },

    async putThumbnail(sha256, picture) {
      await bucket.putBytes(place(sha256, 'thumbnail'), picture);
    },

    async get(sha256, { shelf = 'content', range } = {}) {
      const part = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
      return bucket.get(place(sha256, shelf), part);
    },

    async remove(sha256, { unlessPutSince }) {
      const name = place(sha256, 'content');
      const since = elapsed();
      await bucket.putBytes(markOf(sha256), new Uint8Array());
      try {
        const found = await bucket.head(name);
        if (found === null) return true;
        if (isYoung(found, unlessPutSince)) return false;
        if (elapsed() - since > REMOVE_WITHIN_MS) return false;
        await bucket.remove(place(sha256, 'thumbnail'));
        await bucket.remove(name);
        return true;
      } finally {
        await bucket.remove(markOf(sha256));
      }
    },

    async *list() {
      for await (const { name, bytes, changedAt } of bucket.list('content/')) {
        const sha256 = name.slice('content/'.length);
        if (SHA256.test(sha256)) yield { sha256, bytes, putAt: changedAt };
      }
    },

    async tidy(before) {
      let count = 0;
      for (const left of await readdir(spool)) {
        const found = await stat(join(spool, left)).catch(orNull);
        if (found === null || found.mtime >= before) continue;
        await rm(join(spool, left), { force: true });
        count += 1;
      }
      for await (const { name, changedAt } of bucket.list('removing/')) {
        if (changedAt >= before) continue;
        await bucket.remove(name);
        count += 1;
      }
      return count;
    },

    /** Of the folder they wait in: a bucket has no end. */
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(spool);
      return bavail * bsize;
    },
  };
}

/** The service tells whole seconds. */
const isYoung = ({ changedAt }: S3Object, since: Date): boolean =>
  changedAt.getTime() >= Math.floor(since.getTime() / 1000) * 1000;

const through = (hash: ReturnType<typeof createHash>): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });

const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};
