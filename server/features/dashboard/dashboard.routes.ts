import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { bulletinRoutes } from './bulletins.routes.ts';
import { DASHBOARD_PERMISSIONS } from './dashboard.permissions.ts';
import { dashboardQuery, sitesQuery } from './dashboard.schemas.ts';
import { getDashboard } from './get-dashboard.ts';
import { listSites } from './list-sites.ts';

const { route } = routesFor(DASHBOARD_PERMISSIONS);

export const dashboardRoutes: Route[] = [
  ...bulletinRoutes,
  route(
    'get /dashboard',
    'dashboard.read',
    { rate: 'read', query: dashboardQuery, says: ['领导驾驶舱', 'The leader’s screen'] },
    ({ query, ctx }) => getDashboard(query, ctx),
  ),
  route(
    'get /dashboard/sites',
    'dashboard.sites',
    { rate: 'read', query: sitesQuery, says: ['覆盖率背后的项目', 'The projects behind the rates'] },
    ({ query, ctx }) => listSites(query, ctx),
  ),
];
