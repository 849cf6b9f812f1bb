import type { PermissionTable } from '../../core/contract/roles.ts';

/** Staff of the office alone; in which areas is the case's reach to say, and what came with a report the case team's. */
export const EVIDENCE_PERMISSIONS = {
  'evidence.read': ['clerk', 'inspector', 'bureauHead'],
  'evidence.add': ['clerk', 'inspector', 'bureauHead'],
  'evidence.work': ['inspector', 'bureauHead'],
  'evidence.pack': ['inspector', 'bureauHead'],
  'interviews.read': ['clerk', 'inspector', 'bureauHead'],
  'interviews.write': ['inspector'],
} as const satisfies PermissionTable;
