export type { ByteRange, FileStore, Shelf, StoredBytes } from './file-store.ts';
export { openDiskFileStore } from './disk-file-store.ts';
export type { MeasureDisk } from './disk-file-store.ts';
export { isDiskFull, isMissing, syncFile, syncFolder } from './durable-disk.ts';
export { cleanFileName, contentDisposition } from './file-name.ts';
