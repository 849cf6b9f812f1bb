import { readFile, stat } from 'node:fs/promises';
import zlib from 'node:zlib';
import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { unpackEntry } from '../../../platform/files/index.ts';
import { broken, refused } from './content-fault.ts';

export const ZIP_LIMITS = {
  entries: 200,
  totalBytes: 200 * 1024 * 1024,
  /** Real workbooks stay below 100 : 1; deflate cannot exceed 1032 : 1. Small parts may be anything. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
} as const;

/** A zip of no more bytes is held in memory while it is looked through. */
const HELD_BYTES = 1024 * 1024;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const LOCAL_HEADER_BYTES = 30;
/** Node has it since 20.15; before that only the sizes are compared. */
const crc32 = zlib.crc32 as typeof zlib.crc32 | undefined;

const bomb = (): Error => refused({ zh: '压缩炸弹', en: 'zip bomb' }, 'bomb');
const hidden = (): Error => refused({ zh: '压缩包结构异常', en: 'irregular zip' }, 'irregular');

/**
 * Reads only the directory of a zip and throws unless it is small, plain and orderly; no byte is unpacked before
 * this. Sizes may still lie, so unpacking counts again.
 */
async function guardDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > ZIP_LIMITS.entries) throw bomb();
  if (zip.comment.length > 0) throw hidden();
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
      throw refused({ zh: '加密文件', en: 'encrypted file' }, 'encrypted');
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw hidden();
    const name = entry.fileName.normalize('NFC').toLowerCase();
    if (names.has(name) || yauzl.validateFileName(entry.fileName) !== null || /[\\:\0]/.test(name))
      throw hidden();
    names.add(name);
    total += entry.uncompressedSize;
    const inflated = entry.uncompressedSize > ZIP_LIMITS.ratioFromBytes;
    if (total > ZIP_LIMITS.totalBytes) throw bomb();
    if (inflated && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio) throw bomb();
  }
  refuseGaps(entries);
  return entries;
}

/** Entries that share bytes multiply them; bytes before the first entry belong to another file in front of the zip. */
function refuseGaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end || (end === 0 && start !== 0)) throw hidden();
    end = start + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

/** Unpacks every entry into nothing: sizes and checksums must be what the directory says. `keep` entries are returned. */
export async function checkZip(path: string, keep: readonly string[]): Promise<Map<string, Buffer>> {
  const zip = await openZip(path).catch(() => {
    throw broken('ZIP');
  });
  try {
    const entries = await guardDirectory(zip);
    const kept = new Map<string, Buffer>(entries.map((entry) => [entry.fileName, Buffer.alloc(0)]));
    for (const entry of entries) {
      const content = await unpack(zip, entry, keep.includes(entry.fileName));
      kept.set(entry.fileName, content);
    }
    return kept;
  } catch (error) {
    throw error instanceof Error && error.name === 'ContentFault' ? error : broken('ZIP');
  } finally {
    zip.close();
  }
}

/** A small one is read whole: each look into a file costs a turn of the thread pool. */
async function openZip(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
  const { size } = await stat(path);
  return size > HELD_BYTES
    ? yauzl.openPromise(path, options)
    : yauzl.fromBufferPromise(await readFile(path), options);
}

async function unpack(zip: ZipFile, entry: Entry, keep: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sum = 0;
  let bytes = 0;
  for await (const chunk of unpackEntry(zip, entry)) {
    sum = crc32?.(chunk, sum) ?? entry.crc32;
    bytes += chunk.length;
    if (keep && bytes <= 1024 * 1024) chunks.push(chunk);
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw broken('ZIP');
  return Buffer.concat(chunks);
}
