import { broken } from './content-fault.ts';
import type { FileBytes } from './file-bytes.ts';
import { twoInOne } from './foreign-bytes.ts';

type Walk = (file: FileBytes) => Promise<void>;

/** MP4 family: whole boxes up to the very end, a file type first, a film or sound description somewhere. */
const walkBoxes: Walk = async (file) => {
  const seen = new Set<string>();
  for (let at = 0; at < file.size;) {
    const head = await file.at(at, 16);
    const type = head.toString('latin1', 4, 8);
    if (head.length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) throw broken('MP4');
    const small = head.readUInt32BE(0);
    if (small === 1 && head.length < 16) throw broken('MP4');
    const size = small === 1 ? Number(head.readBigUInt64BE(8)) : small === 0 ? file.size - at : small;
    if (size < 8 || at + size > file.size) throw broken('MP4');
    if (seen.size === 0 && type !== 'ftyp') throw broken('MP4');
    seen.add(type);
    at += size;
  }
  if (!seen.has('moov')) throw broken('MP4');
};

/** A recorder that streams writes no length; otherwise the length is the file's, but for one byte of padding. */
const checkWav: Walk = async (file) => {
  const declared = (await file.head(12)).readUInt32LE(4);
  if (declared === 0 || declared === 0xffffffff) return;
  if (declared + 8 > file.size) throw broken('WAV');
  if (file.size - (declared + 8) > 1) throw twoInOne('WAV', '?');
};

const walkOgg: Walk = async (file) => {
  for (let at = 0; at < file.size;) {
    const head = await file.at(at, 27 + 255);
    if (head.toString('latin1', 0, 4) !== 'OggS') throw at === 0 ? broken('OGG') : twoInOne('OGG', '?');
    const segments = head[26] ?? 0;
    const lacing = head.subarray(27, 27 + segments);
    if (head.length < 27 + segments) throw broken('OGG');
    at += 27 + segments + lacing.reduce((sum, byte) => sum + byte, 0);
    if (at > file.size) throw broken('OGG');
  }
};

/** Bytes of a frame behind its first byte, by the type in that byte (3GPP TS 26.101 and 26.201). */
const AMR_FRAMES = {
  '#!AMR\n': [12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, 0, 0, 0, 0],
  '#!AMR-WB\n': [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0],
} as const;

const walkAmr: Walk = async (file) => {
  const head = (await file.head(9)).toString('latin1');
  const magic = head === '#!AMR-WB\n' ? '#!AMR-WB\n' : '#!AMR\n';
  if (!head.startsWith(magic)) throw broken('AMR');
  let at: number = magic.length;
  while (at < file.size) {
    const first = (await file.at(at, 1))[0] ?? 0;
    if ((first & 0x83) !== 0) throw twoInOne('AMR', '?');
    at += 1 + (AMR_FRAMES[magic][(first >> 3) & 0xf] ?? 0);
  }
  if (at !== file.size) throw broken('AMR');
};

/** A WebM is one EBML header and one segment; a live recording leaves the segment's length open. */
const checkWebm: Walk = async (file) => {
  const head = await file.head(64);
  const header = readLength(head, 4);
  const segment = header.next + header.length;
  if (header.length > 40 || head.length < segment + 12 || head.readUInt32BE(segment) !== 0x18538067)
    throw broken('WebM');
  const body = readLength(head, segment + 4);
  if (body.open) return;
  const end = body.next + body.length;
  if (end > file.size) throw broken('WebM');
  if (end < file.size) throw twoInOne('WebM', '?');
};

/** EBML's variable-length number: the first byte's leading zeros say how many bytes follow. */
function readLength(bytes: Buffer, at: number): { length: number; next: number; open: boolean } {
  const first = bytes[at] ?? 0;
  const width = Math.clz32(first) - 23;
  if (first === 0 || at + width > bytes.length) throw broken('WebM');
  let length = first & (0xff >> width);
  let ones = length === 0xff >> width;
  for (const byte of bytes.subarray(at + 1, at + width)) {
    length = length * 256 + byte;
    ones &&= byte === 0xff;
  }
  return { length, next: at + width, open: ones };
}

/** After an optional tag, three frames in a row where their own headers say. */
const checkMp3: Walk = async (file) => {
  const tag = await file.head(10);
  const tagged = tag.toString('latin1', 0, 3) === 'ID3';
  let at = tagged ? 10 + [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((tag[index] ?? 0) & 0x7f), 0) : 0;
  for (let frame = 0; frame < 3; frame += 1) {
    const size = mp3FrameBytes(await file.at(at, 4));
    if (size === null || at + size > file.size) throw broken('MP3');
    at += size;
  }
};

const RATES_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLING = [44_100, 48_000, 32_000];

/** Length of a layer III frame by its header (ISO 11172-3, 13818-3); null when it is none. */
function mp3FrameBytes(head: Buffer): number | null {
  if (head.length < 4 || head[0] !== 0xff || ((head[1] ?? 0) & 0xe6) !== 0xe2) return null;
  const [, second = 0, third = 0] = head;
  const version = (second >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const rate = (version === 3 ? RATES_V1 : RATES_V2)[third >> 4];
  const sampling = SAMPLING[(third >> 2) & 3];
  if (version === 1 || !rate || sampling === undefined) return null;
  const divided = version === 3 ? sampling : version === 2 ? sampling / 2 : sampling / 4;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / divided) + ((third >> 1) & 1);
}

export const RECORDING_CHECKS = {
  mp3: checkMp3,
  m4a: walkBoxes,
  mp4: walkBoxes,
  amr: walkAmr,
  wav: checkWav,
  ogg: walkOgg,
  webm: checkWebm,
} as const satisfies Record<string, Walk>;
