export { OPERATIONS_PERMISSIONS } from './operations.permissions.ts';
export { operationsRoutes } from './operations.routes.ts';
export type { OperationsSettings } from './operations.settings.ts';
export { configureOperations } from './operations.settings.ts';
