import { registerAreaNames } from '../../platform/tables/index.ts';
import { findKnownArea, OPEN_END } from './area.model.ts';

export { areaChain, areaLevelOf, grantsReach, grantsTouch, isInArea, parentCodeOf } from './area-chain.ts';
export { AREAS_PERMISSIONS } from './areas.permissions.ts';
export { areasRoutes } from './areas.routes.ts';
export { createArea } from './create-area.ts';
export { findAreaOn } from './find-area-on.ts';
export { getArea } from './get-area.ts';
export type { AreaRow } from './import-areas.ts';
export { importAreas, importDepartments } from './import-areas.ts';
export { listAreas } from './list-areas.ts';
export { listDepartments } from './list-departments.ts';
export { requireReach } from './require-reach.ts';

// As it is called today, or was when it was last on record.
registerAreaNames((code) => findKnownArea(code, OPEN_END));
