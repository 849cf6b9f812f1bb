import { inflateRawSync } from 'node:zlib';
import { pageTexts } from '../support/pdf-text.ts';

const END = Buffer.from('PK\u0005\u0006', 'latin1');

/** What lies in an archive, by its own directory. */
function* entriesOf(zip: Buffer): Generator<{ name: string; bytes: Buffer }> {
  const end = zip.lastIndexOf(END);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, more, note] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    yield { name, bytes: method === 8 ? inflateRawSync(packed) : packed };
    at += 46 + (nameLength ?? 0) + (more ?? 0) + (note ?? 0);
  }
}

/** Everything a file says: a workbook, a Word file and an archive with all that is in it, a PDF by its pages, text as it is. */
export function saidIn(file: Buffer): string {
  if (file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return [...entriesOf(file)].map(({ name, bytes }) => `${name}\n${saidIn(bytes)}`).join('\n');
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return pageTexts(file).join('\n');
  return file.toString('utf8');
}
