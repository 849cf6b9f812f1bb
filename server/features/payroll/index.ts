export { PAYROLL_PERMISSIONS } from './payroll.permissions.ts';
export { payrollRoutes } from './payroll.routes.ts';
