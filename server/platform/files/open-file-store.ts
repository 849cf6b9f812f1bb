import { join } from 'node:path';
import { keyRing } from '../crypto/field-keys.ts';
import type { MeasureDisk } from './disk-file-store.ts';
import { openDiskFileStore } from './disk-file-store.ts';
import type { SealedFileStore } from './file-store.ts';
import { openS3FileStore } from './s3-file-store.ts';
import type { S3Settings } from './s3-bucket.ts';
import type { FileKeys } from './sealed-bytes.ts';
import { sealedFileStore } from './sealed-file-store.ts';

/** Where stored files lie; plain data, so that a thread can be handed it. */
export interface FilePlace {
  dataDir: string;
  s3?: S3Settings | undefined;
  /** For a thread, which has no key ring of its own; elsewhere that is asked at each file. */
  keys?: FileKeys;
}

/** The keys of this moment. */
export function currentFileKeys(): FileKeys {
  const { active, keys, suites } = keyRing();
  return { active, keys, suites };
}

/** Sealed, wherever they lie: in the data folder, or in a bucket. */
export function openFileStore({ dataDir, s3, keys }: FilePlace, measure?: MeasureDisk): SealedFileStore {
  const inner =
    s3 === undefined
      ? openDiskFileStore(join(dataDir, 'files'), measure)
      : openS3FileStore(s3, join(dataDir, 'uploads', 's3'));
  return sealedFileStore(inner, keys === undefined ? currentFileKeys : () => keys);
}
