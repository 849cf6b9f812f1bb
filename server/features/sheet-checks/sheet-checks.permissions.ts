import type { PermissionTable, Role } from '../../core/contract/roles.ts';

/** Whoever sends workbooks; each sees only the checks he started himself. */
const SENDERS: readonly Role[] = ['contractor', 'bank', 'clerk', 'inspector', 'bureauHead'];

export const SHEET_CHECKS_PERMISSIONS = {
  'sheetChecks.read': SENDERS,
  'sheetChecks.confirm': SENDERS,
} as const satisfies PermissionTable;
