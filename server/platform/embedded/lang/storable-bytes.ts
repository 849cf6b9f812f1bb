import { isUtf8 } from 'node:buffer';
import { endOfName, isName, stepOver } from './bson-frame.ts';

const DEEPEST = 100;
const MOST_NAMES = 64;
/** Dates near the ends of what can be held are left to the reader to judge. */
const LAST_DATE = 8_600_000_000_000_000;
const DOLLAR = 0x24;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const FORBIDDEN = '__proto__';

/**
 * Whether these bytes can be stored as they are: a well-formed document with its `_id` in front and nothing
 * that reading, checking and writing it again would refuse or change. False only means that this has to be done.
 */
export function isStorable(bytes: Buffer): boolean {
  const end = documentEnd(bytes, 0, bytes.length);
  if (end !== bytes.length - 1 || !isName(bytes, 5, 8, '_id') || bytes[8] !== 0) return false;
  const idType = bytes[4];
  return idType !== 0x04 && fieldsAreStorable(bytes, 4, end, 0);
}

/** As `checkedEnd`, but -1 instead of an error. */
function documentEnd(bytes: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) return -1;
  const end = start + bytes.readInt32LE(start) - 1;
  return end < start + 4 || end >= limit || bytes[end] !== 0 ? -1 : end;
}

function fieldsAreStorable(bytes: Buffer, from: number, end: number, depth: number): boolean {
  let names = 0;
  let marks = 0; // one bit per kind of name: only where two share it, names are compared
  for (let at = from; at < end; names++) {
    const type = bytes[at] as number; // at < end
    const nameEnd = nameIsStorable(bytes, at + 1, end);
    if (nameEnd < 0 || names > MOST_NAMES) return false;
    const mark =
      1 << ((nameEnd - at + 3 * (bytes[at + 1] as number) + 7 * (bytes[nameEnd - 1] as number)) & 31);
    if (marks & mark && isRepeated(bytes, from, at, nameEnd)) return false;
    marks |= mark;
    const next = valueIsStorable(bytes, type, nameEnd + 1, end, depth);
    if (next < 0) return false;
    at = next;
  }
  return true;
}

/** The end of a name that may be stored, or -1. */
function nameIsStorable(bytes: Buffer, from: number, limit: number): number {
  const first = bytes[from] ?? DOLLAR;
  // Names that are numbers change places when they are read as a document of JavaScript.
  if (first === DOLLAR || (first >= ZERO && first <= NINE)) return -1;
  let at = from;
  for (let unit = bytes[at]; unit !== 0; unit = bytes[++at]) {
    // Names outside ASCII are rare: whether they are UTF-8 is left to the reader.
    if (unit === undefined || unit === DOT || unit > 0x7f || at >= limit) return -1;
  }
  return isName(bytes, from, at, FORBIDDEN) ? -1 : at;
}

/** Whether one of the fields before this one has its name; they have all been found well-formed. */
function isRepeated(bytes: Buffer, from: number, at: number, nameEnd: number): boolean {
  const length = nameEnd - at; // with the zero byte behind it
  for (let other = from; other < at;) {
    let i = 1;
    while (i <= length && bytes[other + i] === bytes[at + i]) i++;
    if (i > length) return true;
    const otherEnd = endOfName(bytes, other + 1, at);
    other = stepOver(bytes, bytes[other] as number, otherEnd + 1, at); // other < at
  }
  return false;
}

function itemsAreStorable(bytes: Buffer, from: number, end: number, depth: number): boolean {
  let count = 0;
  for (let at = from; at < end; count++) {
    const nameEnd = at + 1 + digits(count);
    if (nameEnd >= end || bytes[nameEnd] !== 0 || !isName(bytes, at + 1, nameEnd, String(count)))
      return false;
    const next = valueIsStorable(bytes, bytes[at] as number, nameEnd + 1, end, depth); // at < end
    if (next < 0) return false;
    at = next;
  }
  return true;
}

const digits = (count: number): number => (count < 10 ? 1 : String(count).length);

/** The end of the value, or -1. */
function valueIsStorable(bytes: Buffer, type: number, at: number, end: number, depth: number): number {
  switch (type) {
    case 0x02: {
      if (at + 5 > end) return -1;
      const last = at + 3 + bytes.readInt32LE(at);
      return last < at + 4 || last >= end || bytes[last] !== 0 || !isText(bytes, at + 4, last)
        ? -1
        : last + 1;
    }
    case 0x03:
    case 0x04: {
      const last = depth < DEEPEST ? documentEnd(bytes, at, end) : -1;
      const check = type === 0x03 ? fieldsAreStorable : itemsAreStorable;
      return last >= 0 && check(bytes, at + 4, last, depth + 1) ? last + 1 : -1;
    }
    case 0x05: {
      const length = at + 5 > end ? -1 : bytes.readInt32LE(at);
      return length < 0 || at + 5 + length > end ? -1 : at + 5 + length;
    }
    case 0x08:
      return at < end && (bytes[at] as number) < 2 ? at + 1 : -1; // at < end
    case 0x09: {
      if (at + 8 > end) return -1;
      const time = bytes.readInt32LE(at + 4) * 0x100000000;
      return Math.abs(time) < LAST_DATE ? at + 8 : -1;
    }
    case 0x07:
      return within(at + 12, end);
    case 0x01:
    case 0x11:
    case 0x12:
      return within(at + 8, end);
    case 0x10:
      return within(at + 4, end);
    case 0x0a:
      return at;
    default:
      return -1; // patterns, undefined, the ends of the order, refused and unknown types
  }
}

const within = (next: number, end: number): number => (next <= end ? next : -1);

function isText(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if ((bytes[at] as number) > 0x7f) return isUtf8(bytes.subarray(at, to)); // at < to
  }
  return true;
}
