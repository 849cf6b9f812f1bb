import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { StoredFileError } from './stored-file-error.ts';

/** The keys that seal files: those of sealed fields. */
export interface FileKeys {
  active: string;
  keys: ReadonlyMap<string, Uint8Array>;
}

/**
 * How a sealed file lies: a header (mark, key id, salt), then frames of 64 KiB, each with its tag. The key of a file is
 * derived from the key ring's and the salt, so it serves this file alone and its nonces may count from 0. The nonce says
 * which frame it is and whether it is the last: none can be left out, put elsewhere or cut off unnoticed. The last one is
 * bound to the file's name, so that whole files cannot be exchanged either.
 */
export const FRAME_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
const MARK = Buffer.from('AXF1', 'latin1');
const KEY_ID_BYTES = 32;
const SALT_BYTES = 32;
export const HEADER_BYTES = MARK.length + KEY_ID_BYTES + SALT_BYTES;
const ALGORITHM = 'aes-256-gcm';

/** Bytes as they are read from a place: of any size, in their order. */
export type Chunks = AsyncIterable<Uint8Array>;

/** The key a stored file names; null: it is not sealed. */
export function keyIdOf(header: Buffer): string | null {
  if (header.length < HEADER_BYTES || !header.subarray(0, MARK.length).equals(MARK)) return null;
  const id = header.subarray(MARK.length, MARK.length + KEY_ID_BYTES).toString('latin1');
  return id.replace(/\0+$/u, '');
}

function fileKey(header: Buffer, keys: FileKeys, name: string): Buffer {
  const key = keys.keys.get(keyIdOf(header) ?? '');
  if (key === undefined) throw new StoredFileError('storedFileKeyMissing', name);
  const salt = header.subarray(HEADER_BYTES - SALT_BYTES);
  return Buffer.from(hkdfSync('sha256', key, salt, 'anxin stored file 1', 32));
}

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(isLast ? 1 : 0);
  bytes.writeUIntBE(index, 6, 6);
  return bytes;
}

const boundTo = (header: Buffer, name: string | null): Buffer =>
  name === null ? header : Buffer.concat([header, Buffer.from(name, 'utf8')]);

/** What is written in the place of these bytes; `name` is asked once they have ended. */
export async function* sealBytes(source: Chunks, keys: FileKeys, name: () => string): AsyncGenerator<Buffer> {
  const id = Buffer.alloc(KEY_ID_BYTES);
  id.write(keys.active, 'latin1');
  const header = Buffer.concat([MARK, id, randomBytes(SALT_BYTES)]);
  const key = fileKey(header, keys, 'new');
  const seal = (plain: Uint8Array, at: number, last: string | null): Buffer => {
    const cipher = createCipheriv(ALGORITHM, key, nonce(at, last !== null), { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(header, last));
    const body = [cipher.update(plain), cipher.final()];
    return Buffer.concat([...body, cipher.getAuthTag()]);
  };
  yield header;
  let at = 0;
  // Never less than a byte is held back: the last frame is sealed in another way.
  for await (const frame of framesOf(source)) {
    if (frame.isLast) yield seal(frame.bytes, at, name());
    else yield seal(frame.bytes, at++, null);
  }
}

async function* framesOf(source: Chunks): AsyncGenerator<{ bytes: Uint8Array; isLast: boolean }> {
  let held: Uint8Array = Buffer.alloc(0);
  for await (const chunk of source) {
    let from = 0;
    if (held.length + chunk.length > FRAME_BYTES) {
      from = FRAME_BYTES - held.length;
      yield { bytes: Buffer.concat([held, chunk.subarray(0, from)]), isLast: false };
      for (; chunk.length - from > FRAME_BYTES; from += FRAME_BYTES)
        yield { bytes: chunk.subarray(from, from + FRAME_BYTES), isLast: false };
      held = Buffer.alloc(0);
    }
    held = Buffer.concat([held, chunk.subarray(from)]);
  }
  yield { bytes: held, isLast: true };
}

/** Where the frames of a sealed file lie, by its length on the disk. */
export interface Layout {
  frames: number;
  plainBytes: number;
  storedBytes: number;
}

export function layoutOf(storedBytes: number, name: string): Layout {
  const body = storedBytes - HEADER_BYTES;
  const frames = Math.ceil(body / (FRAME_BYTES + TAG_BYTES));
  const last = body - (frames - 1) * (FRAME_BYTES + TAG_BYTES);
  if (frames < 1 || last < TAG_BYTES) throw new StoredFileError('storedFileDamaged', name);
  return { frames, plainBytes: body - frames * TAG_BYTES, storedBytes };
}

export interface SealedPart {
  header: Buffer;
  layout: Layout;
  name: string;
  /** The first and the last frame wanted. */
  from: number;
  to: number;
}

/** The plain bytes of these frames, read from where the first of them begins; each is checked before it is handed out. */
export async function* openFrames(
  source: Chunks,
  keys: FileKeys,
  { header, layout, name, from, to }: SealedPart,
): AsyncGenerator<Buffer> {
  const key = fileKey(header, keys, name);
  let at = from;
  for await (const piece of piecesOf(source, FRAME_BYTES + TAG_BYTES)) {
    const isLast = at === layout.frames - 1;
    const length = isLast ? layout.plainBytes - at * FRAME_BYTES + TAG_BYTES : FRAME_BYTES + TAG_BYTES;
    if (at > to || piece.length !== length) throw new StoredFileError('storedFileDamaged', name);
    const decipher = createDecipheriv(ALGORITHM, key, nonce(at, isLast), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(header, isLast ? name : null));
    decipher.setAuthTag(piece.subarray(length - TAG_BYTES));
    const plain = [decipher.update(piece.subarray(0, length - TAG_BYTES))];
    try {
      plain.push(decipher.final());
    } catch {
      throw new StoredFileError('storedFileDamaged', name);
    }
    at += 1;
    yield Buffer.concat(plain);
  }
  if (at !== to + 1) throw new StoredFileError('storedFileDamaged', name);
}

/** Cut anew into pieces of one size; the last may be shorter. */
async function* piecesOf(source: Chunks, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < size) continue;
    const all = Buffer.concat(held);
    let from = 0;
    for (; all.length - from >= size; from += size) yield all.subarray(from, from + size);
    held = [all.subarray(from)];
    bytes = all.length - from;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
