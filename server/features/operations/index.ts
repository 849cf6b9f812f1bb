export { getHealth } from './get-health.ts';
export { checkClockBack } from './health/check-clock-back.ts';
export { checkDisk } from './health/check-machine.ts';
export { checkOutbox } from './health/check-outbox.ts';
export { OPERATIONS_PERMISSIONS } from './operations.permissions.ts';
export { operationsRoutes } from './operations.routes.ts';
export type { OperationsSettings } from './operations.settings.ts';
export { configureOperations } from './operations.settings.ts';
