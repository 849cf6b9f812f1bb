import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['leader', 'bureauHead', 'inspector', 'clerk'] as const;

export const DASHBOARD_PERMISSIONS = {
  'dashboard.read': READERS,
  'dashboard.sites': READERS,
  'bulletins.read': READERS,
  'bulletins.export': READERS,
} as const satisfies PermissionTable;
