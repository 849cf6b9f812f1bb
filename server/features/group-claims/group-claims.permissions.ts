import type { PermissionTable } from '../../core/contract/roles.ts';

/** Whose place, group or area it is, is said by the phone that signed in and by the complaint's own reach. */
export const GROUP_CLAIMS_PERMISSIONS = {
  'groups.look': ['public'],
  'groups.own': ['worker'],
  'groups.read': ['clerk', 'inspector', 'bureauHead'],
  'groups.handle': ['clerk', 'inspector'],
} as const satisfies PermissionTable;
