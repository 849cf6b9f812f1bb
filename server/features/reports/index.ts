export { getPeriodReport } from './get-period-report.ts';
export { figureLines } from './report-sheets.ts';
export { REPORTS_PERMISSIONS } from './reports.permissions.ts';
export { reportsRoutes } from './reports.routes.ts';
export { rollUpReport } from './roll-up-report.ts';
