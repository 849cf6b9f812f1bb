import './follow-merges.ts';
export { approveRetentionList, declineRetentionList } from './decide-retention-list.ts';
export { drawRetentionLists } from './draw-retention-lists.ts';
export { purgeApproved } from './purge-approved.ts';
export { purgedMonths } from './retention-item.model.ts';
export { RETENTION_PERMISSIONS } from './retention.permissions.ts';
export { retentionRoutes } from './retention.routes.ts';
