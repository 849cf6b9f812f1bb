import { createHash, getHashes } from 'node:crypto';
import { storedContent } from '../files/index.ts';

export interface Fingerprints {
  bytes: number;
  sha256: string;
  /** GB/T 32905; absent where the OpenSSL of this Node was built without it. */
  sm3?: string;
}

const KNOWS_SM3 = getHashes().includes('sm3');

/** Reads bytes once and answers both fingerprints of them. */
async function fingerprintsOf(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Fingerprints> {
  const sha256 = createHash('sha256');
  const sm3 = KNOWS_SM3 ? createHash('sm3') : undefined;
  let count = 0;
  for await (const chunk of bytes) {
    sha256.update(chunk);
    sm3?.update(chunk);
    count += chunk.length;
  }
  return {
    bytes: count,
    sha256: sha256.digest('hex'),
    ...(sm3 === undefined ? {} : { sm3: sm3.digest('hex') }),
  };
}

export const fingerprintsOfText = (text: string): Promise<Fingerprints> =>
  fingerprintsOf([Buffer.from(text, 'utf8')]);

export const fingerprintsOfBytes = (bytes: Buffer): Promise<Fingerprints> => fingerprintsOf([bytes]);

/** Of a stored file; a store that gives other bytes than its own name promises is a fault, never evidence. */
export async function fingerprintsOfStored(sha256: string): Promise<Fingerprints> {
  const found = await fingerprintsOf(await storedContent(sha256));
  if (found.sha256 !== sha256) throw new Error('A stored file is not what its name says');
  return found;
}
