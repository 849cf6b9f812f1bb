import { refused } from './content-fault.ts';
import type { FileBytes } from './file-bytes.ts';

/** Beginnings by which other programs would run, open or unpack a file that also is a picture or a sound. */
/* eslint-disable no-control-regex -- signatures of binary formats hold control characters */
const FOREIGN: readonly [label: string, pattern: RegExp][] = [
  ['ZIP', /PK\x05\x06\0\0\0\0/],
  ['PDF', /%PDF-\d/],
  ['HTML', /<(?:!doctype\s+html|html|head|body|script|iframe|svg)[\s>/]/i],
  ['PHP', /<\?php\s/i],
  ['RAR', /Rar!\x1a\x07/],
  ['7z', /7z\xbc\xaf\x27\x1c/],
  ['EXE', /^MZ[\s\S]{58}[\s\S]{0,400}PE\0\0/],
];
/* eslint-enable no-control-regex */

const ZIP_END_BYTES = 22;
const ZIP_COMMENT_MAX = 65_535;

/** Throws when these bytes hold the beginning of something that does not belong there. */
export function refuseForeign(bytes: Buffer, host: string): void {
  const text = bytes.toString('latin1');
  const found = FOREIGN.find(([, pattern]) => pattern.test(text));
  if (found !== undefined) throw twoInOne(host, found[0]);
}

export const twoInOne = (host: string, guest: string): Error =>
  refused({ zh: `${host} 中夹带其他内容（${guest}）`, en: `${host} with something else inside (${guest})` });

/**
 * A file of any other type must not be a zip as well (readers find a zip from its end), nor start like a PDF or page
 * (readers of those look at the first kilobyte).
 */
export async function refusePolyglot(file: FileBytes, host: string): Promise<void> {
  if (host !== 'PDF') refuseForeign(await file.head(1_024), host);
  const tail = await file.tail(ZIP_END_BYTES + ZIP_COMMENT_MAX);
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0;) {
    const comment = at + ZIP_END_BYTES <= tail.length ? tail.readUInt16LE(at + 20) : -1;
    if (at + ZIP_END_BYTES + comment === tail.length) throw twoInOne(host, 'ZIP');
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
}
