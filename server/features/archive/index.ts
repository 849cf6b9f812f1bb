export { ARCHIVE_PERMISSIONS } from './archive.permissions.ts';
export { archiveRoutes } from './archive.routes.ts';
export { enterFile } from './archive-case.ts';
export type { OverdueFile } from './destroy-files.ts';
export { destroyFile, fileNumbersOf, filesOver, isFileOver } from './destroy-files.ts';
export type { VolumeOfCase } from './file-for-case.ts';
export { fileForCase } from './file-for-case.ts';
