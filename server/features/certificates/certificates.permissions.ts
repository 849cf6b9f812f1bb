import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; whose certificates is the queries' to say. */
export const CERTIFICATES_PERMISSIONS = {
  'certificates.list': ['contractor', 'clerk', 'inspector', 'bureauHead'],
  'certificates.request': ['contractor', 'clerk'],
  'certificates.move': ['contractor', 'clerk', 'inspector', 'bureauHead'],
  'certificates.check': ['public'],
} as const satisfies PermissionTable;
