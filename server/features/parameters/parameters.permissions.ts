import type { PermissionTable } from '../../core/contract/roles.ts';

export const PARAMETERS_PERMISSIONS = {
  'parameters.list': ['admin', 'auditor', 'leader', 'bureauHead', 'inspector', 'clerk'],
  'parameters.read': ['admin', 'auditor', 'leader', 'bureauHead', 'inspector', 'clerk'],
  'parameters.set': ['admin'],
} as const satisfies PermissionTable;
