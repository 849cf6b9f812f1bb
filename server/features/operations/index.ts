export { addFigures } from './add-figures.ts';
export { getHealth } from './get-health.ts';
export { checkClockBack } from './health/check-clock-back.ts';
export { checkDisk } from './health/check-machine.ts';
export { NEXT_STEPS } from './health/next-steps.ts';
export { OPERATIONS_PERMISSIONS } from './operations.permissions.ts';
export { operationsRoutes } from './operations.routes.ts';
export type { OperationsSettings } from './operations.settings.ts';
export { configureOperations } from './operations.settings.ts';
