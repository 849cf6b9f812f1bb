export { bulletinPdf } from './bulletin-pdf.ts';
export { getBulletin } from './get-bulletin.ts';
export { DASHBOARD_PERMISSIONS } from './dashboard.permissions.ts';
export { dashboardRoutes } from './dashboard.routes.ts';
export { getDashboard } from './get-dashboard.ts';
export { listSites } from './list-sites.ts';
export { rollUpDashboard } from './roll-up-dashboard.ts';
export { verifySites } from './verify-sites.ts';
