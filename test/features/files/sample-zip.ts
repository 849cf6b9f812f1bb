import { crc32, deflateRawSync } from 'node:zlib';

export interface SampleEntry {
  name: string;
  content?: Buffer | string;
  /** What the headers claim instead of the truth. */
  claims?: {
    uncompressedSize?: number;
    compressedSize?: number;
    crc?: number;
    flags?: number;
    method?: number;
  };
  /** Position of the local header that the directory names instead of the real one. */
  offset?: number;
}

/** Writes a zip by its published layout (APPNOTE 4.3), so that each header can be made to lie. */
export function sampleZip(entries: readonly SampleEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', claims = {}, offset } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const fileName = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800 | (claims.flags ?? 0), 2);
    shared.writeUInt16LE(claims.method ?? 8, 4);
    shared.writeUInt32LE(0x5a210000, 6);
    shared.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
    shared.writeUInt32LE(claims.compressedSize ?? packed.length, 14);
    shared.writeUInt32LE(claims.uncompressedSize ?? bytes.length, 18);
    shared.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, fileName, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, central, fileName]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, central, end, Buffer.from(comment)]);
}

const contentTypes = (main: string): SampleEntry => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
});

export const workbookEntries = (): SampleEntry[] => [
  contentTypes('spreadsheetml.sheet'),
  { name: 'xl/workbook.xml', content: '<workbook/>' },
];

export const wordEntries = (): SampleEntry[] => [
  contentTypes('wordprocessingml.document'),
  { name: 'word/document.xml', content: '<w:document/>' },
];
