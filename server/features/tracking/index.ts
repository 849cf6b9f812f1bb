export { TRACKING_PERMISSIONS } from './tracking.permissions.ts';
export { trackingRoutes } from './tracking.routes.ts';
