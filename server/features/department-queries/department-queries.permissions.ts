import type { PermissionTable } from '../../core/contract/roles.ts';

export const DEPARTMENT_QUERIES_PERMISSIONS = {
  'registry.company': ['machine'],
  'registry.project': ['machine'],
  'registry.credit': ['machine'],
} as const satisfies PermissionTable;
