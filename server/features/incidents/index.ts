import './incidents-setup.ts';

export { INCIDENTS_PERMISSIONS } from './incidents.permissions.ts';
export { incidentsRoutes } from './incidents.routes.ts';
export { incidentCounts, listIncidents } from './list-incidents.ts';
export { moveIncident } from './move-incident.ts';
export { reportIncident } from './report-incident.ts';
