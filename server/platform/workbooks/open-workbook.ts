import { readFile, stat } from 'node:fs/promises';
import type { WorkbookSource } from './sheet-row.ts';
import { WorkbookFault } from './workbook-fault.ts';
import { WORKBOOK_LIMITS, openZip, readPart } from './zip-directory.ts';
import type { ZipDirectory } from './zip-directory.ts';

export interface WorkbookSheet {
  /** Place among the workbook's sheets, as the reader counts them. */
  index: number;
  /** The sheet's part in the zip. */
  path: string;
  hidden: boolean;
}

export interface OpenWorkbook {
  bytes: Buffer;
  directory: ZipDirectory;
  sheets: WorkbookSheet[];
}

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream of a password-protected workbook, named in UTF-16 in the container's directory. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const MAIN = 'spreadsheetml.sheet.main+xml';

/** Says what the bytes really are and throws unless they are a plain .xlsx within the limits. */
export async function openWorkbook(source: WorkbookSource): Promise<OpenWorkbook> {
  const bytes = await bytesOf(source);
  if (bytes.subarray(0, 8).equals(OLE2))
    throw new WorkbookFault(bytes.includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'oldExcel');
  if (bytes.length === 0) throw new WorkbookFault('broken');
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') throw new WorkbookFault('notWorkbook');
  const directory = await openZip(bytes);
  const { entries } = directory;
  if (!entries.has('[Content_Types].xml') || !entries.has('xl/workbook.xml'))
    throw new WorkbookFault('notWorkbook');
  const types = await readPart(directory, '[Content_Types].xml');
  if (/macroEnabled|vbaProject/i.test(types) || [...entries.keys()].some((name) => /vbaProject/i.test(name)))
    throw new WorkbookFault('macros');
  if (!types.includes(MAIN)) throw new WorkbookFault('notWorkbook');
  limitPart(directory, /(^|\/)sharedStrings\.xml$/i, WORKBOOK_LIMITS.sharedStringsBytes);
  limitPart(directory, /(^|\/)styles\.xml$/i, WORKBOOK_LIMITS.smallPartBytes);
  return { bytes, directory, sheets: await listSheets(directory) };
}

async function bytesOf(source: WorkbookSource): Promise<Buffer> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  const limit = WORKBOOK_LIMITS.fileBytes;
  if (size > limit) throw new WorkbookFault('tooBig', { limit: limit / 1024 / 1024 });
  if (typeof source === 'string') return readFile(source);
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}

function limitPart({ entries }: ZipDirectory, name: RegExp, bytes: number): void {
  for (const [path, entry] of entries)
    if (name.test(path) && entry.uncompressedSize > bytes) throw new WorkbookFault('tooHeavy');
}

async function listSheets(directory: ZipDirectory): Promise<WorkbookSheet[]> {
  const workbook = await readPart(directory, 'xl/workbook.xml');
  const rels = await readPart(directory, 'xl/_rels/workbook.xml.rels');
  if (/<!DOCTYPE|<!ENTITY/i.test(workbook)) throw new WorkbookFault('irregular');
  const targets = new Map(
    tags(rels, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const sheets = tags(workbook, 'sheet').flatMap((tag, index) => {
    const target = targets.get(attribute(tag, '[\\w]+:id'));
    if (target === undefined) return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{ index, path, hidden: /^(?:veryH|h)idden$/.test(attribute(tag, 'state')) }];
  });
  const readable = sheets.filter(({ path }) => /worksheets\//.test(path) && directory.entries.has(path));
  if (readable.length === 0) throw new WorkbookFault('noSheet');
  return readable;
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]{1,2000})>`, 'gu'))].map(([, tag = '']) => tag);

const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '';
