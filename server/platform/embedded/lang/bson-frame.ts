import { StoreError } from './errors.ts';

/** How BSON lies in memory: where a document, a name and a value end, checked before anything is read. */

export const invalid = (message: string): StoreError => new StoreError(22, `Invalid BSON: ${message}`);

/** Type bytes that are refused by name. */
const REFUSED: Readonly<Record<number, string>> = {
  0x0c: 'dbPointer',
  0x0d: 'javascript',
  0x0e: 'symbol',
  0x0f: 'javascriptWithScope',
  0x13: 'decimal128',
};

const FIXED_SIZES: Readonly<Record<number, number>> = {
  0x01: 8,
  0x06: 0,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x7f: 0,
  0xff: 0,
};

/** Where the value ends, having checked that all of it lies before the end of its document. */
export function stepOver(buffer: Buffer, type: number, at: number, end: number): number {
  let next = at + (FIXED_SIZES[type] ?? -1);
  if (next < at) {
    if (type === 0x0b) next = endOfName(buffer, endOfName(buffer, at, end) + 1, end) + 1;
    else if (REFUSED[type]) throw new StoreError(2, `Values of type ${REFUSED[type]} are not supported here`);
    else if (at + 4 > end) throw invalid('a value is cut short');
    else if (type === 0x02) next = at + 4 + positive(buffer.readInt32LE(at), 1);
    else if (type === 0x03 || type === 0x04) next = checkedEnd(buffer, at, end) + 1;
    else if (type === 0x05) next = at + 5 + positive(buffer.readInt32LE(at), 0);
    else throw invalid(`unknown type 0x${type.toString(16)}`);
  }
  if (next > end) throw invalid('a value is cut short');
  return next;
}

function positive(length: number, least: number): number {
  if (length < least) throw invalid('a negative length');
  return length;
}

export function isName(buffer: Buffer, from: number, to: number, name: string): boolean {
  const length = name.length;
  if (to - from < length) return false;
  for (let i = 0; i < length; i++) {
    const unit = name.charCodeAt(i);
    if (unit > 0x7f) return buffer.toString('utf8', from, to) === name;
    if (buffer[from + i] !== unit) return false;
  }
  return to - from === length;
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The index of the closing zero of the document that starts here. */
export function checkedEnd(buffer: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) throw invalid('a document is cut short');
  const end = start + buffer.readInt32LE(start) - 1;
  if (end < start + 4 || end >= limit || buffer[end] !== 0) throw invalid('a document has a wrong length');
  return end;
}

export function endOfName(buffer: Buffer, from: number, end: number): number {
  let at = from;
  while (buffer[at] !== 0) at++;
  if (at >= end) throw invalid('a field name does not end');
  return at;
}
