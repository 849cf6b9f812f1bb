export { EVENTS_PERMISSIONS } from './events.permissions.ts';
export { eventsRoutes } from './events.routes.ts';
export { exportChainFile } from './export-chain-file.ts';
