export { DEPARTMENT_QUERIES_PERMISSIONS } from './department-queries.permissions.ts';
export { departmentQueriesRoutes } from './department-queries.routes.ts';
