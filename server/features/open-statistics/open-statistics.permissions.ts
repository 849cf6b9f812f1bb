import type { PermissionTable } from '../../core/contract/roles.ts';

export const OPEN_STATISTICS_PERMISSIONS = {
  'openStatistics.public': ['public'],
} as const satisfies PermissionTable;
