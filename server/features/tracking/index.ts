export { withOwnMoney } from './my-complaint-view.ts';
export { nextStepOf } from './next-step.ts';
export { timelineOf } from './timeline.ts';
export { TRACKING_PERMISSIONS } from './tracking.permissions.ts';
export { trackingRoutes } from './tracking.routes.ts';
