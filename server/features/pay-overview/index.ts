import './checklist-facts.ts';

export { PAY_OVERVIEW_PERMISSIONS } from './pay-overview.permissions.ts';
export { payOverviewRoutes } from './pay-overview.routes.ts';
export { reconcileMonth } from './reconcile-month.ts';
