import type { PermissionTable } from '../../core/contract/roles.ts';

/** As the doors of cases: a leader reads the list and no content; in which areas is the case's reach to say. */
export const ARCHIVE_PERMISSIONS = {
  'archive.list': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'archive.read': ['clerk', 'inspector', 'bureauHead'],
  'archive.make': ['clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
