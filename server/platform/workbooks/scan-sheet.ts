import { unpackEntry } from '../files/unpack-entry.ts';
import { WorkbookFault } from './workbook-fault.ts';
import { WORKBOOK_LIMITS } from './zip-directory.ts';
import type { ZipDirectory } from './zip-directory.ts';

export interface SheetScan {
  /** Rows the sheet speaks of, blank ones with a format included. */
  rows: number;
  /** Cells with a formula, 'H5'; not more than MAX_FORMULAS of them. */
  formulas: string[];
}

const MAX_FORMULAS = 20_000;
/** Enough to hold the opening tag of a cell that a chunk cut in two. */
const OVERLAP = 2_048;

/**
 * Goes once through the bytes of a sheet before it is read: a reader gives formulas' last results as if they were
 * typed, and holds a whole row at a time however long it is. Also proves that the sheet is as big as it says.
 */
export async function scanSheet({ zip, entries }: ZipDirectory, path: string): Promise<SheetScan> {
  const entry = entries.get(path);
  if (entry === undefined) throw new WorkbookFault('broken');
  if (entry.uncompressedSize > WORKBOOK_LIMITS.sheetBytes) throw new WorkbookFault('tooHeavy');
  const scan: SheetScan = { rows: 0, formulas: [] };
  let carried = Buffer.alloc(0);
  let prefix: string | undefined;
  let sinceRow = 0;
  for await (const chunk of unpackEntry(zip, entry)) {
    const text = Buffer.concat([carried, chunk]);
    prefix ??= /<(\w+:)?worksheet[\s>]/u.exec(text.toString('latin1', 0, 4_096))?.[1] ?? '';
    // What lies in the carried bytes was counted with the chunk before, unless the mark was cut.
    const from = carried.length;
    for (const at of marks(text, `<${prefix}row`, from)) {
      scan.rows += 1;
      sinceRow = at - text.length;
    }
    sinceRow += chunk.length;
    if (sinceRow > WORKBOOK_LIMITS.rowBytes)
      throw new WorkbookFault('tooManyColumns', { limit: WORKBOOK_LIMITS.columns });
    if (scan.rows > WORKBOOK_LIMITS.rowMarks)
      throw new WorkbookFault('tooManyRows', { limit: WORKBOOK_LIMITS.rowMarks });
    for (const at of marks(text, `<${prefix}f`, from))
      if (scan.formulas.length < MAX_FORMULAS) scan.formulas.push(cellBefore(text, at, prefix));
    carried = Buffer.from(text.subarray(Math.max(0, text.length - OVERLAP)));
  }
  return scan;
}

/** Where a tag of just this name opens and its name ends behind `from`. */
function* marks(text: Buffer, open: string, from: number): Generator<number> {
  const length = open.length;
  for (let at = text.indexOf(open, Math.max(0, from - length)); at >= 0; at = text.indexOf(open, at + 1)) {
    const next = text[at + length];
    if (next === undefined || at + length < from) continue;
    // '>', '/', or white space
    if (next === 0x3e || next === 0x2f || next === 0x20 || (next >= 0x09 && next <= 0x0d)) yield at;
  }
}

function cellBefore(text: Buffer, at: number, prefix: string): string {
  const start = text.lastIndexOf(`<${prefix}c `, at);
  const tag = start < 0 ? '' : text.toString('latin1', start, Math.min(at, start + 200));
  return /\sr="([A-Z]{1,3}\d{1,7})"/u.exec(tag)?.[1] ?? '?';
}
