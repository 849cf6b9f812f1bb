import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; whose releases, and in which state, is the queries' and the tables' to say. */
export const RELEASES_PERMISSIONS = {
  'releases.list': ['contractor', 'bank', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'releases.open': ['contractor'],
  'releases.move': ['contractor', 'bank', 'clerk', 'inspector', 'bureauHead'],
  'releases.public': ['public'],
} as const satisfies PermissionTable;
