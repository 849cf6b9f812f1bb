import type { PermissionTable } from '../../core/contract/roles.ts';

export const OPERATIONS_PERMISSIONS = {
  'jobs.list': ['admin', 'auditor'],
  'jobs.runs': ['admin', 'auditor'],
  'jobs.run': ['admin'],
  'health.read': ['admin'],
} as const satisfies PermissionTable;
