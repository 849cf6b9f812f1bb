import './hazards-setup.ts';

export { Hazards } from './hazard.model.ts';
export { HAZARDS_PERMISSIONS } from './hazards.permissions.ts';
export { hazardsRoutes } from './hazards.routes.ts';
export { listHazards } from './list-hazards.ts';
export { moveHazard } from './move-hazard.ts';
export { reportHazard } from './report-hazard.ts';
