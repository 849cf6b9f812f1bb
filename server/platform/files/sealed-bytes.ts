import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { Suite } from '../crypto/key-text.ts';
import type { FrameCipher } from './frame-cipher.ts';
import { FRAME_CIPHERS, NONCE_BYTES, TAG_BYTES } from './frame-cipher.ts';
import type { SealState } from './file-store.ts';
import { StoredFileError } from './stored-file-error.ts';

/** The keys that seal files: those of sealed fields. */
export interface FileKeys {
  active: string;
  keys: ReadonlyMap<string, Uint8Array>;
  /** The suite each key belongs to; aes where none is said. */
  suites?: ReadonlyMap<string, Suite>;
}

/**
 * How a sealed file lies: a header (mark, key id, salt), then frames of 64 KiB, each with its tag. The key of a file is
 * derived from the key ring's and the salt, so it serves this file alone and its nonces may count from 0. The nonce says
 * which frame it is and whether it is the last: none can be left out, put elsewhere or cut off unnoticed. The last one is
 * bound to the file's name, so that whole files cannot be exchanged either.
 */
export const FRAME_BYTES = 64 * 1024;
/** Tells the suite the frames are sealed with. */
const MARKS: Readonly<Record<Suite, Buffer>> = {
  aes: Buffer.from('AXF1', 'latin1'),
  sm: Buffer.from('AXF2', 'latin1'),
};
const MARK_BYTES = 4;
const KEY_ID_BYTES = 32;
const SALT_BYTES = 32;
export const HEADER_BYTES = MARK_BYTES + KEY_ID_BYTES + SALT_BYTES;

/** Bytes as they are read from a place: of any size, in their order. */
export type Chunks = AsyncIterable<Uint8Array>;

function suiteOf(header: Buffer): Suite | null {
  if (header.length < HEADER_BYTES) return null;
  const mark = header.subarray(0, MARK_BYTES);
  if (mark.equals(MARKS.aes)) return 'aes';
  return mark.equals(MARKS.sm) ? 'sm' : null;
}

const activeSuite = ({ active, suites }: FileKeys): Suite => suites?.get(active) ?? 'aes';

/** Files of before were sealed with AES also by a key of the SM suite: those count as older. */
export function sealStateOf(header: Buffer, keys: FileKeys): SealState {
  const keyId = keyIdOf(header);
  if (keyId === null) return 'open';
  return keyId === keys.active && suiteOf(header) === activeSuite(keys) ? 'active' : 'older';
}

/** The key a stored file names; null: it is not sealed. */
export function keyIdOf(header: Buffer): string | null {
  if (suiteOf(header) === null) return null;
  const id = header.subarray(MARK_BYTES, MARK_BYTES + KEY_ID_BYTES).toString('latin1');
  return id.replace(/\0+$/u, '');
}

function cipherOf(header: Buffer, keys: FileKeys, name: string): FrameCipher {
  const key = keys.keys.get(keyIdOf(header) ?? '');
  const suite = suiteOf(header);
  if (key === undefined || suite === null) throw new StoredFileError('storedFileKeyMissing', name);
  return FRAME_CIPHERS[suite](key, header.subarray(HEADER_BYTES - SALT_BYTES));
}

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(NONCE_BYTES);
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
  const header = Buffer.concat([MARKS[activeSuite(keys)], id, randomBytes(SALT_BYTES)]);
  const cipher = cipherOf(header, keys, 'new');
  const seal = (plain: Uint8Array, at: number, last: string | null): Buffer =>
    cipher.seal(plain, nonce(at, last !== null), boundTo(header, last));
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
  const cipher = cipherOf(header, keys, name);
  let at = from;
  for await (const piece of piecesOf(source, FRAME_BYTES + TAG_BYTES)) {
    const isLast = at === layout.frames - 1;
    const length = isLast ? layout.plainBytes - at * FRAME_BYTES + TAG_BYTES : FRAME_BYTES + TAG_BYTES;
    if (at > to || piece.length !== length) throw new StoredFileError('storedFileDamaged', name);
    const plain = cipher.open(piece, nonce(at, isLast), boundTo(header, isLast ? name : null));
    if (plain === null) throw new StoredFileError('storedFileDamaged', name);
    at += 1;
    yield plain;
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
