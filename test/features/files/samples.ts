import sharp from 'sharp';

const picture = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: '#2563eb' } });

export const jpeg = (width?: number, height?: number): Promise<Buffer> =>
  picture(width, height).jpeg().toBuffer();
export const png = (width?: number, height?: number): Promise<Buffer> =>
  picture(width, height).png().toBuffer();
export const webp = (): Promise<Buffer> => picture().webp().toBuffer();

/** A photo with much detail, so that a cut falls into its pixels. */
export async function noisyJpeg(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  return sharp({ create: { width: 600, height: 400, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer();
}

/** With the place it was taken at and turned as a phone held upright writes it. */
export const phoneJpeg = (): Promise<Buffer> =>
  picture(400, 300)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitude: '23/1 22/1 0/1', GPSLongitude: '104/1 15/1 0/1' } })
    .jpeg()
    .toBuffer();

/** The smallest PDF with a page: header, objects, cross-reference, trailer (ISO 32000-1, 7.5). */
export function pdf(body = ''): Buffer {
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
    '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n',
  ];
  let text = `%PDF-1.4\n${body}`;
  const offsets = objects.map((object) => {
    const at = text.length;
    text += object;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  return Buffer.from(
    `${text}xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

export function box(type: string, content: Buffer | string = ''): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const film = (brand: string): Buffer =>
  Buffer.concat([box('ftyp', `${brand}\0\0\0\0isom`), box('moov', box('mvhd', 'x')), box('mdat', 'sound')]);
export const mp4 = (): Buffer => film('isom');
export const m4a = (): Buffer => film('M4A ');
export const heic = (): Buffer =>
  Buffer.concat([box('ftyp', 'heic\0\0\0\0mif1heic'), box('meta'), box('mdat', 'x')]);

export function wav(dataBytes = 800): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + dataBytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(dataBytes, 40);
  return Buffer.concat([head, Buffer.alloc(dataBytes, 0x80)]);
}

/** Ogg pages (RFC 3533) of an Opus stream; checksums are not looked at. */
export function ogg(): Buffer {
  const page = (content: Buffer): Buffer => {
    const head = Buffer.alloc(28);
    head.write('OggS', 0, 'latin1');
    head[26] = 1;
    head[27] = content.length;
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    page(Buffer.from('OpusHead\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')),
    page(Buffer.alloc(100, 7)),
  ]);
}

/** Ten frames of speech at 12.2 kbit/s: type 7, one byte and 31 of speech each (RFC 4867, 5.3). */
export const amr = (): Buffer =>
  Buffer.concat([
    Buffer.from('#!AMR\n'),
    ...Array.from({ length: 10 }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 1)])),
  ]);

/** Four silent MPEG-1 layer III frames: 128 kbit/s at 44.1 kHz are 417 bytes each. */
export const mp3 = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 4 }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]),
    ),
  );

/** EBML header and one segment (RFC 8794); `open` as a live recorder writes it. */
export function webm(open = false): Buffer {
  const header = Buffer.from('1a45dfa3 8b 4282 84 7765626d 4287 81 04'.replaceAll(' ', ''), 'hex');
  const body = Buffer.alloc(200, 0xec);
  const length = open ? '01ffffffffffffff' : `01${body.length.toString(16).padStart(14, '0')}`;
  return Buffer.concat([header, Buffer.from(`18538067${length}`, 'hex'), body]);
}
