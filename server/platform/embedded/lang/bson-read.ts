import { Binary, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { asBuffer, checkedEnd, endOfName, invalid, isName, stepOver } from './bson-frame.ts';
import { StoreError } from './errors.ts';
import { toRegex } from './regex.ts';
import type { Doc, Value } from './types.ts';

/**
 * A strict reader for BSON that came over a socket. It refuses the value types outside the allow-list
 * and the field name `__proto__`, and trusts no length it has not checked against the bytes it holds.
 */

const MAX_DEPTH = 180;
const FORBIDDEN_NAME = '__proto__';

/** The whole document. */
export function parse(bytes: Uint8Array): Doc {
  const buffer = asBuffer(bytes);
  return readDoc(buffer, 0, checkedEnd(buffer, 0, buffer.length), 0);
}

/** Only the named top-level fields; every other one is stepped over without being read. */
export function parseFields(bytes: Uint8Array, names: readonly string[]): Doc {
  const buffer = asBuffer(bytes);
  const end = checkedEnd(buffer, 0, buffer.length);
  const doc: Doc = {};
  let missing = names.length;
  for (let at = 4; at < end && missing > 0;) {
    const type = buffer[at] as number; // within `end`, which lies inside the buffer
    const nameEnd = endOfName(buffer, at + 1, end);
    const next = stepOver(buffer, type, nameEnd + 1, end);
    for (const name of names) {
      if (!isName(buffer, at + 1, nameEnd, name)) continue;
      const value = readValue(buffer, type, nameEnd + 1, end, 1);
      if (value !== undefined) doc[name] = value;
      missing--;
      break;
    }
    at = next;
  }
  return doc;
}

/** One field by its path through documents; an array on the way has no single value, so undefined. */
export function rawField(bytes: Uint8Array, path: string): Value | undefined {
  const buffer = asBuffer(bytes);
  const parts = path.split('.');
  let start = 0;
  let limit = buffer.length;
  for (let depth = 0; depth < parts.length; depth++) {
    const end = checkedEnd(buffer, start, limit);
    const found = findField(buffer, start, end, parts[depth] as string); // depth < parts.length
    if (!found) return undefined;
    if (depth === parts.length - 1) return readValue(buffer, found.type, found.at, end, depth + 1);
    if (found.type !== 0x03) return undefined;
    start = found.at;
    limit = end;
  }
  return undefined;
}

/** The bytes of a field that holds a document. */
export function rawDocument(bytes: Buffer, name: string): Buffer | undefined {
  const end = checkedEnd(bytes, 0, bytes.length);
  const found = findField(bytes, 0, end, name);
  if (found?.type !== 0x03) return undefined;
  return bytes.subarray(found.at, checkedEnd(bytes, found.at, end) + 1);
}

function findField(buffer: Buffer, start: number, end: number, name: string): Element | null {
  for (let at = start + 4; at < end;) {
    const type = buffer[at] as number; // at < end
    const nameEnd = endOfName(buffer, at + 1, end);
    if (isName(buffer, at + 1, nameEnd, name)) return { type, at: nameEnd + 1 };
    at = stepOver(buffer, type, nameEnd + 1, end);
  }
  return null;
}

interface Element {
  type: number;
  at: number;
}

// Field names repeat from document to document: a small cache spares decoding and gives equal strings.
const CACHE_SIZE = 2048;
const cachedNames: (string | undefined)[] = new Array<string | undefined>(CACHE_SIZE).fill(undefined);

function readName(buffer: Buffer, from: number, to: number): string {
  if (to - from > 40) return checkedName(buffer.toString('utf8', from, to));
  let hash = to - from;
  for (let i = from; i < to; i++) hash = (hash * 31 + (buffer[i] as number)) | 0; // i < to
  const slot = hash & (CACHE_SIZE - 1);
  const cached = cachedNames[slot];
  if (cached !== undefined && isName(buffer, from, to, cached)) return cached;
  const name = checkedName(buffer.toString('utf8', from, to));
  cachedNames[slot] = name;
  return name;
}

function checkedName(name: string): string {
  if (name === FORBIDDEN_NAME) throw invalid(`the field name ${FORBIDDEN_NAME} is not allowed`);
  return name;
}

function readDoc(buffer: Buffer, start: number, end: number, depth: number): Doc {
  if (depth > MAX_DEPTH) throw new StoreError(15, `A document is nested deeper than ${MAX_DEPTH} levels`);
  const doc: Doc = {};
  for (let at = start + 4; at < end;) {
    const type = buffer[at] as number; // at < end
    const nameEnd = endOfName(buffer, at + 1, end);
    const next = stepOver(buffer, type, nameEnd + 1, end);
    const value = readValue(buffer, type, nameEnd + 1, end, depth + 1);
    // The driver's `ignoreUndefined`: an undefined field is as good as absent.
    if (value !== undefined) doc[readName(buffer, at + 1, nameEnd)] = value;
    at = next;
  }
  return doc;
}

function readArray(buffer: Buffer, start: number, end: number, depth: number): Value[] {
  if (depth > MAX_DEPTH) throw new StoreError(15, `A document is nested deeper than ${MAX_DEPTH} levels`);
  const items: Value[] = [];
  for (let at = start + 4; at < end;) {
    const type = buffer[at] as number; // at < end
    const nameEnd = endOfName(buffer, at + 1, end);
    const next = stepOver(buffer, type, nameEnd + 1, end);
    items.push(readValue(buffer, type, nameEnd + 1, end, depth + 1) ?? null);
    at = next;
  }
  return items;
}

/** The caller has stepped over the value before, so its length is known to be sound. */
function readValue(buffer: Buffer, type: number, at: number, end: number, depth: number): Value | undefined {
  switch (type) {
    case 0x01:
      return new Double(buffer.readDoubleLE(at));
    case 0x02:
      return readString(buffer, at + 4, at + 3 + buffer.readInt32LE(at));
    case 0x03:
      return readDoc(buffer, at, checkedEnd(buffer, at, end), depth);
    case 0x04:
      return readArray(buffer, at, checkedEnd(buffer, at, end), depth);
    case 0x05:
      return readBinary(buffer, at, buffer.readInt32LE(at));
    case 0x07:
      return new ObjectId(copyOf(buffer, at, 12));
    case 0x08:
      return buffer[at] === 1;
    case 0x09:
      return readDate(buffer, at);
    case 0x0a:
      return null;
    case 0x0b: {
      const patternEnd = endOfName(buffer, at, end);
      const options = buffer.toString('utf8', patternEnd + 1, endOfName(buffer, patternEnd + 1, end));
      return toRegex(buffer.toString('utf8', at, patternEnd), options);
    }
    case 0x10:
      return new Int32(buffer.readInt32LE(at));
    case 0x11:
      return new Timestamp(buffer.readBigUInt64LE(at));
    case 0x12:
      return new Long(buffer.readInt32LE(at), buffer.readInt32LE(at + 4));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      return undefined;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readString(buffer: Buffer, from: number, to: number): string {
  if (buffer[to] !== 0) throw invalid('a string does not end');
  const text = buffer.toString('utf8', from, to);
  if (text.includes('\ufffd')) {
    // Either a real replacement character or bytes that are no UTF-8: only the strict decoder knows.
    try {
      return strictUtf8.decode(buffer.subarray(from, to));
    } catch {
      throw invalid('a string is not UTF-8');
    }
  }
  return text;
}

/** A copy, because the bytes belong to a socket or to the storage's memory map. */
function copyOf(buffer: Buffer, at: number, length: number): Buffer {
  const copy = Buffer.allocUnsafe(length);
  buffer.copy(copy, 0, at, at + length);
  return copy;
}

function readBinary(buffer: Buffer, at: number, length: number): Binary {
  return new Binary(copyOf(buffer, at + 5, length), buffer[at + 4]);
}

function readDate(buffer: Buffer, at: number): Date {
  const date = new Date(buffer.readInt32LE(at + 4) * 0x100000000 + buffer.readUInt32LE(at));
  if (Number.isNaN(date.getTime())) throw new StoreError(2, 'A date lies outside the years that can be kept');
  return date;
}
