import { broken } from './content-fault.ts';
import { refuseForeign, twoInOne } from './foreign-bytes.ts';

/** 'ftyp': how a film begins. */
const FTYP = 0x66747970;

/** Walks one JPEG from its start to just behind its end marker. */
export function jpegEnd(bytes: Buffer, start = 0): number {
  let at = start + 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) throw broken('JPEG');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return at + 2;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      if (marker < 0xc0 || marker === 0xd8 || at + 4 > bytes.length) throw broken('JPEG');
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === 0xda) at = scanEnd(bytes, at);
    }
  }
  throw broken('JPEG');
}

/** Entropy-coded data ends at the first marker that is neither stuffing nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0xff) at -= 1;
    else if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken('JPEG');
}

/**
 * Cameras put more behind a photo's end: padding, further whole JPEGs (depth and gain maps), a short film (motion
 * photo), Samsung's own block. Those stay, everything else behind the end is refused: an original is kept byte for
 * byte, so nothing can be cut off.
 */
export function checkJpeg(bytes: Buffer): void {
  let at = jpegEnd(bytes);
  refuseForeign(bytes.subarray(at), 'JPEG');
  while (at < bytes.length) {
    const byte = bytes[at];
    const next = bytes[at + 1];
    // A film first: its length field may begin with zeros like padding.
    if (at + 8 <= bytes.length && bytes.readUInt32BE(at + 4) === FTYP) at = boxesEnd(bytes, at);
    else if (byte === 0 || (byte === 0xff && next === 0xff) || byte === 0x0a || byte === 0x0d) at += 1;
    else if (byte === 0xff && next === 0xd8) at = jpegEnd(bytes, at);
    else if (bytes.toString('latin1', bytes.length - 4) === 'SEFT') return;
    else throw twoInOne('JPEG', '?');
  }
}

/** Behind the last whole box of a film that starts here. */
function boxesEnd(bytes: Buffer, start: number): number {
  let at = start;
  while (at + 8 <= bytes.length && /^[a-z0-9 ]{4}$/i.test(bytes.toString('latin1', at + 4, at + 8))) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) throw twoInOne('JPEG', '?');
    at += size;
  }
  return at;
}

export function checkPng(bytes: Buffer): void {
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw broken('PNG');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + length;
    if (at > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw broken('PNG');
    if (type === 'IEND') break;
  }
  refuseTrailer(bytes.subarray(at), 'PNG');
}

export function checkWebp(bytes: Buffer): void {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw broken('WebP');
  refuseTrailer(bytes.subarray(end), 'WebP');
}

function refuseTrailer(trailer: Buffer, host: string): void {
  refuseForeign(trailer, host);
  if (trailer.some((byte) => byte !== 0)) throw twoInOne(host, '?');
}
