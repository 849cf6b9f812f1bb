import './alerts-setup.ts';

export * as actOnAlert from './act-on-alert.ts';
export { ALERTS_PERMISSIONS } from './alerts.permissions.ts';
export { alertsRoutes } from './alerts.routes.ts';
export { riskCardOfCode } from './get-risk-card.ts';
export type { AlertNews } from './list-news.ts';
export { newsSince } from './list-news.ts';
export { listAlerts } from './list-alerts.ts';
export { openCaseOfAlert } from './open-case-of-alert.ts';
export { lastScanOn } from './scan/scan-state.model.ts';
export { scanProjects } from './scan/scan-projects.ts';
