import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { unpackEntry } from '../files/unpack-entry.ts';
import { WorkbookFault } from './workbook-fault.ts';

const MB = 1024 * 1024;

export const WORKBOOK_LIMITS = {
  fileBytes: 20 * MB,
  entries: 200,
  totalBytes: 200 * MB,
  /** Real workbooks stay below 100 : 1; deflate cannot exceed 1032 : 1. Small parts may be anything. */
  ratio: 200,
  ratioFromBytes: MB,
  /** Parts that are held whole while the sheet streams by. */
  sharedStringsBytes: 24 * MB,
  smallPartBytes: 2 * MB,
  sheetBytes: 128 * MB,
  /** One row with a cell in each of the 16,384 columns takes half of this. */
  rowBytes: 2 * MB,
  rowMarks: 200_000,
  columns: 200,
} as const;

const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const LOCAL_HEADER_BYTES = 30;

export interface ZipDirectory {
  zip: ZipFile;
  entries: Map<string, Entry>;
}

/**
 * Reads only the directory of a zip and throws unless it is small, plain and orderly: not a byte is unpacked before.
 * Sizes may still lie, so unpacking counts again.
 */
export async function openZip(bytes: Buffer): Promise<ZipDirectory> {
  const zip = await yauzl
    .fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    .catch(() => {
      throw new WorkbookFault('broken');
    });
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw new WorkbookFault('bomb');
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, names);
      total += entry.uncompressedSize;
      if (total > WORKBOOK_LIMITS.totalBytes) throw new WorkbookFault('bomb');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault('broken');
  }
  refuseOverlaps([...entries.values()]);
  return { zip, entries };
}

function checkEntry(entry: Entry, names: Set<string>): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new WorkbookFault('encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new WorkbookFault('irregular');
  const name = entry.fileName.normalize('NFC').toLowerCase();
  if (names.has(name) || yauzl.validateFileName(entry.fileName) !== null || /[\\:\0]/.test(name))
    throw new WorkbookFault('irregular');
  names.add(name);
  const inflated = entry.uncompressedSize > WORKBOOK_LIMITS.ratioFromBytes;
  if (inflated && entry.uncompressedSize > entry.compressedSize * WORKBOOK_LIMITS.ratio)
    throw new WorkbookFault('bomb');
}

/** Entries that share bytes multiply them; bytes in front of the first belong to another file. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end || (end === 0 && start !== 0)) throw new WorkbookFault('irregular');
    end = start + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

/** Unpacks one part of a bounded size. */
export async function readPart({ zip, entries }: ZipDirectory, name: string): Promise<string> {
  const entry = entries.get(name);
  if (entry === undefined) throw new WorkbookFault('broken');
  if (entry.uncompressedSize > WORKBOOK_LIMITS.smallPartBytes) throw new WorkbookFault('tooHeavy');
  const chunks: Buffer[] = [];
  for await (const chunk of unpackEntry(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
