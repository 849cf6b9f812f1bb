import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const MAGIC = 0xbeefc0de;
/** Where lmdb keeps these in each of its two head pages. */
const AT = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, end: 160 };

export const DATA_FILE = 'data.mdb';

/**
 * Looks at the head of the data file before lmdb maps it: a damaged map does not fail, it kills the process.
 * `short` says that the file ends before its last page: harmless when that page is free, else data is gone.
 */
export function inspectDataFile(dir: string): 'missing' | 'whole' | 'short' {
  const path = join(dir, DATA_FILE);
  if (!existsSync(path)) return 'missing';
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const first = headAt(file, 0);
    const second = first && headAt(file, first.pageSize);
    if (!first || !second) throw damaged(path, 'its head is not that of a store');
    const newest = second.transaction > first.transaction ? second : first;
    return (newest.lastPage + 1n) * BigInt(newest.pageSize) > BigInt(size) ? 'short' : 'whole';
  } finally {
    closeSync(file);
  }
}

export const damaged = (path: string, what: string): Error =>
  new Error(
    `The data file ${path} is damaged: ${what}. Nothing was changed; restore a backup or move the file away.`,
  );

function headAt(
  file: number,
  position: number,
): { pageSize: number; lastPage: bigint; transaction: bigint } | null {
  const head = Buffer.alloc(AT.end);
  if (readSync(file, head, 0, head.length, position) < head.length) return null;
  const pageSize = head.readUInt32LE(AT.pageSize);
  const sound = head.readUInt32LE(AT.magic) === MAGIC && pageSize >= 256 && pageSize <= 65_536;
  if (!sound) return null;
  return {
    pageSize,
    lastPage: head.readBigUInt64LE(AT.lastPage),
    transaction: head.readBigUInt64LE(AT.transaction),
  };
}
