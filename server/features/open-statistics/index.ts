export { OPEN_STATISTICS_PERMISSIONS } from './open-statistics.permissions.ts';
export { openStatisticsRoutes } from './open-statistics.routes.ts';
