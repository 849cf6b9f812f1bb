export type {
  ByteRange,
  FileStore,
  PutOptions,
  SealedFileStore,
  SealState,
  Shelf,
  StoredBytes,
} from './file-store.ts';
export { openDiskFileStore } from './disk-file-store.ts';
export type { MeasureDisk } from './disk-file-store.ts';
export { isDiskFull, isMissing, syncFile, syncFolder } from './durable-disk.ts';
export { cleanFileName, contentDisposition } from './file-name.ts';
export { currentFileKeys, openFileStore } from './open-file-store.ts';
export type { FilePlace } from './open-file-store.ts';
export type { S3Settings } from './s3-bucket.ts';
export type { FileKeys } from './sealed-bytes.ts';
export { readSealed, resealCopy, sealStateAt, writeSealed } from './sealed-copy.ts';
export { sealedFileStore } from './sealed-file-store.ts';
export { StoredFileError } from './stored-file-error.ts';
export { unpackEntry } from './unpack-entry.ts';
