export { configureFiles } from './files-setup.ts';
export type { FilesConfig } from './files-setup.ts';
export { filesRoutes } from './files.routes.ts';
export { FILES_PERMISSIONS } from './files.permissions.ts';
export { registerFileReader } from './file-readers.ts';
export type { FileReader } from './file-readers.ts';
export { storeFile } from './store-file.ts';
export type { ArrivedFile } from './store-file.ts';
export { sweepOrphanFiles } from './sweep-orphan-files.ts';
