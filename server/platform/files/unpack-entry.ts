import { Buffer } from 'node:buffer';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** What unpacks to no more than this is unpacked in one go, in less time than handing it to another thread takes. */
const SMALL_BYTES = 64 * 1024;
/** The reader's own pieces of 16 KiB cost a turn of the thread pool each. */
const PIECE_BYTES = 256 * 1024;

const tooMany = (): Error => new Error('too many bytes in an entry of a zip');

/** The bytes of one entry as its directory announces them: one more, or one less, throws. */
export async function* unpackEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const isStored = compressionMethod === 0;
  if (!isStored && Math.max(compressedSize, uncompressedSize) <= SMALL_BYTES) {
    yield unpackSmall(Buffer.concat((await packed.toArray()) as Buffer[]), uncompressedSize); // no encoding is set
    return;
  }
  const plain = isStored ? packed : inflated(packed);
  let bytes = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > uncompressedSize) throw tooMany();
    yield chunk;
  }
  if (bytes < uncompressedSize) throw new Error('not enough bytes in an entry of a zip');
}

function inflated(packed: Readable): Readable {
  const plain = createInflateRaw({ chunkSize: PIECE_BYTES });
  pipeline(packed, plain, () => {}); // whoever reads is told what is wrong
  return plain;
}

function unpackSmall(packed: Buffer, announced: number): Buffer {
  let plain: Buffer;
  try {
    plain = inflateRawSync(packed, { maxOutputLength: Math.max(1, announced) });
  } catch (error) {
    throw error instanceof RangeError ? tooMany() : error;
  }
  if (plain.length > announced) throw tooMany();
  if (plain.length < announced) throw new Error('not enough bytes in an entry of a zip');
  return plain;
}
