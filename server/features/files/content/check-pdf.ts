import { broken } from './content-fault.ts';
import type { FileBytes } from './file-bytes.ts';
import { twoInOne } from './foreign-bytes.ts';

/** A PDF starts with its header, ends with its trailer, and the trailer points at a cross-reference inside the file. */
export async function checkPdf(file: FileBytes): Promise<void> {
  if (!/^%PDF-[12]\.\d/.test((await file.head(8)).toString('latin1'))) throw broken('PDF');
  const tail = (await file.tail(4_096)).toString('latin1');
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw broken('PDF');
  if (!/^[\s\0]*$/.test(tail.slice(end + 5))) throw twoInOne('PDF', '?');
  const pointer = /startxref\s+(\d{1,12})\s+$/.exec(tail.slice(0, end))?.[1];
  const at = Number(pointer ?? Number.NaN);
  if (!(at < file.size)) throw broken('PDF');
  if (!/^\s*(?:xref\s|\d+\s+\d+\s+obj)/.test((await file.at(at, 64)).toString('latin1'))) throw broken('PDF');
}
