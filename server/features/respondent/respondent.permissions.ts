import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; what was served on whom is the queries' to say. */
export const RESPONDENT_PERMISSIONS = {
  'matters.list': ['contractor'],
  'matters.answer': ['contractor'],
  'proofs.read': ['clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
