import type { PermissionTable } from '../../core/contract/roles.ts';

export const AREAS_PERMISSIONS = {
  'areas.list': ['public'],
  'areas.read': ['public'],
  'areas.export': ['admin', 'auditor', 'leader', 'bureauHead', 'inspector', 'clerk'],
  'areas.create': ['admin'],
  'areas.edit': ['admin'],
  'areas.close': ['admin'],
  'departments.list': ['signedIn'],
} as const satisfies PermissionTable;
