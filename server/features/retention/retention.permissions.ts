import type { PermissionTable } from '../../core/contract/roles.ts';

/** The head of the bureau decides what is deleted; auditors look on. */
export const RETENTION_PERMISSIONS = {
  'retention.list': ['bureauHead', 'auditor'],
  'retention.decide': ['bureauHead'],
} as const satisfies PermissionTable;
