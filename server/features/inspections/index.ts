import './follow-merges.ts';

export { editInspection } from './edit-inspection.ts';
export { editOutreach } from './edit-outreach.ts';
export { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';
export { inspectionsRoutes } from './inspections.routes.ts';
export { Inspections } from './inspection.model.ts';
export { listInspections } from './list-inspections.ts';
export { listOutreach } from './list-outreach.ts';
export { Outreach } from './outreach.model.ts';
export { recordInspection } from './record-inspection.ts';
export { recordOutreach } from './record-outreach.ts';
