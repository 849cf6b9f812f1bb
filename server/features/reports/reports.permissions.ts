import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['leader', 'bureauHead', 'inspector', 'clerk'] as const;

export const REPORTS_PERMISSIONS = {
  'reports.period': READERS,
  'reports.export': READERS,
} as const satisfies PermissionTable;
