export type { Migration, Step } from './migration.ts';
export { listMigrations, ownForm, registerMigration } from './migration.ts';
export type { MigrationRecord } from './migration.model.ts';
export { findMigrations } from './migration.model.ts';
export { NewerStoreError, refuseNewerStore } from './refuse-newer-store.ts';
export type { MigrationDeps } from './run-migrations.ts';
export { migrateStore } from './run-migrations.ts';
