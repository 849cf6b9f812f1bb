import { checkedEnd, endOfName } from './lang/bson-frame.ts';
import { StoreError } from './lang/errors.ts';
import { parse } from './lang/values.ts';
import type { Doc } from './lang/values.ts';

export const MAX_MESSAGE = 48_000_000;
const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** One request off the socket. */
export interface Message {
  requestId: number;
  legacy: boolean;
  /** The client wants no reply. */
  silent: boolean;
  body: Doc;
  /** Documents that travelled beside the body, still as bytes, by the name of their field. */
  sequences: Map<string, Buffer[]>;
}

/** Thrown for bytes that are no message of the protocol: the connection ends, there is nobody to answer. */
export class ProtocolError extends Error {}

/** The length the next message announces, or null while its header is not complete. */
export function announcedLength(start: Buffer, longest: number): number | null {
  if (start.length < HEADER) return null;
  const length = start.readInt32LE(0);
  if (length < HEADER + 5 || length > longest) throw new ProtocolError('impossible message length');
  return length;
}

/** The number to answer to and the body; a body that names a refused type still has to be answered. */
export function readMessage(bytes: Buffer): Message | { requestId: number; refusal: StoreError } {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  try {
    if (opCode === OP_MSG) return readOpMsg(bytes, requestId);
    if (opCode === OP_QUERY) return readOpQuery(bytes, requestId);
  } catch (error) {
    if (error instanceof StoreError && error.code !== 22) return { requestId, refusal: error };
    throw new ProtocolError(error instanceof Error ? error.message : 'unreadable message');
  }
  throw new ProtocolError('unknown operation');
}

function readOpMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER);
  if ((flags & 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new ProtocolError('unknown flags');
  let end = bytes.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (bytes.readUInt32LE(end) !== crc32c(bytes.subarray(0, end))) throw new ProtocolError('wrong checksum');
  }
  let body: Doc | undefined;
  const sequences = new Map<string, Buffer[]>();
  let at = HEADER + 4;
  while (at < end) {
    const kind = bytes[at++];
    const sectionEnd = kind === 0 ? checkedEnd(bytes, at, end) + 1 : at + bytes.readInt32LE(at);
    if (sectionEnd > end || sectionEnd <= at) throw new ProtocolError('a section is cut short');
    if (kind === 0 && !body) body = parse(bytes.subarray(at, sectionEnd));
    else if (kind === 1) readSequence(bytes, at, sectionEnd, sequences);
    else throw new ProtocolError('unknown section');
    at = sectionEnd;
  }
  if (!body) throw new ProtocolError('no body');
  return { requestId, legacy: false, silent: (flags & MORE_TO_COME) !== 0, body, sequences };
}

function readSequence(bytes: Buffer, from: number, end: number, into: Map<string, Buffer[]>): void {
  if (from + 4 >= end || bytes.indexOf(0, from + 4) >= end) throw new ProtocolError('a section is cut short');
  const nameEnd = endOfName(bytes, from + 4, end);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < end;) {
    const next = checkedEnd(bytes, at, end) + 1;
    documents.push(bytes.subarray(at, next));
    at = next;
  }
  into.set(bytes.toString('utf8', from + 4, nameEnd), documents);
}

/** The oldest form of a request: drivers use it once, to ask who is there. */
function readOpQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, HEADER + 4);
  const start = nameEnd + 9;
  if (nameEnd < 0 || start + 5 > bytes.length) throw new ProtocolError('a query is cut short');
  const body = parse(bytes.subarray(start, checkedEnd(bytes, start, bytes.length) + 1));
  const db = bytes.toString('utf8', HEADER + 4, nameEnd).split('.')[0] ?? 'admin';
  return { requestId, legacy: true, silent: false, body: { ...body, $db: db }, sequences: new Map() };
}

let lastRequestId = 0;

/** A reply to one request around the bytes of its document. */
export function frame(replyTo: number, legacy: boolean, document: Buffer): Buffer {
  const head = Buffer.alloc(HEADER + (legacy ? 20 : 5));
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(lastRequestId, 4);
  head.writeInt32LE(replyTo, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) head.writeInt32LE(1, HEADER + 16); // one document, no cursor, no flags
  return Buffer.concat([head, document]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

/** CRC-32C, the checksum of OP_MSG; Node's own crc32 uses another polynomial. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
