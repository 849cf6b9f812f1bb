import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFile } from './durable-disk.ts';
import type { Chunks, FileKeys } from './sealed-bytes.ts';
import { HEADER_BYTES, layoutOf, openFrames, sealBytes } from './sealed-bytes.ts';

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
