import type { PermissionTable } from '../../core/contract/roles.ts';

/** Whoever works on complaints and cases; for others only the head of the office writes, which note-absence.ts says. */
export const ABSENCES_PERMISSIONS = {
  'absences.list': ['clerk', 'inspector', 'bureauHead'],
  'absences.note': ['clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
