import type { PermissionTable } from '../../core/contract/roles.ts';

/** Whoever reads the claims of a case; in which areas is the case's own limit. */
export const CLAIM_HINTS_PERMISSIONS = {
  'claimHints.view': ['bureauHead', 'inspector', 'clerk'],
} as const satisfies PermissionTable;
