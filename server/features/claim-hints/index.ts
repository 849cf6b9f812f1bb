export { CLAIM_HINTS_PERMISSIONS } from './claim-hints.permissions.ts';
export { claimHintsRoutes } from './claim-hints.routes.ts';
