import './leads-setup.ts';

export { LEADS_PERMISSIONS } from './leads.permissions.ts';
export { leadsRoutes } from './leads.routes.ts';
export { listLeads } from './list-leads.ts';
