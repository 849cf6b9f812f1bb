import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ByteRange, FileStore, PutOptions, SealedFileStore, Shelf, StoredBytes } from './file-store.ts';
import type { Chunks, FileKeys, SealedPart } from './sealed-bytes.ts';
import {
  FRAME_BYTES,
  HEADER_BYTES,
  keyIdOf,
  layoutOf,
  openFrames,
  sealBytes,
  sealStateOf,
} from './sealed-bytes.ts';
import { TAG_BYTES } from './frame-cipher.ts';
import { StoredFileError } from './stored-file-error.ts';

/**
 * Files as the product knows them over bytes that are sealed wherever they lie. What was stored before is read as it is
 * until `reseal` has been there. `keys` is asked each time: keys change while the product runs.
 */
export function sealedFileStore(inner: FileStore, keys: () => FileKeys): SealedFileStore {
  /** What a name is bound to: a thumbnail is not taken for its picture. */
  const boundName = (sha256: string, shelf: Shelf): string =>
    shelf === 'content' ? sha256 : `${sha256} ${shelf}`;

  async function put(
    source: Chunks,
    { check, ...options }: Omit<PutOptions, 'as'> & { check?: (sha256: string) => void } = {},
  ): Promise<StoredBytes> {
    // It may break off before anybody reads it; whoever reads is told.
    if (source instanceof Readable) source.on('error', () => undefined);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    let sha256: string | undefined;
    const name = (): string => {
      sha256 ??= hash.digest('hex');
      check?.(sha256);
      return sha256;
    };
    const sealed = sealBytes(measured(), keys(), name);
    const kept = await inner.put(Readable.from(sealed, { objectMode: false }), { ...options, as: name });
    if (kept.sha256 !== name()) throw new Error('The store below keeps bytes under names of its own');
    return { sha256: name(), bytes };
  }

  async function putThumbnail(sha256: string, picture: Uint8Array): Promise<void> {
    const name = (): string => boundName(sha256, 'thumbnail');
    const sealed: Buffer[] = [];
    for await (const piece of sealBytes(Readable.from([picture]), keys(), name)) sealed.push(piece);
    await inner.putThumbnail(sha256, Buffer.concat(sealed));
  }

  async function get(
    sha256: string,
    { shelf = 'content', range }: { shelf?: Shelf; range?: ByteRange } = {},
  ): Promise<{ bytes: number; stream: Readable } | null> {
    const name = boundName(sha256, shelf);
    const found = await inner.get(sha256, {
      shelf,
      ...(range === undefined ? {} : { range: { start: 0, end: HEADER_BYTES - 1 } }),
    });
    if (found === null) return null;
    const { header, rest } = await headerOf(found.stream);
    if (range !== undefined) found.stream.destroy();
    if (keyIdOf(header) === null) {
      if (range !== undefined) return inner.get(sha256, { shelf, range });
      const open = shelf === 'content' ? asNamed(header, rest, sha256) : joined(header, rest);
      return { bytes: found.bytes, stream: streamOf(open, found.stream) };
    }
    const layout = orLetGo(found.stream, () => layoutOf(found.bytes, name));
    if (range !== undefined) return rangeOf(sha256, shelf, range, { header, layout, name });
    const part = { header, layout, name, from: 0, to: layout.frames - 1 };
    const plain = await begun(openFrames(rest, keys(), part), found.stream);
    return { bytes: layout.plainBytes, stream: streamOf(plain, found.stream) };
  }

  async function rangeOf(
    sha256: string,
    shelf: Shelf,
    range: ByteRange,
    file: Omit<SealedPart, 'from' | 'to'>,
  ): Promise<{ bytes: number; stream: Readable } | null> {
    const { plainBytes, storedBytes } = file.layout;
    const end = Math.min(range.end, plainBytes - 1);
    const [from, to] = [Math.floor(range.start / FRAME_BYTES), Math.floor(end / FRAME_BYTES)];
    const lies = (frame: number): number => HEADER_BYTES + frame * (FRAME_BYTES + TAG_BYTES);
    const stored = { start: lies(from), end: Math.min(lies(to + 1), storedBytes) - 1 };
    const found = await inner.get(sha256, { shelf, range: stored });
    if (found === null) return null;
    const plain = await begun(openFrames(found.stream, keys(), { ...file, from, to }), found.stream);
    const within = cut(plain, range.start - from * FRAME_BYTES, end - range.start + 1);
    return { bytes: plainBytes, stream: streamOf(within, found.stream) };
  }

  async function sealState(sha256: string, shelf: Shelf = 'content') {
    const range = { start: 0, end: HEADER_BYTES - 1 };
    const found = await inner.get(sha256, { shelf, range });
    if (found === null) return null;
    const { header } = await headerOf(found.stream);
    found.stream.destroy();
    const keyId = keyIdOf(header);
    return { state: sealStateOf(header, keys()), ...(keyId === null ? {} : { keyId }) };
  }

  return {
    put: (source) => put(source),
    putThumbnail,
    get,
    sealState,
    async adopt(path) {
      const stored = await put(createReadStream(path));
      await rm(path, { force: true });
      return stored;
    },
    async reseal(sha256) {
      const thumbnail = await sealState(sha256, 'thumbnail');
      if (thumbnail !== null && thumbnail.state !== 'active') {
        const picture = await get(sha256, { shelf: 'thumbnail' });
        if (picture !== null) await putThumbnail(sha256, Buffer.concat(await picture.stream.toArray()));
      }
      const found = await sealState(sha256);
      if (found === null || found.state === 'active') return;
      const content = await get(sha256);
      if (content === null) return;
      const check = (read: string): void => {
        if (read !== sha256) throw new StoredFileError('storedFileDamaged', sha256);
      };
      await put(content.stream, { replace: true, check });
    },
    remove: (sha256, options) => inner.remove(sha256, options),
    list: () => inner.list(),
    tidy: (before) => inner.tidy(before),
    freeBytes: () => inner.freeBytes(),
  };
}

