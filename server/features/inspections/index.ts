import './follow-merges.ts';
import './inspections-setup.ts';

export { editInspection } from './edit-inspection.ts';
export { editOutreach } from './edit-outreach.ts';
export { FINDING_KIND } from './finding-kind.ts';
export { Findings } from './finding.model.ts';
export { givenShape, moveBody, moveParams } from './findings.schemas.ts';
export { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';
export { inspectionsRoutes } from './inspections.routes.ts';
export { Inspections } from './inspection.model.ts';
export { listFindings } from './list-findings.ts';
export { listInspections } from './list-inspections.ts';
export { listOutreach } from './list-outreach.ts';
export { moveFinding } from './move-finding.ts';
export { Outreach } from './outreach.model.ts';
export { recordInspection } from './record-inspection.ts';
export { recordOutreach } from './record-outreach.ts';
export { recordSiteInspection } from './record-site-inspection.ts';
