export { GROUP_CLAIMS_PERMISSIONS } from './group-claims.permissions.ts';
export { groupClaimsRoutes } from './group-claims.routes.ts';
export { changeConsent as changeOwnConsent } from './change-consent.ts';
export { getMembership as getOwnMembership } from './own-memberships.ts';
export { joinGroup } from './join-group.ts';
export { askOwnLeaving, confirmLeaving } from './leave-group.ts';
export { getMyGroup, makeLink } from './my-group.ts';
export { getGroup } from './group-view.ts';