/** The first bytes of a stream, and what comes behind them. */
async function headerOf(stream: Readable): Promise<{ header: Buffer; rest: AsyncGenerator<Uint8Array> }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>; // a stream without an encoding
  let held: Buffer = Buffer.alloc(0);
  while (held.length < HEADER_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    held = Buffer.concat([held, next.value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    if (held.length > HEADER_BYTES) yield held.subarray(HEADER_BYTES);
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  return { header: held.subarray(0, HEADER_BYTES), rest: rest() };
}

async function* joined(first: Buffer, rest: Chunks): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** What lies open has no seal: that it is what its name says is seen at its end. */
async function* asNamed(first: Buffer, rest: Chunks, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of joined(first, rest)) {
    hash.update(bytes);
    yield bytes;
  }
  if (hash.digest('hex') !== sha256) throw new StoredFileError('storedFileDamaged', sha256);
}

function orLetGo<Result>(below: Readable, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    below.destroy();
    throw error;
  }
}

/** The first frame is opened now: what cannot be opened at all fails before anybody is told that it comes. */
async function begun(plain: AsyncGenerator<Buffer>, below: Readable): Promise<AsyncGenerator<Buffer>> {
  const first = await plain.next().catch((error: unknown) => {
    below.destroy();
    throw error;
  });
  async function* all(): AsyncGenerator<Buffer> {
    if (first.done !== true) yield first.value;
    yield* plain;
  }
  return all();
}

async function* cut(plain: AsyncGenerator<Buffer>, skip: number, length: number): AsyncGenerator<Buffer> {
  let [before, left] = [skip, length];
  for await (const bytes of plain) {
    const wanted = bytes.subarray(before, before + left);
    before = Math.max(0, before - bytes.length);
    left -= wanted.length;
    if (wanted.length > 0) yield wanted;
  }
}

/** Whoever stops reading, or never begins, lets go of what lies below too. */
function streamOf(bytes: AsyncGenerator<Uint8Array>, below: Readable): Readable {
  const stream = Readable.from(bytes, { objectMode: false });
  stream.once('close', () => below.destroy());
  return stream;
}
