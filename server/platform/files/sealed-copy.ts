import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isMissing, syncFile, syncFolder } from './durable-disk.ts';
import type { SealState } from './file-store.ts';
import type { Chunks, FileKeys } from './sealed-bytes.ts';
import { HEADER_BYTES, layoutOf, openFrames, sealBytes, sealStateOf } from './sealed-bytes.ts';

/** Writes these bytes sealed into a new file and flushes it; what they are is bound to `name`. */
export async function writeSealed(source: Chunks, to: string, keys: FileKeys, name: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const sealed = Readable.from(
    sealBytes(source, keys, () => name),
    { objectMode: false },
  );
  await pipeline(sealed, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  await syncFile(to);
}

/** What `writeSealed` was given under this name, each piece checked before it is handed out. */
export async function* readSealed(from: string, keys: FileKeys, name: string): AsyncGenerator<Buffer> {
  const layout = layoutOf((await stat(from)).size, name);
  const part = { header: await headOf(from), layout, name, from: 0, to: layout.frames - 1 };
  const stream = createReadStream(from, { start: HEADER_BYTES });
  try {
    yield* openFrames(stream, keys, part);
  } finally {
    // Where its key is missing nobody has begun to read it, and nobody would hear that it is gone.
    stream.on('error', () => undefined).destroy();
  }
}

/** How a file on the disk lies; null: there is none. */
export async function sealStateAt(path: string, keys: FileKeys): Promise<SealState | null> {
  try {
    return sealStateOf(await headOf(path), keys);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Seals anew with the active key what lies open or under an older one; it is under its name, whole, at any moment.
 * False: there was nothing to do.
 */
export async function resealCopy(path: string, keys: FileKeys, name: string): Promise<boolean> {
  const state = await sealStateAt(path, keys);
  if (state === null || state === 'active') return false;
  const aside = `${path}.${randomUUID()}.part`;
  const plain = state === 'open' ? bytesOf(path) : readSealed(path, keys, name);
  try {
    await writeSealed(plain, aside, keys, name);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return true;
}

/** Opened when it is read, so that a file that is gone is told to its reader. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>; // a stream without an encoding
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    await file.read(header, 0, HEADER_BYTES, 0);
    return header;
  } finally {
    await file.close();
  }
}
