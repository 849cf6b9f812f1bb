import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { repointPlans } from './planned-visit.model.ts';

export { getPlan } from './get-plan.ts';
export { getScreening } from './get-screening.ts';
export { INSPECTION_PLAN_PERMISSIONS } from './inspection-plan.permissions.ts';
export { inspectionPlanRoutes } from './inspection-plan.routes.ts';

registerMergeListener('project', repointPlans);
